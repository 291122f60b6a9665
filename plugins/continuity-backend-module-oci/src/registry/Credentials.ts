import { z } from 'zod';
import type { RegistrySettings } from '../config';
import { parseChallenges, type Challenge } from './parseChallenges';
import { readBody } from './readBody';
import { RegistrySilence } from './RegistrySilence';
import type { Wire } from './Wire';

/** A token is not used in its last seconds; it may be over when it arrives. */
const MARGIN_MS = 10_000;
/** What the token authentication specification says of one that does not say. */
const DEFAULT_SECONDS = 60;
const MOST_BYTES = 1024 * 1024;

/** "Token response fields" of the token authentication specification of distribution. */
const tokenResponse = z
  .object({
    token: z.string().min(1).optional(),
    access_token: z.string().min(1).optional(),
    expires_in: z.number().positive().optional(),
  })
  .refine(({ token, access_token }) => token ?? access_token);

interface Known {
  /** Value of the header `Authorization`. */
  header: string;
  /** Epoch milliseconds. */
  until: number;
}

/**
 * What one registry has to be told of who asks: nothing, a password, a fixed token, or a
 * token that another server gives out for a password or for nothing.
 */
export class Credentials {
  readonly #settings: RegistrySettings;
  readonly #wire: Pick<Wire, 'ask'>;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(options: {
    settings: RegistrySettings;
    wire: Pick<Wire, 'ask'>;
    now: () => number;
  }) {
    this.#settings = options.settings;
    this.#wire = options.wire;
    this.#now = options.now;
  }

  /** What to send with a question about a repository. Absent: nothing is known yet. */
  of(repository: string): string | undefined {
    const { auth } = this.#settings;
    if (auth.type === 'token') return `Bearer ${auth.token}`;
    const known = this.#known.get(repository);
    return known && known.until > this.#now() ? known.header : undefined;
  }

  /**
   * What to send after the registry asked who we are.
   *
   * @param header - its `WWW-Authenticate`
   * @throws RegistrySilence when there is nothing that we could or would answer
   */
  async answer(
    repository: string,
    header: string | null,
    signal: AbortSignal,
  ): Promise<string> {
    const challenges = parseChallenges(header);
    const { auth } = this.#settings;
    const bearer = challenges.find(
      ({ scheme, parameters }) =>
        scheme === 'bearer' && parameters.has('realm'),
    );
    if (bearer && auth.type !== 'token') {
      const known = await this.#token(repository, bearer, signal);
      this.#known.set(repository, known);
      return known.header;
    }
    if (
      auth.type === 'basic' &&
      challenges.some(({ scheme }) => scheme === 'basic')
    ) {
      const basic = basicOf(auth);
      this.#known.set(repository, { header: basic, until: Infinity });
      return basic;
    }
    throw this.refused(401);
  }

  /** The registry knows who we are, or does not want to, and tells nothing. */
  refused(status: number): RegistrySilence {
    const { auth, region } = this.#settings;
    return new RegistrySilence(`It answered with status ${status}`, {
      // Who may not read one repository may still read another.
      about: status === 401 ? 'registry' : 'repository',
      remedy:
        auth.type === 'anonymous'
          ? `Configure credentials for the registry of ${region} (auth), which may pull.`
          : `Correct the credentials for the registry of ${region} (auth), or let them pull.`,
    });
  }

  async #token(
    repository: string,
    { parameters }: Challenge,
    signal: AbortSignal,
  ): Promise<Known> {
    const { auth } = this.#settings;
    const realm = this.#realmOf(parameters.get('realm') ?? '');
    const service = parameters.get('service');
    if (service !== undefined) realm.searchParams.set('service', service);
    // What we want, and not what a registry may want us to want.
    realm.searchParams.set('scope', `repository:${repository}:pull`);
    return this.#wire.ask(
      {
        method: 'GET',
        url: realm,
        headers: { accept: 'application/json' },
        ...(auth.type === 'basic' && { authorization: basicOf(auth) }),
        signal,
      },
      async ({ response, isElsewhere }) => {
        if (isElsewhere) {
          throw new RegistrySilence(
            `Its token server ${realm.host} redirects to another one`,
            { about: 'registry' },
          );
        }
        if (response.status !== 200) {
          const { remedy } = this.refused(response.status);
          throw new RegistrySilence(
            `Its token server ${realm.host} answered with status ${response.status}`,
            { about: 'registry', remedy },
          );
        }
        return this.#read(await readBody(response, MOST_BYTES), realm.host);
      },
    );
  }

  #read(body: Buffer, host: string): Known {
    const read = tokenResponse.safeParse(jsonOf(body));
    const token = read.data?.token ?? read.data?.access_token;
    if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
      throw new RegistrySilence(`Its token server ${host} gave no token`, {
        about: 'registry',
      });
    }
    const seconds = read.data?.expires_in ?? DEFAULT_SECONDS;
    return {
      header: `Bearer ${token}`,
      until: this.#now() + seconds * 1000 - MARGIN_MS,
    };
  }

  /**
   * Where to ask for a token. A registry that somebody has taken over must not be able to
   * have a password sent to wherever it likes.
   */
  #realmOf(text: string): URL {
    const { auth, realms, region, url } = this.#settings;
    const registry = new URL(url);
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    if (!realm || realm.username !== '' || realm.password !== '') {
      throw new RegistrySilence('It names no token server that can be asked', {
        about: 'registry',
      });
    }
    const isOwn =
      realm.hostname === registry.hostname &&
      (realm.protocol === 'https:' || realm.protocol === registry.protocol);
    const isExpected = isOwn || realms.includes(realm.origin);
    if (isExpected || (auth.type !== 'basic' && realm.protocol === 'https:')) {
      return realm;
    }
    throw new RegistrySilence(
      `It wants a token of ${realm.origin}, which is not configured`,
      {
        about: 'registry',
        remedy: `If that is the token server of the registry of ${region}, name it under its realms.`,
      },
    );
  }
}

function basicOf(auth: { username: string; password: string }): string {
  const pair = `${auth.username}:${auth.password}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
