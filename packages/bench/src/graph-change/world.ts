import type { Entity } from '@backstage/catalog-model';

/** What the server is told. */
export type Order =
  | { kind: 'fill' }
  /** Services that are declared anew. */
  | { kind: 'change'; services: number[]; dependsOn: string[] }
  /** Whether others would have had to wait. */
  | { kind: 'watch' }
  | { kind: 'watched' };

/** Others send messages to the parent of a process, too. */
export interface Answer {
  isAnswer: true;
  /** The longest that the event loop was late. */
  longestMs?: number;
}

export const DATABASE = 'resource:default/database';
/** What nobody depends on before something changes. */
export const NEW = 'resource:default/new';

export function serviceRef(index: number): string {
  return `component:default/service-${index}`;
}

/** @param dependsOn - besides what every service needs */
export function serviceEntity(index: number, dependsOn: string[] = []): Entity {
  return {
    ...named('Component', `service-${index}`),
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `group:default/team-${index % 500}`,
      dependsOn: [
        // A tree in which most are needed by few, and a few by very many.
        index === 0 ? DATABASE : serviceRef(Math.floor(index / 4)),
        serviceRef(Math.max(0, index - 1 - (index % 50))),
        ...dependsOn,
      ],
    },
  };
}

/** So many entities, most of them services. */
export function catalogEntities(count: number): Entity[] {
  const resource = (name: string): Entity => ({
    ...named('Resource', name),
    spec: { type: 'database', owner: 'group:default/team-0' },
  });
  return [
    resource('database'),
    resource('new'),
    {
      ...named('BusinessFunction', 'sell'),
      apiVersion: 'continuity.dev/v1',
      spec: {
        owner: 'group:default/team-0',
        tier: 'tier-1',
        rto: 'PT1H',
        supportedBy: [serviceRef(count - 4)],
      },
    },
    ...Array.from({ length: count - 3 }, (_, index) => serviceEntity(index)),
  ];
}

function named(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://example.com/catalog',
        'backstage.io/managed-by-origin-location':
          'url:https://example.com/catalog',
      },
    },
  };
}
