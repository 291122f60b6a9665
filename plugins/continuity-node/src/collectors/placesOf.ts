import type { CollectedService } from './types';

/** Something outside that serves environments, e.g. a cluster. */
export interface Serving {
  readonly environments: readonly string[];
  /** Absent: it is no matter. */
  readonly region?: string;
}

/** An environment of a service, and what serves it there. */
export interface ServedPlace<T extends Serving> {
  readonly environment: string;
  /** Absent: neither the service nor what serves it names one. */
  readonly region?: string;
  /** Absent: nothing that is known serves it. */
  readonly by?: T;
}

/**
 * What serves a service where, each environment and region once. An environment without a
 * region is served by all that serve it in any.
 */
export function placesOf<T extends Serving>(
  { environments }: Pick<CollectedService, 'environments'>,
  known: readonly T[],
): ServedPlace<T>[] {
  const places = environments.flatMap(({ name, region }): ServedPlace<T>[] => {
    const serving = known.filter(
      one =>
        one.environments.includes(name) &&
        (one.region === undefined ||
          region === undefined ||
          one.region === region),
    );
    // What is of the region is meant rather than what is of none.
    const nearest = serving.filter(one => one.region === region);
    const meant =
      region === undefined || nearest.length === 0 ? serving : nearest;
    if (meant.length === 0) {
      return [{ environment: name, ...(region !== undefined && { region }) }];
    }
    return meant.map(by => {
      const where = region ?? by.region;
      return {
        environment: name,
        by,
        ...(where !== undefined && { region: where }),
      };
    });
  });
  const seen = new Set<string>();
  return places.filter(({ environment, region }) => {
    const key = JSON.stringify([environment, region]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
