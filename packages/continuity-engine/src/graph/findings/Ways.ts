/** Nodes of a path that a finding shows. Of a longer one it has the beginning and the end. */
export const SHOWN_STEPS = 200;

/** A path that is not longer than anybody reads. */
export interface ShortPath<T> {
  path: T[];
  /** How many are left out before the last of `path`. */
  leftOut: number;
}

/** Keeps both ends: whom it concerns, what comes first, and what it is about. */
export function shortPath<T>(path: ArrayLike<T>): ShortPath<T> {
  const leftOut = Math.max(0, path.length - SHOWN_STEPS);
  const last = path.length - 1;
  return {
    path: Array.from(
      { length: path.length - leftOut },
      (_, at) => path[at < SHOWN_STEPS - 1 ? at : last],
    ),
    leftOut,
  };
}

/** The steps of a path for a sentence, with how many are left out where they are. */
export function pathSteps({ path, leftOut }: ShortPath<string>): string[] {
  return leftOut > 0
    ? [...path.slice(0, -1), `${leftOut} more`, path[path.length - 1]]
    : [...path];
}

/**
 * Paths along which each node leads to one other, e.g. to whom it waits for. Many nodes
 * share the rest of their path, so each is walked once, however many ask and however long
 * it is: a chain costs as much as it has nodes, and not their square.
 */
export class Ways {
  readonly #next: (node: number) => number;
  readonly #end: Int32Array;
  readonly #length: Int32Array;

  /**
   * @param size - how many nodes there are
   * @param next - negative at the end, as is a node that leads to itself
   */
  constructor(size: number, next: (node: number) => number) {
    this.#next = next;
    this.#end = new Int32Array(size).fill(-1);
    this.#length = new Int32Array(size);
  }

  /** The last node of the path that begins at one; itself when it leads nowhere. */
  end(start: number): number {
    this.#walk(start);
    return this.#end[start];
  }

  /** Nodes of the path that begins at one, which counts. */
  length(start: number): number {
    this.#walk(start);
    return this.#length[start];
  }

  /** The path that begins at one, as {@link shortPath} has it when `before` come before it. */
  shown(start: number, before: readonly number[] = []): ShortPath<number> {
    const length = before.length + this.length(start);
    const path = [...before];
    for (let node = start; path.length < length; node = this.#next(node)) {
      if (length > SHOWN_STEPS && path.length === SHOWN_STEPS - 1) {
        path.push(this.end(start));
        break;
      }
      path.push(node);
    }
    return { path, leftOut: length - path.length };
  }

  #walk(start: number): void {
    const passed: number[] = [];
    let node = start;
    while (this.#end[node] < 0) {
      this.#end[node] = node;
      this.#length[node] = 1;
      const next = this.#next(node);
      if (next < 0 || next === node) break;
      passed.push(node);
      node = next;
    }
    for (let at = passed.length - 1; at >= 0; at--) {
      this.#end[passed[at]] = this.#end[node];
      this.#length[passed[at]] = this.#length[node] + 1;
      node = passed[at];
    }
  }
}
