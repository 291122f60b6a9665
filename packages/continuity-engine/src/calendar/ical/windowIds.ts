import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Leaves room for the hash within the 63 characters of an id. */
const MAX_NAME = 40;

/**
 * Ids of windows that come from elsewhere: readable, and the same whenever the same
 * thing is read again.
 */
export class WindowIds {
  readonly #taken = new Set<string>();
  /** The number to try next, so that a thousand of one name take a thousand steps. */
  readonly #next = new Map<string, number>();

  /**
   * @param name - What the id is to remind of, e.g. a UID.
   * @param key - What tells it from every other window; decides the id.
   */
  idFor(name: string, key: string): string {
    const hash = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 8);
    return this.take(`${kebab(name, MAX_NAME) || 'event'}-${hash}`);
  }

  /** The id itself, or with a number when it is taken. */
  take(id: string): string {
    let free = id;
    let number = this.#next.get(id) ?? 2;
    for (; this.#taken.has(free); number++) {
      free = `${id.slice(0, 58)}-${number}`;
    }
    this.#next.set(id, number);
    this.#taken.add(free);
    return free;
  }
}

/** Lower-case letters, digits and single dashes. */
export function kebab(text: string, length = 63): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-+|-+$/g, '');
}
