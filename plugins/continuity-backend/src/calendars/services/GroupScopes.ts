import {
  type IndexedWindow,
  type ScopeBook,
  scopeIncludesAside,
  type WindowScope,
  type WindowSubject,
} from '@continuity/engine';
import { nameOfServices, type ServiceGroup } from './groupServices';
import { partsOf } from './scopeParts';

interface PlacedWindow {
  position: number;
  /** Which of the distinct places. */
  place: number;
}

const EVERY_SERVICE = '';

/**
 * Which windows are for the subjects of groups. Whom each is for was worked out when the
 * services were grouped, so all that is left is where and what is deployed; and that is
 * the same for all groups of a facet.
 */
export class GroupScopes implements ScopeBook {
  readonly #places: WindowScope[] = [];
  /** By whom they are for, as groups name it. */
  readonly #windows = new Map<string, PlacedWindow[]>();
  readonly #groups = new Map<WindowSubject, ServiceGroup>();
  readonly #bound = new Map<string, Uint8Array>();

  /**
   * @param all - Windows in the order of their positions
   * @param bearing - Those of them that have a say; the others are left out
   */
  constructor(
    all: readonly IndexedWindow[],
    bearing: ReadonlySet<IndexedWindow>,
  ) {
    const places = new Map<string, number>();
    all.forEach((indexed, position) => {
      if (!bearing.has(indexed)) {
        return;
      }
      const parts = partsOf(indexed.window.scope);
      const key = JSON.stringify(parts.place);
      let place = places.get(key);
      if (place === undefined) {
        place = this.#places.push(parts.place) - 1;
        places.set(key, place);
      }
      const name = parts.services
        ? nameOfServices(parts.services)
        : EVERY_SERVICE;
      const others = this.#windows.get(name);
      if (others) {
        others.push({ position, place });
      } else {
        this.#windows.set(name, [{ position, place }]);
      }
    });
  }

  /** Has to be called for each subject that is asked about. */
  add(subject: WindowSubject, group: ServiceGroup): void {
    this.#groups.set(subject, group);
  }

  /** {@inheritDoc ScopeBook.matching} */
  matching(subject: WindowSubject): Uint32Array {
    const group = this.#groups.get(subject);
    if (!group) {
      throw new RangeError('The subject is of none of the groups');
    }
    const bound = this.#boundFor(subject);
    const positions: number[] = [];
    for (const name of [EVERY_SERVICE, ...group.names]) {
      for (const { position, place } of this.#windows.get(name) ?? []) {
        if (bound[place] === 1) {
          positions.push(position);
        }
      }
    }
    return Uint32Array.from(positions).sort();
  }

  /** Of each place, whether it is one of the subject's. */
  #boundFor(subject: WindowSubject): Uint8Array {
    const { tier, environment, regions, releaseClass } = subject;
    const key = JSON.stringify([tier, environment, regions, releaseClass]);
    let bound = this.#bound.get(key);
    if (!bound) {
      bound = Uint8Array.from(this.#places, place =>
        scopeIncludesAside(place, subject) ? 1 : 0,
      );
      this.#bound.set(key, bound);
    }
    return bound;
  }
}
