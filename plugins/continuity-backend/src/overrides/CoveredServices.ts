import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { formatProblem, type OverrideContent } from '@continuity/engine';
import type { CatalogProjection } from '../catalog';
import { entityOwner } from '../graph';
import type { Access, Caller } from '../http';
import { findUnknownParts } from './findUnknownParts';

/** What the catalog says of the services that an override is to cover. */
export interface Covered {
  /** Tier id or `unclassified` of each. */
  tiers: string[];
  /** Refs, each once. */
  owners: string[];
}

/** Looks up services that somebody wants an override for. */
export class CoveredServices {
  readonly #projection: Pick<CatalogProjection, 'current'>;
  readonly #access: Pick<Access, 'visibleOf'>;

  constructor(options: {
    projection: Pick<CatalogProjection, 'current'>;
    access: Pick<Access, 'visibleOf'>;
  }) {
    this.#projection = options.projection;
    this.#access = options.access;
  }

  /**
   * @throws InputError that names those which are no services, or hidden from the caller;
   * the two are not told apart. Also places and windows that there are not: what is
   * misspelt would be approved, and pass over nothing
   * @throws ServiceUnavailableError while the catalog has not been read
   */
  async of(
    content: Pick<
      OverrideContent,
      'entities' | 'environments' | 'regions' | 'rules'
    >,
    caller: Caller,
  ): Promise<Covered> {
    const { entities: entityRefs } = content;
    const [snapshot, visible] = await Promise.all([
      this.#projection.current(),
      this.#access.visibleOf(entityRefs, caller),
    ]);
    if (!snapshot) {
      throw new ServiceUnavailableError(
        'The catalog has not been read completely yet, so nobody can tell who has to approve; try again in a few seconds',
      );
    }
    const unknown: string[] = [];
    const services = entityRefs.flatMap(ref => {
      const service = visible.has(ref) ? snapshot.services.get(ref) : undefined;
      if (!service) unknown.push(ref);
      return service ?? [];
    });
    if (unknown.length > 0) {
      throw new InputError(
        `entities: the catalog has no service ${unknown.join(
          ' and no service ',
        )}, or you may not see it`,
      );
    }
    const problems = findUnknownParts(content, services, snapshot.calendars);
    if (problems.length > 0) {
      throw new InputError(problems.map(formatProblem).join('; '));
    }
    return {
      tiers: services.map(({ profile }) => profile.tier?.id ?? 'unclassified'),
      owners: [
        ...new Set(services.flatMap(({ entity }) => entityOwner(entity) ?? [])),
      ],
    };
  }
}
