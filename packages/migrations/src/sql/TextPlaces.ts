/** Where something stands, for people and editors: both count from 1. */
export interface Position {
  readonly line: number;
  /** In UTF-16 code units, as editors and SARIF's default count. */
  readonly column: number;
}

/** Finds lines and columns in a text, and characters from offsets in its UTF-8. */
export class TextPlaces {
  readonly #text: string;
  readonly #lineStarts: number[] = [0];
  /** The UTF-8 offset of each character; absent when all are ASCII. */
  readonly #octets?: Uint32Array;

  constructor(text: string) {
    this.#text = text;
    let isAscii = true;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) this.#lineStarts.push(at + 1);
      if (code > 127) isAscii = false;
    }
    if (!isAscii) this.#octets = octetsOf(text);
  }

  /** The character at which the octet stands. */
  characterAt(octet: number): number {
    const octets = this.#octets;
    if (!octets) return octet;
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (octets[middle] < octet) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The line and column of a character. */
  positionOf(character: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle] <= character) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: character - this.#lineStarts[low] + 1 };
  }
}

function octetsOf(text: string): Uint32Array {
  const octets = new Uint32Array(text.length + 1);
  let octet = 0;
  for (let at = 0; at < text.length; at++) {
    octets[at] = octet;
    const code = text.charCodeAt(at);
    if (code < 0x80) octet += 1;
    else if (code < 0x800) octet += 2;
    // Each half of a surrogate pair stands for two of the four octets.
    else octet += code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  octets[text.length] = octet;
  return octets;
}
