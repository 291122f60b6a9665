import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ExternalPerson } from '@continuity/plugin-continuity-node';

/** Who somebody of another system is here, or why nobody knows. */
export type FoundPerson = { ref: string } | { unknown: string };

/**
 * Finds out who people of other systems are in the catalog: the one user with their e-mail
 * address. Two with the same address are nobody.
 */
export class ExternalPeople {
  readonly #catalog: Pick<CatalogService, 'queryEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'queryEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** @throws ServiceUnavailableError while the catalog cannot be asked */
  async find({ email, name }: ExternalPerson): Promise<FoundPerson> {
    if (email === undefined || email.trim() === '') {
      return {
        unknown: `It is not known who ${name} is here: there is no e-mail address.`,
      };
    }
    const refs = await this.#usersOf(email.trim());
    if (refs.length === 1) return { ref: refs[0] };
    return {
      unknown:
        refs.length === 0
          ? `No user of the catalog has the e-mail address of ${name}.`
          : `Several users of the catalog have the e-mail address of ${name}.`,
    };
  }

  async #usersOf(email: string): Promise<string[]> {
    try {
      const { items } = await this.#catalog.queryEntities(
        {
          filter: { kind: 'user', 'spec.profile.email': email },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit: 2,
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      return items.map(entity =>
        stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
      );
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked who somebody is: ${
          toError(error).message
        }`,
      );
    }
  }
}
