import { scopeIncludes } from '../scope/scopeMatches';
import { RELEASE_CLASSES } from '../scope/scopeShape';
import { createScopeBook } from '../scope/ScopeBook';
import { groupSubjects } from '../simulation/groupSubjects';
import type { FreezeWindow, WindowSubject } from '../types';

/**
 * For whom windows are, counted over the services that exist. Every service is taken
 * with every release class: what class a release will have is not known beforehand.
 */
export class ScopeCensus {
  readonly #services: readonly WindowSubject[];
  readonly #positions: ReadonlyMap<FreezeWindow, number>;
  /** For each window, in which groups of services it is in scope. */
  readonly #groups: readonly ReadonlySet<number>[];
  readonly #groupCount: number;
  readonly #parts = new Map<string, boolean>();
  /** How many different services there are; each may have several environments. */
  readonly services: number;

  constructor(
    windows: readonly FreezeWindow[],
    services: readonly WindowSubject[],
    serviceCount?: number,
  ) {
    this.#services = services;
    this.services =
      serviceCount ?? new Set(services.map(({ entity }) => entity)).size;
    this.#positions = new Map(windows.map((window, index) => [window, index]));
    const scopes = windows.map(({ scope }) => scope);
    const byClass = scopes.some(
      ({ classes, except }) => classes ?? except?.classes,
    );
    const subjects = byClass
      ? services.flatMap(service =>
          RELEASE_CLASSES.map(releaseClass => ({ ...service, releaseClass })),
        )
      : services;
    const groups = groupSubjects([createScopeBook(scopes)], subjects);
    const inGroups = windows.map(() => new Set<number>());
    groups.forEach(({ scopes: [matching] }, index) => {
      for (const position of matching) inGroups[position].add(index);
    });
    this.#groups = inGroups;
    this.#groupCount = groups.length;
  }

  matchesNothing(window: FreezeWindow): boolean {
    return this.#of(window).size === 0;
  }

  matchesEverything(window: FreezeWindow): boolean {
    return this.#of(window).size === this.#groupCount;
  }

  /** Whether there is a service that both are for. */
  overlap(one: FreezeWindow, other: FreezeWindow): boolean {
    const [few, many] = [this.#of(one), this.#of(other)].sort(
      (a, b) => a.size - b.size,
    );
    return [...few].some(group => many.has(group));
  }

  /** What services are in a dimension: the values that a scope could name. */
  values(
    dimension:
      | 'tiers'
      | 'systems'
      | 'businessFunctions'
      | 'environments'
      | 'regions',
  ): string[] {
    const values = this.#services.flatMap(service => {
      switch (dimension) {
        case 'tiers':
          return [service.tier];
        case 'environments':
          return [service.environment];
        case 'systems':
          return service.systems;
        case 'regions':
          return service.regions;
        default:
          return service.businessFunctions;
      }
    });
    return [...new Set(values)].sort();
  }

  /** Whether a part of a scope, alone, is for anybody. */
  partMatches(part: FreezeWindow['scope']): boolean {
    const name = JSON.stringify(part);
    let matches = this.#parts.get(name);
    if (matches === undefined) {
      matches = this.#services.some(service => scopeIncludes(part, service));
      this.#parts.set(name, matches);
    }
    return matches;
  }

  #of(window: FreezeWindow): ReadonlySet<number> {
    const position = this.#positions.get(window);
    if (position === undefined) {
      throw new RangeError('The window was not counted');
    }
    return this.#groups[position];
  }
}
