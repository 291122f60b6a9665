import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody finds one by trying, so nothing else has to stop who tries. */
const TOKEN_BYTES = 32;

/** Outlook and others want an address that ends like a file. */
const SUFFIX = '.ics';

/** The credential of a feed. It leaves the service once, in its address. */
export function newFeedToken(): { token: string; hash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** The last part of a feed's address. */
export function feedFileName(token: string): string {
  return `${token}${SUFFIX}`;
}

/**
 * What a feed is looked up by. Done alike for every text, whether it is a token or not;
 * and whoever tries cannot choose the hash, so what a look-up takes tells nothing.
 */
export function hashOfFileName(fileName: string): string {
  return hashOf(
    fileName.endsWith(SUFFIX) ? fileName.slice(0, -SUFFIX.length) : fileName,
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
