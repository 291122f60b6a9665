type Column = Int32Array | Uint8Array | Uint16Array;

/** Values of a chunk, as a power of two. */
const BITS = 16;
const CHUNK = 1 << BITS;

/** A list of numbers in chunks: it grows without copying, and wastes one chunk at most. */
export class Growing {
  readonly #chunks: Column[] = [];
  readonly #make: (length: number) => Column;
  #length = 0;

  constructor(make: (length: number) => Column) {
    this.#make = make;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length & (CHUNK - 1);
    if (place === 0) this.#chunks.push(this.#make(CHUNK));
    this.#chunks[this.#length >>> BITS][place] = value;
    this.#length++;
  }

  at(index: number): number {
    return this.#chunks[index >>> BITS][index & (CHUNK - 1)];
  }

  /** Forgets everything. */
  clear(): void {
    this.#chunks.length = 0;
    this.#length = 0;
  }
}

export const growingInt32 = () => new Growing(length => new Int32Array(length));
export const growingUint16 = () =>
  new Growing(length => new Uint16Array(length));
export const growingUint8 = () => new Growing(length => new Uint8Array(length));
