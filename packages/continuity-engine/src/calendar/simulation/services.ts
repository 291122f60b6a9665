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
        sample: refs
          .flatMap(alike => alike.slice(0, MAX_SAMPLE))
          .sort()
          .slice(0, MAX_SAMPLE),
      };
      this.#known.set(key, counted);
    }
    return { services: counted.services, sample: [...counted.sample] };
  }
}
