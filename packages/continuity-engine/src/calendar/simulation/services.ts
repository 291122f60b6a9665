import type { SimulatedService } from './types';

/** More names than this tell nobody more. */
const MAX_SAMPLE = 20;

/** Counts services, each once, whatever environments it stands for. */
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
      const refs = new Set<string>();
      for (const members of groups) {
        for (const member of members) {
          refs.add(this.#services[member].entityRef);
        }
      }
      counted = {
        services: refs.size,
        sample: [...refs].sort().slice(0, MAX_SAMPLE),
      };
      this.#known.set(key, counted);
    }
    return { services: counted.services, sample: [...counted.sample] };
  }
}
