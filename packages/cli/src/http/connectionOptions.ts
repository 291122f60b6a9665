import { Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../failures';
import { envText, type Io } from '../Io';

const DEFAULT_URL = 'http://localhost:7007';
const API_PATH = '/api/continuity';
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/;
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** Longer waits overflow the timers of Node. */
const MAX_TIMEOUT_MS = 24 * 3_600_000;

/** Where to ask and as whom, as commander leaves it. */
export interface RouteFlags {
  url?: string;
  token?: string;
  caFile?: string;
}

/** The options of every command that talks to the portal, as commander leaves them. */
export interface ConnectionFlags extends RouteFlags {
  /** Milliseconds. */
  timeout: number;
  retries: number;
}

/** Where to ask, as whom and how patiently. */
export interface ConnectionSettings {
  /** e.g. `https://portal.example/api/continuity`, without a trailing slash. */
  apiUrl: URL;
  token?: string;
  /** For one attempt, in milliseconds. */
  timeoutMs: number;
  retries: number;
  caFile?: string;
}

/** Adds the options of a command that talks to the portal. */
export function addConnectionOptions(command: Command): Command {
  return addRouteOptions(command)
    .option(
      '--timeout <duration>',
      'longest wait for one attempt, e.g. 30s, 500ms, 2m',
      readWait,
      30_000,
    )
    .option(
      '--retries <count>',
      'further attempts where trying again is safe',
      readRetries,
      3,
    );
}

/** The part of them that a command has which knows itself how patient it can be. */
export function addRouteOptions(command: Command): Command {
  return command
    .option(
      '--url <url>',
      `the portal's backend (default: CONTINUITY_URL, or ${DEFAULT_URL})`,
    )
    .option(
      '--token <token>',
      'token to ask with (default and better: CONTINUITY_TOKEN)',
    )
    .option(
      '--ca-file <file>',
      'PEM certificates to trust besides the usual ones',
    );
}

/**
 * Completes the flags from the environment.
 *
 * @throws UsageError
 */
export function readConnectionSettings(
  flags: ConnectionFlags,
  io: Io,
): ConnectionSettings {
  return {
    apiUrl: readApiUrl(flags.url ?? envText(io, 'CONTINUITY_URL')),
    token: readToken(flags.token ?? envText(io, 'CONTINUITY_TOKEN')),
    timeoutMs: flags.timeout,
    retries: flags.retries,
    caFile: flags.caFile,
  };
}

function readApiUrl(text: string = DEFAULT_URL): URL {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new UsageError(
      `--url (CONTINUITY_URL): "${text}" is not an address, e.g. https://portal.example`,
    );
  }
  const url = new URL(text);
  if (url.username || url.password) {
    throw new UsageError(
      '--url (CONTINUITY_URL): no credentials in the address; give a token with CONTINUITY_TOKEN',
    );
  }
  if (url.search || url.hash) {
    throw new UsageError(
      `--url (CONTINUITY_URL): "${text}" must end with its path; leave out "${url.search}${url.hash}"`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(API_PATH) ? path : `${path}${API_PATH}`;
  return url;
}

function readToken(text: string | undefined): string | undefined {
  const token = text?.trim();
  if (token === undefined) {
    return undefined;
  }
  // RFC 6750: what may follow "Bearer". The token itself must not reach a log.
  if (!/^[A-Za-z0-9._~+/-]+=*$/.test(token)) {
    throw new UsageError(
      '--token (CONTINUITY_TOKEN): is empty or holds characters that no token has, such as a space or a quote',
    );
  }
  return token;
}

/**
 * Reads how long to wait, e.g. `30m`, in milliseconds; at most a day.
 *
 * @throws InvalidArgumentError, as commander expects of a reader of arguments
 */
export function readWait(text: string): number {
  const [, count, unit = 's'] = DURATION.exec(text) ?? [];
  const timeout = Math.round(
    Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS],
  );
  if (!(timeout >= 1 && timeout <= MAX_TIMEOUT_MS)) {
    throw new InvalidArgumentError('Expected a time such as 30s, 500ms or 2m.');
  }
  return timeout;
}

function readRetries(text: string): number {
  if (!/^\d{1,2}$/.test(text)) {
    throw new InvalidArgumentError('Expected a number from 0 to 99.');
  }
  return Number(text);
}
