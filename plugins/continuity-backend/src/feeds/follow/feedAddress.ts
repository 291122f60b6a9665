import { createHash } from 'node:crypto';

/** Hosts of this machine, for which encryption would protect nothing. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address without what may be secret in it: origin and first path segment. A single
 * segment may be the secret itself and is left out, too.
 */
export function maskAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'an address that cannot be read';
  }
  const { protocol, host, pathname, search } = url;
  const origin = `${protocol}//${host}`;
  const [, first = '', ...rest] = pathname.split('/');
  if (rest.length > 0) {
    return `${origin}/${first}/…`;
  }
  return first === '' && search === '' ? `${origin}/` : `${origin}/…`;
}

/** A text with every address in it masked. */
export function maskAddressesIn(text: string): string {
  return text.replace(/\bhttps?:\/\/[^\s"'<>]+/gi, maskAddress);
}

/** Tells one address from another without keeping it. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}

/**
 * Why a feed may not be fetched from an address. Absent: it may.
 *
 * The list of hosts is what keeps a feed from reaching into the inner network; names are
 * looked up by whoever answers for those hosts, and their answers are not examined.
 */
export function addressProblem(
  address: string,
  allowedHosts: readonly string[],
): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'The address of the feed cannot be read; expected an https address';
  }
  if (
    url.protocol !== 'https:' &&
    !(url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname))
  ) {
    return `${maskAddress(address)} is not an https address`;
  }
  if (url.username !== '' || url.password !== '') {
    return `${maskAddress(
      address,
    )} has a user name or password in it; expected an address without`;
  }
  return allowedHosts.includes(url.host)
    ? undefined
    : `Feeds may not be fetched from ${url.host}; whoever runs Continuity may add it to continuity.calendars.feeds.allowedHosts in app-config.yaml`;
}
