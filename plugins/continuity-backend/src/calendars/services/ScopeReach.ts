import {
  type PredicateOutcome,
  RELEASE_CLASSES,
  type ReleaseClass,
  scopeIncludesAside,
  type WindowScope,
  type WindowSubject,
} from '@continuity/engine';
import type { CatalogService } from '../../catalog';
import { OUTCOMES } from '../../fleet';
import { PositionSet } from './PositionSet';
import { partsOf } from './scopeParts';
import { type ServiceIndex, UNCLASSIFIED } from './ServiceIndex';

/** Where something is deployed to. An absent part: anywhere. */
export interface Place {
  environment?: string;
  /** Null: where an environment names none. */
  region?: string | null;
}

const ANYWHERE: Place = {};

/** 32 MB; callers who ask for every place must not fill the memory. */
const MAX_REMEMBERED_BITS = 256_000_000;
const MAX_REMEMBERED_FACETS = 20_000_000;

/**
 * Which services scopes are for: a window is for a service when it is for some release
 * of some class of it to some of the regions of one of its environments. It does not
 * depend on the time, so it is worked out once for all windows of equal scope.
 */
export class ScopeReach {
  readonly #index: ServiceIndex;
  readonly #remembersPredicates: boolean;
  readonly #reaches = new Map<string, Promise<PositionSet>>();
  readonly #facets = new Map<string, Uint8Array>();

  constructor(
    index: ServiceIndex,
    options: { remembersPredicates: boolean } = { remembersPredicates: true },
  ) {
    this.#index = index;
    this.#remembersPredicates = options.remembersPredicates;
  }

  /**
   * For scopes that somebody is still thinking about: what is worked out for them is
   * forgotten with the result, and so costs no memory however many there are.
   */
  forDrafts(): ScopeReach {
    return new ScopeReach(this.#index, { remembersPredicates: false });
  }

  /** Every service that the scope is for, in a place. */
  async of(scope: WindowScope, place: Place = ANYWHERE): Promise<PositionSet> {
    const key = JSON.stringify([scope, ...keyOf(place)]);
    let reach = this.#reaches.get(key);
    if (!reach) {
      reach = this.#workOut(scope, place);
      if (this.#reaches.size * this.#index.size >= MAX_REMEMBERED_BITS) {
        this.#reaches.clear();
      }
      this.#reaches.set(key, reach);
      reach.catch(() => this.#reaches.delete(key));
    }
    return reach;
  }

  /**
   * Whether the scope is for a facet in a place, as far as its tier and environments
   * decide.
   */
  isForFacet(scope: WindowScope, facet: number, place: Place): boolean {
    return this.#facetsBound(scope, place)[facet] === 1;
  }

  async #workOut(scope: WindowScope, place: Place): Promise<PositionSet> {
    const index = this.#index;
    const { facetOf } = index;
    const { systems, businessFunctions, entities, except = {} } = scope;
    const bound = this.#facetsBound(scope, place);
    const isBoundAt = (position: number) => bound[facetOf[position]] === 1;
    const listed = listedBy(index, { systems, businessFunctions });
    let reach = listed
      ? PositionSet.of(index.size, listed.filter(isBoundAt))
      : PositionSet.where(index.size, isBoundAt);
    if (except.systems) {
      reach = reach.without(index.inSystems(except.systems));
    }
    if (except.businessFunctions) {
      reach = reach.without(index.supporting(except.businessFunctions));
    }
    // One that cannot be evaluated leaves nobody out, and exempts nobody.
    if (entities !== undefined) {
      const says = await this.#said(entities);
      reach = reach.filter(position => says(position) !== 'no');
    }
    if (except.entities !== undefined) {
      const says = await this.#said(except.entities);
      reach = reach.filter(position => says(position) !== 'yes');
    }
    return reach;
  }

  /** What a predicate says of the service at a position. */
  async #said(
    predicate: NonNullable<WindowScope['entities']>,
  ): Promise<(position: number) => PredicateOutcome> {
    const { predicates } = this.#index;
    const column = this.#remembersPredicates
      ? await predicates.of(predicate)
      : await predicates.ofDraft(predicate);
    return position => OUTCOMES[column[position]];
  }

  /** By facet: 1 when the scope may be for services of it. */
  #facetsBound(scope: WindowScope, place: Place): Uint8Array {
    const { place: cheap } = partsOf(scope);
    const key = JSON.stringify([cheap, ...keyOf(place)]);
    let bound = this.#facets.get(key);
    if (!bound) {
      bound = Uint8Array.from(this.#index.facets, service =>
        isBound(cheap, service, place) ? 1 : 0,
      );
      if (this.#facets.size * bound.length >= MAX_REMEMBERED_FACETS) {
        this.#facets.clear();
      }
      this.#facets.set(key, bound);
    }
    return bound;
  }
}

/** Anywhere and nowhere are no texts, so that they are no names either. */
function keyOf({ environment, region }: Place): (string | number | null)[] {
  return [environment ?? 0, region === undefined ? 0 : region];
}

/** Who is in the systems and supports the functions. Absent: none are named. */
function listedBy(
  index: ServiceIndex,
  { systems, businessFunctions }: WindowScope,
): number[] | undefined {
  const lists = [
    ...(systems ? [index.inSystems(systems)] : []),
    ...(businessFunctions ? [index.supporting(businessFunctions)] : []),
  ];
  if (lists.length === 0) {
    return undefined;
  }
  return [...lists.reduce((some, others) => some.and(others))];
}

function isBound(
  scope: WindowScope,
  service: CatalogService,
  place: Place,
): boolean {
  for (const subject of subjectsOf(service, place)) {
    if (scopeIncludesAside(scope, subject)) {
      return true;
    }
  }
  return false;
}

/** Which parts of a subject make a difference, and so have to be gone through. */
export interface SubjectParts {
  /** Absent: every class. */
  classes?: readonly ReleaseClass[];
  /** Whether a deployment may be to some of the regions only. Absent: true. */
  eachRegion?: boolean;
}

/**
 * What can be asked of a service: for every environment a deployment to all of its
 * regions and to each alone, for every release class.
 */
export function* subjectsOf(
  service: CatalogService,
  { environment, region }: Place = ANYWHERE,
  { classes = RELEASE_CLASSES, eachRegion = true }: SubjectParts = {},
): Iterable<WindowSubject> {
  const tier = service.profile.tier?.id ?? UNCLASSIFIED;
  for (const [name, regions] of regionsByEnvironment(service)) {
    if (environment === undefined || environment === name) {
      for (const touched of deployments(regions, region, eachRegion)) {
        for (const releaseClass of classes) {
          yield {
            entity: service.entity,
            tier,
            systems: service.systems,
            businessFunctions: service.businessFunctions,
            environment: name,
            regions: touched,
            releaseClass,
          };
        }
      }
    }
  }
}

/** The parts that some of the scopes look at. */
export function partsAskedBy(scopes: Iterable<WindowScope>): SubjectParts {
  let byClass = false;
  let eachRegion = false;
  for (const { classes, regions, except } of scopes) {
    byClass ||= classes !== undefined || except?.classes !== undefined;
    eachRegion ||= regions !== undefined || except?.regions !== undefined;
  }
  return { eachRegion, ...(!byClass && { classes: ['standard'] }) };
}

/** The regions of each environment; one that names none may be anywhere. */
function regionsByEnvironment(service: CatalogService): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, region } of service.environments) {
    const regions = found.get(name) ?? [];
    if (region !== undefined) {
      regions.push(region);
    }
    found.set(name, regions);
  }
  return found;
}

function deployments(
  regions: string[],
  only: Place['region'],
  eachRegion: boolean,
): string[][] {
  if (only === null) {
    return regions.length === 0 ? [[]] : [];
  }
  if (only !== undefined) {
    return regions.includes(only) ? [[only]] : [];
  }
  return eachRegion && regions.length > 1
    ? [regions, ...regions.map(region => [region])]
    : [regions];
}
