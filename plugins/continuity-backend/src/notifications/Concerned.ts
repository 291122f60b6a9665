import type { WindowScope } from '@continuity/engine';
import type { CatalogSnapshot } from '../catalog';
import type { Counted, CountedServices } from '../calendars';
import type { Recipient } from './freezeNews';

/** Whom a window is for, by owner. */
export interface Audience {
  /** Services of the fleet, those without an owner included. */
  services: number;
  /** In the order of their refs. */
  recipients: Recipient[];
}

/**
 * Finds who is to be told of windows: the owners of the services that they are for, each
 * once with a number, and those who answer for the window.
 */
export class Concerned {
  readonly #counted: Counted;
  /** Windows of equal scope are for the same services. */
  readonly #owners = new Map<
    string,
    { services: number; byOwner: ReadonlyMap<string, number> }
  >();

  private constructor(counted: Counted) {
    this.#counted = counted;
  }

  static async among(
    services: CountedServices,
    snapshot: Pick<CatalogSnapshot, 'services'>,
  ): Promise<Concerned> {
    return new Concerned(await services.of(snapshot));
  }

  /** @param answering - refs of who answers for the window and its calendar */
  async by(
    scope: WindowScope,
    answering: readonly string[],
  ): Promise<Audience> {
    const { services, byOwner } = await this.#ownersOf(scope);
    const recipients = new Map<string, Recipient>();
    for (const [owner, count] of byOwner) {
      recipients.set(owner, { owner, services: count });
    }
    for (const owner of answering) {
      recipients.set(owner, {
        owner,
        services: byOwner.get(owner) ?? 0,
        answers: true,
      });
    }
    return {
      services,
      recipients: [...recipients.values()].sort((a, b) =>
        a.owner < b.owner ? -1 : 1,
      ),
    };
  }

  async #ownersOf(scope: WindowScope) {
    const key = JSON.stringify(scope);
    const known = this.#owners.get(key);
    if (known) {
      return known;
    }
    const { index, reach } = this.#counted;
    const concerned = (await reach.of(scope)).and(index.fleet);
    const byOwner = new Map<string, number>();
    let services = 0;
    for (const position of concerned) {
      services += 1;
      const { owner } = index.rows[position];
      if (owner !== undefined) {
        byOwner.set(owner, (byOwner.get(owner) ?? 0) + 1);
      }
    }
    const found = { services, byOwner };
    this.#owners.set(key, found);
    return found;
  }
}

/** Splits an audience by whether somebody was in another one, too. */
export function splitAudience(
  audience: Audience,
  other: Audience | undefined,
): { also: Audience; only: Audience } {
  const others = new Set(other?.recipients.map(({ owner }) => owner));
  const { services, recipients } = audience;
  return {
    also: {
      services,
      recipients: recipients.filter(({ owner }) => others.has(owner)),
    },
    only: {
      services,
      recipients: recipients.filter(({ owner }) => !others.has(owner)),
    },
  };
}
