import type { GraphNode, Placement } from '../types';
import { release } from './release';
import type { WordTable } from './WordTable';

const NUMBERS = [
  'rtoSeconds',
  'rpoSeconds',
  'availability',
  'availabilityTarget',
  'recoverySeconds',
] as const;

type NumberField = (typeof NUMBERS)[number];

const WORDS = ['kind', 'tier', 'owner'] as const;

type WordField = (typeof WORDS)[number];

/** What nodes declare, a column a field. A missing number is NaN, a missing word -1. */
export class NodeColumns {
  #capacity: number;
  #declared: Uint8Array;
  #numbers: Record<NumberField, Float64Array>;
  #words: Record<WordField, Int32Array>;
  #placements: Map<number, readonly Placement[]>;
  readonly #vocabulary: WordTable;

  constructor(
    vocabulary: WordTable,
    from?: { columns: NodeColumns; size: number },
  ) {
    this.#vocabulary = vocabulary;
    this.#capacity = Math.max(from?.size ?? 0, 64);
    const capacity = this.#capacity;
    const old = from?.columns;
    this.#declared = resized(old?.declared, new Uint8Array(capacity), 0);
    const column = (field: NumberField) =>
      resized(old?.number(field), new Float64Array(capacity), NaN);
    this.#numbers = {
      rtoSeconds: column('rtoSeconds'),
      rpoSeconds: column('rpoSeconds'),
      availability: column('availability'),
      availabilityTarget: column('availabilityTarget'),
      recoverySeconds: column('recoverySeconds'),
    };
    const words = (field: WordField) =>
      resized(old?.word(field), new Int32Array(capacity), -1);
    this.#words = {
      kind: words('kind'),
      tier: words('tier'),
      owner: words('owner'),
    };
    this.#placements = new Map(old?.placements);
  }

  /** 1 for nodes that were declared; others are only referred to. */
  get declared(): Uint8Array {
    return this.#declared;
  }

  number(field: NumberField): Float64Array {
    return this.#numbers[field];
  }

  /** Numbers of words in the vocabulary. */
  word(field: WordField): Int32Array {
    return this.#words[field];
  }

  /** Few nodes have any; the others stand nowhere that anybody knows of. */
  get placements(): ReadonlyMap<number, readonly Placement[]> {
    return this.#placements;
  }

  /** Makes room so that `size` nodes have a place. */
  reserve(size: number): void {
    if (size <= this.#capacity) return;
    this.fit(Math.max(size, this.#capacity + (this.#capacity >> 2)));
  }

  /** Makes room for `capacity` nodes and no more. Columns that were read before are void. */
  fit(capacity: number): void {
    if (capacity === this.#capacity) return;
    this.#declared = moved(this.#declared, new Uint8Array(capacity), 0);
    for (const field of NUMBERS) {
      this.#numbers[field] = moved(
        this.#numbers[field],
        new Float64Array(capacity),
        NaN,
      );
    }
    for (const field of WORDS) {
      this.#words[field] = moved(
        this.#words[field],
        new Int32Array(capacity),
        -1,
      );
    }
    this.#capacity = capacity;
  }

  /** @throws RangeError that names the field, when a value makes no sense */
  declare(index: number, node: GraphNode): void {
    checkNumbers(node);
    this.reserve(index + 1);
    this.#declared[index] = 1;
    for (const field of NUMBERS) {
      this.#numbers[field][index] = node[field] ?? NaN;
    }
    for (const field of WORDS) {
      const word = node[field];
      this.#words[field][index] =
        word === undefined ? -1 : this.#vocabulary.intern(word);
    }
    if (node.placements?.length) this.#placements.set(index, node.placements);
    else this.#placements.delete(index);
  }

  withdraw(index: number): void {
    this.declare(index, { node: '' });
    this.#declared[index] = 0;
  }

  read(index: number, name: string): GraphNode {
    const node: GraphNode = { node: name };
    for (const field of NUMBERS) {
      const value = this.#numbers[field][index];
      if (!Number.isNaN(value)) node[field] = value;
    }
    for (const field of WORDS) {
      const word = this.#words[field][index];
      if (word >= 0) node[field] = this.#vocabulary.word(word);
    }
    const placements = this.#placements.get(index);
    if (placements) node.placements = placements;
    return node;
  }
}

function checkNumbers(node: GraphNode): void {
  for (const field of NUMBERS) {
    const value = node[field];
    if (value === undefined) continue;
    const share = field === 'availability' || field === 'availabilityTarget';
    if (!(value >= 0) || (share && value > 1) || value === Infinity) {
      throw new RangeError(
        `${field} of ${node.node}: ${value} is not ${
          share ? 'a share from 0 to 1' : 'a number of seconds, 0 or more'
        }`,
      );
    }
  }
}

function resized<T extends Uint8Array | Int32Array | Float64Array>(
  from: T | undefined,
  to: T,
  absent: number,
): T {
  if (absent !== 0) to.fill(absent);
  if (from) to.set(from.subarray(0, to.length));
  return to;
}

/** Like {@link resized}, of a column that nobody else reads. */
function moved<T extends Uint8Array | Int32Array | Float64Array>(
  from: T,
  to: T,
  absent: number,
): T {
  resized(from, to, absent);
  release(from);
  return to;
}
