import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { ReadableCatalog } from '../CatalogReader';

/** A catalog in memory that can fail half-way and pass entities over. */
export class FakeCatalog implements ReadableCatalog {
  entities: Entity[] = [];
  /** Fails after this many pages. Absent: does not fail. */
  failAfterPages: number | undefined;
  /** Refs that a stream passes over although they exist. */
  passedOver = new Set<string>();
  pageSize = 2;
  readings = 0;

  async *streamEntities(): AsyncIterable<Entity[]> {
    this.readings += 1;
    const entities = this.entities.filter(
      entity => !this.passedOver.has(stringifyEntityRef(entity)),
    );
    let page = 0;
    for (let from = 0; from < entities.length; from += this.pageSize) {
      if (page === this.failAfterPages) {
        throw new Error('The catalog went away');
      }
      yield entities.slice(from, from + this.pageSize);
      page += 1;
    }
  }

  async getEntitiesByRefs(request: { entityRefs: string[] }) {
    const byRef = new Map(
      this.entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    return { items: request.entityRefs.map(ref => byRef.get(ref)) };
  }
}

/** A component, with `spec.continuity` when given. */
export function component(name: string, continuity?: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-a',
      ...(continuity && { continuity: JSON.parse(JSON.stringify(continuity)) }),
    },
  };
}

/** A calendar with one window; by default frozen on 1 and 2 December 2026, UTC. */
export function freezeCalendar(name: string, window: object = {}): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name, namespace: 'default', title: `Calendar ${name}` },
    spec: {
      owner: 'group:default/finance',
      timezone: 'UTC',
      windows: [
        JSON.parse(
          JSON.stringify({
            id: 'closing',
            title: 'Closing',
            reason: 'Books are closed',
            start: '2026-12-01T00:00:00',
            end: '2026-12-03T00:00:00',
            ...window,
          }),
        ),
      ],
    },
  };
}

/** A business function that is supported by what is listed. */
export function businessFunction(
  name: string,
  supportedBy: unknown,
  spec: object = {},
): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'BusinessFunction',
    metadata: { name, namespace: 'default', title: `Function ${name}` },
    spec: JSON.parse(
      JSON.stringify({ owner: 'group:default/finance', supportedBy, ...spec }),
    ),
  };
}

/** Days off, by default Christmas of 2026. */
export function holidayCalendar(name: string, spec: object = {}): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'HolidayCalendar',
    metadata: { name, namespace: 'default' },
    spec: JSON.parse(
      JSON.stringify({
        owner: 'group:default/finance',
        days: [{ date: '2026-12-25', title: 'Christmas' }],
        ...spec,
      }),
    ),
  };
}

/** A calendar whose windows come from a feed; by default for everybody, in UTC. */
export function feedCalendar(
  name: string,
  feed: object,
  spec: object = {},
): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name, namespace: 'default', title: `Calendar ${name}` },
    spec: JSON.parse(
      JSON.stringify({
        owner: 'group:default/finance',
        timezone: 'UTC',
        feed: { reason: 'A public holiday', ...feed },
        ...spec,
      }),
    ),
  };
}
