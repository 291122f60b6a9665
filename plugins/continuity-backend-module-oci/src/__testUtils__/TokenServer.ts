import { createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { USER } from './DebianRegistry';
import { TestServer, type Asked } from './TestServer';

const ISSUER = 'continuity-test';
export const SERVICE = 'registry.test';

/** A server that gives out tokens which a registry trusts (distribution, "Token authentication"). */
export class TokenServer {
  readonly issuer = ISSUER;
  readonly service = SERVICE;
  readonly #server: TestServer;
  readonly #pem: { private: string; cert: string };

  private constructor(
    server: TestServer,
    pem: { private: string; cert: string },
  ) {
    this.#server = server;
    this.#pem = pem;
  }

  /** @param options.anonymous - whether it gives tokens to whoever asks */
  static async start(options: { anonymous: boolean }): Promise<TokenServer> {
    const pem = generate([{ name: 'commonName', value: ISSUER }], {
      algorithm: 'sha256',
      keySize: 2048,
      days: 2,
    });
    const known = `Basic ${Buffer.from(
      `${USER.username}:${USER.password}`,
    ).toString('base64')}`;
    const server = await TestServer.start(async (request, response) => {
      const { authorization } = request.headers;
      if (
        authorization === undefined
          ? !options.anonymous
          : authorization !== known
      ) {
        response.writeHead(401).end();
        return;
      }
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const [, name = '', actions = ''] =
        /^repository:(.+):([^:]*)$/.exec(searchParams.get('scope') ?? '') ?? [];
      const token = await signed(pem, name, actions.split(','));
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ token, expires_in: 300 }));
    });
    return new TokenServer(server, pem);
  }

  get certificate(): string {
    return this.#pem.cert;
  }

  get asked(): Asked[] {
    return this.#server.asked;
  }

  url(host?: string): string {
    return this.#server.url(host);
  }

  /** A token of the one who fills the registry. */
  async pusherOf(repository: string): Promise<string> {
    return `Bearer ${await signed(this.#pem, repository, [
      'pull',
      'push',
      'delete',
    ])}`;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

function signed(
  pem: { private: string; cert: string },
  name: string,
  actions: string[],
): Promise<string> {
  return new SignJWT({ access: [{ type: 'repository', name, actions }] })
    .setProtectedHeader({
      alg: 'RS256',
      typ: 'JWT',
      x5c: [pem.cert.replace(/-----[^-]+-----|\s/g, '')],
    })
    .setIssuer(ISSUER)
    .setAudience(SERVICE)
    .setSubject('continuity')
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore('-1m')
    .setExpirationTime('5m')
    .sign(createPrivateKey(pem.private));
}
