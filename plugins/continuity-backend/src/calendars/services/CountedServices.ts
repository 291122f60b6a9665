import type { CatalogSnapshot } from '../../catalog';
import { ScopeReach } from './ScopeReach';
import { ServiceIndex } from './ServiceIndex';

/** The services of one revision, and whom scopes are for among them. */
export interface Counted {
  index: ServiceIndex;
  reach: ScopeReach;
}

/**
 * What is worked out once for the services of a revision. Windows come and go without
 * it: it is made anew only when a service changed.
 */
export class CountedServices {
  #latest:
    | { services: CatalogSnapshot['services']; counted: Promise<Counted> }
    | undefined;

  async of({ services }: Pick<CatalogSnapshot, 'services'>): Promise<Counted> {
    const latest = this.#latest;
    if (latest?.services === services) {
      return latest.counted;
    }
    const counted = this.#count(services, latest?.counted);
    this.#latest = { services, counted };
    counted.catch(() => {
      if (this.#latest?.counted === counted) {
        this.#latest = undefined;
      }
    });
    return counted;
  }

  async #count(
    services: CatalogSnapshot['services'],
    previous: Promise<Counted> | undefined,
  ): Promise<Counted> {
    const before = await previous?.catch(() => undefined);
    const index = await ServiceIndex.build(services, before?.index);
    return { index, reach: new ScopeReach(index) };
  }
}
