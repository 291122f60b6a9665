import { showValue } from '../../time';

const MAX_LENGTH = 2_000;

/** Where a feed may be read without encryption: on this very machine. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

/**
 * What is wrong with the address of a feed; undefined when nothing is. Whether its
 * host is allowed is for the configuration to say. The address is not repeated in
 * full: a part of it often is a secret.
 */
export function feedUrlProblem(text: string): string | undefined {
  if (text.length > MAX_LENGTH) {
    return `is ${text.length} characters long; expected at most ${MAX_LENGTH}`;
  }
  const url = parse(text);
  if (!url) {
    return 'is not an address; expected one such as https://example.com/holidays.ics';
  }
  const shown = showValue(maskFeedUrl(text));
  if (url.username !== '' || url.password !== '') {
    return `${shown} carries a user name or password, which everybody who sees the entity could read; expected an address without`;
  }
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname)) {
    return undefined;
  }
  return `${shown} is not an https address; expected https://${
    url.hostname || 'example.com'
  }/…`;
}

/**
 * An address that may be shown to anybody: origin, and the first path segment where
 * more follows. Neither the rest of the path nor a query, which may hold a token.
 */
export function maskFeedUrl(text: string): string {
  const url = parse(text);
  if (!url) return '…';
  const segments = url.pathname.split('/').filter(Boolean);
  const first = segments.length > 1 ? `${segments[0]}/` : '';
  return `${url.protocol}//${url.host}/${first}…`;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
