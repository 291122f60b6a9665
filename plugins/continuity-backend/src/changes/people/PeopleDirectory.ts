import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Who belongs to groups and users that were asked for. */
export interface People {
  /** Refs of users by what was asked for; a user is its own only member. */
  members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Refs that were asked for and are not in the catalog. */
  missing: readonly string[];
}

/** Groups within groups that are followed; organisations are not deeper. */
const MAX_DEPTH = 10;
/** Entity refs a request to the catalog. */
const BATCH = 200;

/** Who people are in the catalog, whoever asks: the service looks as itself. */
export class PeopleDirectory {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * Members of groups, with those of the groups within them.
   *
   * @param refs - canonical refs of groups and users
   * @throws when the catalog cannot be asked
   */
  async membersOf(refs: Iterable<string>): Promise<People> {
    const asked = [...new Set(refs)];
    const groups = new Map<string, Group>();
    const missing: string[] = [];
    let frontier = asked.filter(isGroup);
    for (let depth = 0; depth < MAX_DEPTH && frontier.length > 0; depth++) {
      for (const [ref, entity] of await this.#read(frontier)) {
        if (!entity && depth === 0) missing.push(ref);
        groups.set(ref, groupOf(entity));
      }
      frontier = [
        ...new Set(
          frontier
            .flatMap(ref => groups.get(ref)?.children ?? [])
            .filter(ref => !groups.has(ref)),
        ),
      ];
    }
    const users = asked.filter(ref => !isGroup(ref));
    for (const [ref, entity] of await this.#read(users)) {
      if (!entity) missing.push(ref);
    }
    return {
      members: new Map(
        asked.map(ref => [
          ref,
          isGroup(ref)
            ? within(ref, groups)
            : new Set(missing.includes(ref) ? [] : [ref]),
        ]),
      ),
      missing: missing.sort(),
    };
  }

  async #read(
    refs: readonly string[],
  ): Promise<[string, Entity | undefined][]> {
    if (refs.length === 0) return [];
    const credentials = await this.#auth.getOwnServiceCredentials();
    const found: [string, Entity | undefined][] = [];
    for (let at = 0; at < refs.length; at += BATCH) {
      const batch = refs.slice(at, at + BATCH);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      );
      batch.forEach((ref, position) => found.push([ref, items[position]]));
    }
    return found;
  }
}

interface Group {
  users: readonly string[];
  children: readonly string[];
}

function groupOf(entity: Entity | undefined): Group {
  const of = (relation: string) =>
    (entity?.relations ?? [])
      .filter(({ type }) => type === relation)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return {
    users: of(RELATION_HAS_MEMBER).filter(ref => ref.startsWith('user:')),
    children: of(RELATION_PARENT_OF).filter(isGroup),
  };
}

/** Groups may contain each other in a circle. */
function within(
  ref: string,
  groups: ReadonlyMap<string, Group>,
): ReadonlySet<string> {
  const users = new Set<string>();
  const seen = new Set([ref]);
  for (const one of seen) {
    const group = groups.get(one);
    group?.users.forEach(user => users.add(user));
    group?.children.forEach(child => seen.add(child));
  }
  return users;
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}
