import { type Entity, parseEntityRef } from '@backstage/catalog-model';

type Relations = Record<string, string[]>;

/** An entity as the catalog shows it: its relations, and what it declares. */
export function entity(
  ref: string,
  {
    relations = {},
    continuity,
    title,
    annotations,
    ...spec
  }: {
    relations?: Relations;
    continuity?: object;
    title?: string;
    annotations?: Record<string, string>;
    [field: string]: unknown;
  } = {},
): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  const own = ['BusinessFunction', 'FreezeCalendar'].includes(kind);
  return {
    apiVersion: own ? 'continuity.dev/v1' : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace,
      ...(title !== undefined && { title }),
      ...(annotations && { annotations }),
    },
    spec: JSON.parse(
      JSON.stringify({
        type: 'service',
        owner: 'group:default/team-a',
        ...spec,
        ...(continuity && { continuity }),
      }),
    ),
    relations: Object.entries(relations).flatMap(([type, refs]) =>
      refs.map(targetRef => ({ type, targetRef })),
    ),
  };
}

/**
 * A shop that takes payments: two providers that stand in for each other, both behind one
 * network, a soft dependency, an API between two services, and a region.
 */
export const bank: Entity[] = [
  entity('BusinessFunction:default/sell', {
    title: 'Sell',
    owner: 'group:default/sales',
    tier: 'tier-1',
    rto: 'PT2H',
    supportedBy: ['component:default/shop'],
  }),
  entity('Component:default/shop', {
    title: 'Shop',
    relations: {
      dependsOn: [
        'component:default/recommender',
        'resource:default/psp-a',
        'resource:default/psp-b',
      ],
      consumesApi: ['api:default/orders'],
    },
    continuity: {
      tier: 'tier-1',
      rto: 'PT1H',
      recoveryTime: 'PT10M',
      availability: 0.999,
      availabilityTarget: 0.99,
      environments: [{ name: 'production', region: 'west' }],
      dependencies: [
        { ref: 'component:default/recommender', strength: 'soft' },
        { ref: 'resource:default/psp-a', group: 'psp' },
        { ref: 'resource:default/psp-b', group: 'psp' },
      ],
    },
  }),
  entity('API:default/orders', {
    type: 'openapi',
    relations: { apiProvidedBy: ['component:default/orders'] },
  }),
  entity('Component:default/orders', {
    owner: 'group:default/team-b',
    relations: { dependsOn: ['resource:default/orders-db'] },
    continuity: {
      tier: 'tier-2',
      rto: 'PT8H',
      recoveryTime: 'PT30M',
      availability: 0.999,
      environments: [
        { name: 'production', region: 'west' },
        { name: 'production', region: 'east', role: 'standby' },
        { name: 'staging', region: 'north' },
      ],
    },
  }),
  entity('Resource:default/orders-db', {
    type: 'database',
    owner: 'group:default/team-b',
    continuity: {
      rto: 'PT4H',
      recoveryTime: 'PT1H',
      availability: 0.9999,
      environments: [
        { name: 'production', region: 'west' },
        { name: 'production', region: 'east', role: 'secondary' },
      ],
    },
  }),
  entity('Component:default/recommender', {
    continuity: { tier: 'tier-4', recoveryTime: 'PT5M', availability: 0.9 },
  }),
  ...['psp-a', 'psp-b'].map(name =>
    entity(`Resource:default/${name}`, {
      type: 'saas',
      title: name.toLocaleUpperCase('en-US'),
      relations: { dependsOn: ['resource:default/network'] },
      continuity: {
        rto: 'PT30M',
        recoveryTime: 'PT5M',
        saas: {
          vendor: `${name} Ltd`,
          sla: 0.999,
          substitutes: [
            'resource:default/psp-b',
            'resource:default/psp-a',
          ].filter(ref => !ref.endsWith(name)),
        },
      },
    }),
  ),
  entity('Resource:default/network', {
    type: 'network',
    owner: 'group:default/platform',
    continuity: {
      tier: 'tier-1',
      rto: 'PT30M',
      recoveryTime: 'PT15M',
      availability: 0.9999,
    },
  }),
];
