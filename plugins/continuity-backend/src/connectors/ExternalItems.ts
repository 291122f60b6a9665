import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ConnectedEntity,
  ExternalItem,
} from '@continuity/plugin-continuity-node';

/** What something of another system is here, or why nobody knows. */
export type FoundItem = { ref: string } | { unknown: string };

/** Kinds that are changed. */
const KINDS = ['component', 'resource', 'system', 'api'];
/** What the catalog takes for a name. */
const NAME = /^[\w.-]{1,63}$/;
/** Entities of one name, of whatever kinds. */
const MOST_ASKED = 20;

/** What is changed, as other systems and the catalog know it. */
export class ExternalItems {
  readonly #catalog: Pick<
    CatalogService,
    'queryEntities' | 'getEntitiesByRefs'
  >;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * The one entity that says in an annotation that it is this, else the one of that name.
   *
   * @throws ServiceUnavailableError while the catalog cannot be asked
   */
  async find({ title, annotation, name }: ExternalItem): Promise<FoundItem> {
    const { key, values } = annotation;
    const said = await this.#query(
      values.map(value => ({ [`metadata.annotations.${key}`]: value })),
    );
    if (said.length > 0) return onlyOne(said, title);
    const named =
      name === undefined || !NAME.test(name)
        ? []
        : await this.#query([{ 'metadata.name': name }]);
    return named.length > 0
      ? onlyOne(named, title)
      : {
          unknown: `No entity of the catalog is ${title}; expected one with the annotation ${key}: ${values.join(
            ' or ',
          )}.`,
        };
  }

  /**
   * What is changed, for a connector. An entity that the catalog has not any more is told
   * by its ref.
   *
   * @throws ServiceUnavailableError while the catalog cannot be asked
   */
  async describe(refs: readonly string[]): Promise<ConnectedEntity[]> {
    const entities = await this.#asked(async credentials => {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields: ['kind', 'metadata'] },
        { credentials },
      );
      return items;
    });
    return refs.map((ref, at) => {
      const entity = entities[at];
      return {
        ref,
        name: entity?.metadata.name ?? ref.slice(ref.indexOf('/') + 1),
        ...(entity?.metadata.title !== undefined && {
          title: entity.metadata.title,
        }),
        annotations: entity?.metadata.annotations ?? {},
      };
    });
  }

  #query(filter: Record<string, string>[]): Promise<Entity[]> {
    if (filter.length === 0) return Promise.resolve([]);
    return this.#asked(async credentials => {
      const { items } = await this.#catalog.queryEntities(
        {
          filter,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit: MOST_ASKED,
        },
        { credentials },
      );
      return items.filter(({ kind }) =>
        KINDS.includes(kind.toLocaleLowerCase('en-US')),
      );
    });
  }

  async #asked<T>(
    ask: (
      credentials: Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>,
    ) => Promise<T>,
  ): Promise<T> {
    try {
      return await ask(await this.#auth.getOwnServiceCredentials());
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked what is changed: ${
          toError(error).message
        }`,
      );
    }
  }
}

function onlyOne(entities: readonly Entity[], title: string): FoundItem {
  const refs = entities.map(entity =>
    stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
  );
  return refs.length === 1
    ? { ref: refs[0] }
    : {
        unknown: `Several entities of the catalog are ${title}: ${refs.join(
          ', ',
        )}.`,
      };
}
