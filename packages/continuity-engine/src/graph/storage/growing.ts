type Growable = Int32Array | Uint8Array | Uint16Array | Float64Array;

/** A typed array that makes room by half of its length at a time. */
export class Growing<T extends Growable> {
  #values: T;
  #length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, capacity = 64) {
    this.#make = make;
    this.#values = make(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }

  /** What was pushed, without a copy: valid until the next push. */
  view(): T {
    return this.#values.subarray(0, this.#length) as T;
  }

  #grow(): void {
    const values = this.#values;
    const larger = this.#make(values.length + (values.length >> 1) + 64);
    larger.set(values);
    this.#values = larger;
  }
}

export const growingInt32 = () =>
  new Growing<Int32Array>(length => new Int32Array(length));
export const growingUint16 = () =>
  new Growing<Uint16Array>(length => new Uint16Array(length));
export const growingUint8 = () =>
  new Growing<Uint8Array>(length => new Uint8Array(length));
