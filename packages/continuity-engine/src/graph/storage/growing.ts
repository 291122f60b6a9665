import { release } from './release';

type Column = Int32Array | Uint8Array | Uint16Array;

/** Values of a chunk, as a power of two. */
const BITS = 16;
const CHUNK = 1 << BITS;

/**
 * A list of numbers in chunks: it grows without copying, and wastes one chunk at most. A
 * chunk in which everything is as usual takes no room.
 */
export class Growing {
  readonly #chunks: (Column | undefined)[] = [];
  readonly #make: (length: number) => Column;
  readonly #usual: number;
  #length = 0;

  /** @param usual - what most values are, if any is */
  constructor(make: (length: number) => Column, usual: number = -1) {
    this.#make = make;
    this.#usual = usual;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length & (CHUNK - 1);
    const last = this.#length >>> BITS;
    if (place === 0) this.#chunks.push(undefined);
    let chunk = this.#chunks[last];
    if (!chunk && value !== this.#usual) {
      chunk = this.#make(CHUNK).fill(this.#usual, 0, place);
      this.#chunks[last] = chunk;
    }
    if (chunk) chunk[place] = value;
    this.#length++;
  }

  at(index: number): number {
    const chunk = this.#chunks[index >>> BITS];
    return chunk ? chunk[index & (CHUNK - 1)] : this.#usual;
  }

  /** Forgets everything and gives its room back at once. */
  clear(): void {
    for (const chunk of this.#chunks) if (chunk) release(chunk);
    this.#chunks.length = 0;
    this.#length = 0;
  }
}

export const growingInt32 = () => new Growing(length => new Int32Array(length));
export const growingUint16 = (usual?: number) =>
  new Growing(length => new Uint16Array(length), usual);
export const growingUint8 = (usual?: number) =>
  new Growing(length => new Uint8Array(length), usual);
