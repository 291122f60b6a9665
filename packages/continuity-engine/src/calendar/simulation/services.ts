import type { SimulatedService } from './types';

/** More names than this tell nobody more. */
const MAX_SAMPLE = 20;

/** Counts services, and those that are like them, each once in whatever environments. */
export class ServiceCounter {
  readonly #services: readonly SimulatedService[];
  readonly #known = new Map<string, { services: number; sample: string[] }>();

  constructor(services: readonly SimulatedService[]) {
    this.#services = services;
  }

  /**
   * @param key - Equal for equal groups of members; what was counted for it is kept.
   * @param groups - Positions of services.
   */
  count(
    key: string,
    groups: Iterable<readonly number[]>,
  ): { services: number; sample: string[] } {
    let counted = this.#known.get(key);
    if (!counted) {
      const found = new Map<string, readonly string[]>();
      for (const members of groups) {
        for (const member of members) {
          const { entityRef, alike } = this.#services[member];
          found.set(entityRef, alike ?? [entityRef]);
        }
      }
      const refs = [...found.values()];
      counted = {
        services: refs.reduce((sum, { length }) => sum + length, 0),
        sample: firstOf(refs),
      };
      this.#known.set(key, counted);
    }
    return { services: counted.services, sample: [...counted.sample] };
  }
}

/** Counts services that come and go, each once however often it is there. */
export class RunningCount {
  readonly #services: readonly SimulatedService[];
  /** How often each is there, by the ref of the one that is asked about. */
  readonly #times = new Map<string, number>();
  #count = 0;
  /** All refs in order, each with the ref of the one that stands for it. */
  #inOrder: { ref: string; asked: string }[] | undefined;

  constructor(services: readonly SimulatedService[]) {
    this.#services = services;
  }

  /** @param members - Positions of services. */
  add(members: readonly number[]): void {
    this.#change(members, 1);
  }

  remove(members: readonly number[]): void {
    this.#change(members, -1);
  }

  /** How many are there, and refs of the first of them. */
  current(): { services: number; sample: string[] } {
    const sample: string[] = [];
    for (const { ref, asked } of this.#refs()) {
      if (sample.length === MAX_SAMPLE || this.#times.size === 0) break;
      if (this.#times.has(asked)) sample.push(ref);
    }
    return { services: this.#count, sample };
  }

  #change(members: readonly number[], by: 1 | -1): void {
    for (const member of members) {
      const { entityRef, alike } = this.#services[member];
      const before = this.#times.get(entityRef) ?? 0;
      const after = before + by;
      if (after === 0) this.#times.delete(entityRef);
      else this.#times.set(entityRef, after);
      const size = alike?.length ?? 1;
      if (before === 0) this.#count += size;
      if (after === 0) this.#count -= size;
    }
  }

  #refs(): { ref: string; asked: string }[] {
    this.#inOrder ??= [
      ...new Map(
        this.#services.map(({ entityRef, alike = [entityRef] }) => [
          entityRef,
          alike,
        ]),
      ),
    ]
      .flatMap(([asked, alike]) => alike.map(ref => ({ ref, asked })))
      .sort((a, b) => compareText(a.ref, b.ref));
    return this.#inOrder;
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The first of several lists, each of which is sorted. */
function firstOf(lists: readonly (readonly string[])[]): string[] {
  let first: string[] = [];
  for (const list of lists) {
    const last = first[MAX_SAMPLE - 1];
    const better = list
      .slice(0, MAX_SAMPLE)
      .filter(ref => last === undefined || ref < last);
    if (better.length > 0) {
      first = [...first, ...better].sort().slice(0, MAX_SAMPLE);
    }
  }
  return first;
}
