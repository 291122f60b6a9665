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
