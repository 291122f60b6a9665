import type { SourceCalendars } from '../calendars/CalendarSource';
import {
  type DeclaredFunction,
  declareFunction,
  membershipOf,
} from './businessFunctions';
import { CatalogContent, type ContentParts } from './CatalogContent';
import type { ChangedEntity } from './CatalogProjectionStore';
import {
  declareCalendar,
  type DeclaredCalendar,
  entryOf,
} from './declaredCalendars';
import {
  CALENDAR_KIND,
  FUNCTION_KIND,
  kindOf,
  readDocument,
  SERVICE_KINDS,
} from './documents';
import { LazyCatalogService } from './LazyCatalogService';
import { sourceEntries } from './sourceEntries';
import type { EntityVersions } from './standing';

/**
 * Makes the next revision out of one: collects changes, copies only what one of them
 * touches, and leaves the base as it is.
 */
export class CatalogContentUpdate {
  readonly #base: ContentParts;
  #services: Map<string, LazyCatalogService> | undefined;
  #functions: Map<string, DeclaredFunction> | undefined;
  #declared: Map<string, DeclaredCalendar> | undefined;
  #sources: Map<string, SourceCalendars> | undefined;

  constructor(base: CatalogContent) {
    this.#base = base.parts;
  }

  apply(changes: readonly ChangedEntity[]): void {
    for (const change of changes) {
      const kind = kindOf(change.entityRef);
      if (kind === CALENDAR_KIND) {
        this.#declared ??= new Map(this.#base.declared);
        put(this.#declared, change, versions =>
          declareCalendar(versions, this.#base.tierIds),
        );
      } else if (kind === FUNCTION_KIND) {
        this.#functions ??= new Map(this.#base.functions);
        put(this.#functions, change, declareFunction);
      } else if (SERVICE_KINDS.includes(kind)) {
        this.#services ??= new Map(this.#base.services);
        put(
          this.#services,
          change,
          ({ newest }) =>
            new LazyCatalogService(
              change.entityRef,
              newest,
              this.#base.declarations,
              this.#base.membership,
            ),
        );
      }
    }
  }

  /** Takes all that a source holds now. */
  replaceSource(name: string, held: SourceCalendars): void {
    this.#sources ??= new Map(this.#base.sources);
    this.#sources.set(name, held);
  }

  finish(revision: number): CatalogContent {
    const declared = this.#declared ?? this.#base.declared;
    const sources = this.#sources ?? this.#base.sources;
    const calendarsChanged = this.#declared ?? this.#sources;
    return new CatalogContent({
      ...this.#base,
      ...this.#servicesAmongFunctions(),
      revision,
      declared,
      sources,
      shelf: calendarsChanged
        ? this.#base.shelf.restocked([
            ...[...declared.values()].map(entryOf),
            ...[...sources.values()].flatMap(sourceEntries),
          ])
        : this.#base.shelf,
    });
  }

  /** When a function changed, any service may support it or no longer do so. */
  #servicesAmongFunctions(): Pick<
    ContentParts,
    'services' | 'functions' | 'membership'
  > {
    const services = this.#services ?? this.#base.services;
    if (!this.#functions) {
      const { functions, membership } = this.#base;
      return { services, functions, membership };
    }
    const membership = membershipOf(this.#functions.values());
    return {
      services: new Map(
        [...services].map(([ref, service]) => [ref, service.among(membership)]),
      ),
      functions: this.#functions,
      membership,
    };
  }
}

function put<T>(
  map: Map<string, T>,
  { entityRef, document, lastGood }: ChangedEntity,
  read: (versions: EntityVersions) => T,
) {
  if (!document) {
    map.delete(entityRef);
    return;
  }
  map.set(
    entityRef,
    read({
      newest: readDocument(document),
      ...(lastGood && {
        lastGood: { entity: readDocument(lastGood.document), at: lastGood.at },
      }),
    }),
  );
}
