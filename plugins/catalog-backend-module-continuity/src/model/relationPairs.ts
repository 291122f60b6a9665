import type { CatalogModelRelationPairDefinition } from '@backstage/catalog-model/alpha';
import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import {
  CONTINUITY_SPEC_KINDS,
  KIND_BUSINESS_FUNCTION,
  KIND_FREEZE_CALENDAR,
  KIND_HOLIDAY_CALENDAR,
  RELATION_FREEZES,
  RELATION_FROZEN_BY,
  RELATION_SUPPORTED_BY,
  RELATION_SUPPORTS,
} from '@continuity/plugin-continuity-common';

const serviceKinds = [...CONTINUITY_SPEC_KINDS];

/** The relation pairs that Continuity adds, or widens to more kinds. */
export const relationPairs: CatalogModelRelationPairDefinition[] = [
  {
    fromKind: [
      KIND_FREEZE_CALENDAR,
      KIND_BUSINESS_FUNCTION,
      KIND_HOLIDAY_CALENDAR,
    ],
    toKind: ['Group', 'User'],
    description:
      'Who answers for a freeze calendar, a business function or a holiday calendar.',
    forward: { type: RELATION_OWNED_BY, title: 'owned by' },
    reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
  },
  {
    fromKind: KIND_BUSINESS_FUNCTION,
    toKind: serviceKinds,
    description: 'A business function and a service that it cannot do without.',
    forward: { type: RELATION_SUPPORTED_BY, title: 'supported by' },
    reverse: { type: RELATION_SUPPORTS, title: 'supports' },
  },
  {
    fromKind: KIND_FREEZE_CALENDAR,
    toKind: serviceKinds,
    description:
      'A freeze calendar and an entity that it names. The scope of its windows decides what it binds.',
    forward: { type: RELATION_FREEZES, title: 'freezes' },
    reverse: { type: RELATION_FROZEN_BY, title: 'frozen by' },
  },
  {
    // Backstage declares this pair for Component and Resource; a continuity
    // dependency may also start from or point at a System or an API.
    fromKind: serviceKinds,
    toKind: serviceKinds,
    description:
      'A dependency relation expressing that an entity needs another entity to function.',
    forward: { type: RELATION_DEPENDS_ON, title: 'depends on' },
    reverse: { type: RELATION_DEPENDENCY_OF, title: 'dependency of' },
  },
];
