/**
 * Keeps what was worked out, up to so much memory.
 *
 * Makes room by dropping any other: services are often asked about one after the other,
 * over and over, and whoever dropped the oldest would then keep nothing that is asked
 * for again.
 */
export class BoundedShelf<Key, Value> {
  readonly #maxBytes: number;
  readonly #sizeOf: (value: Value) => number;
  readonly #values = new Map<Key, Value>();
  /** The keys of what is kept, in any order. */
  readonly #keys: Key[] = [];
  #bytes = 0;
  #victim = 0;

  /** @param sizeOf - About how many bytes a value takes; always the same for one. */
  constructor(maxBytes: number, sizeOf: (value: Value) => number) {
    this.#maxBytes = maxBytes;
    this.#sizeOf = sizeOf;
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  /** @param key - One that is not kept. */
  keep(key: Key, value: Value): void {
    this.#bytes += this.#sizeOf(value);
    while (this.#bytes > this.#maxBytes && this.#keys.length > 0) this.#drop();
    this.#values.set(key, value);
    this.#keys.push(key);
  }

  #drop(): void {
    this.#victim = (this.#victim * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const place = this.#victim % this.#keys.length;
    const dropped = this.#keys[place];
    const last = this.#keys.pop();
    if (last !== undefined && last !== dropped) this.#keys[place] = last;
    const left = this.#values.get(dropped);
    this.#values.delete(dropped);
    if (left !== undefined) this.#bytes -= this.#sizeOf(left);
  }
}
