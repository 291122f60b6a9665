import type { JsonObject } from '@backstage/types';
import { ENVIRONMENT_ROLES } from '@continuity/engine';
import { saasContractSchema } from './saasContractSchema';
import {
  durationSchema,
  entityRefSchema,
  impactSchema,
  ownerRefSchema,
  shareSchema,
  textSchema,
} from './vocabularySchema';

/** JSON schema of the optional `spec.continuity` block. */
export const continuityBlockSchema: JsonObject = {
  type: 'object',
  description:
    'What continuity asks of this entity: how fast it must be back, how much data may be lost, where it runs and what it needs.',
  additionalProperties: false,
  properties: {
    tier: {
      ...textSchema,
      description:
        'Id of a continuity tier. Absent: derived from the recovery time objective.',
      examples: ['tier-1'],
    },
    rto: {
      ...durationSchema,
      description:
        'Recovery time objective, ISO 8601 duration. Absent: derived from the impact analysis.',
    },
    rpo: {
      ...durationSchema,
      description:
        'Recovery point objective, ISO 8601 duration. PT0S: no loss is tolerable.',
    },
    impact: impactSchema,
    rollbackOwner: {
      ...ownerRefSchema,
      description: 'Entity ref of the User or Group who decides to roll back.',
    },
    environments: {
      type: 'array',
      description:
        'Where the entity is deployed. Absent: the environments of the organisation.',
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: textSchema,
          region: textSchema,
          role: {
            type: 'string',
            description: 'Absent means primary.',
            enum: [...ENVIRONMENT_ROLES],
          },
        },
      },
    },
    dependencies: {
      type: 'array',
      description:
        'What the entity needs to function; refines spec.dependsOn, whose entries are hard.',
      items: {
        type: 'object',
        required: ['ref'],
        additionalProperties: false,
        properties: {
          ref: entityRefSchema,
          strength: {
            type: 'string',
            description:
              'Absent means hard: this entity fails when the dependency does.',
            enum: ['hard', 'soft'],
          },
          group: {
            ...textSchema,
            description: 'Members of one group stand in for each other.',
          },
          minAvailable: {
            type: 'integer',
            minimum: 1,
            description:
              'How many members of the group must live. Absent means 1.',
          },
          recoveryStep: {
            type: 'integer',
            minimum: 0,
            maximum: 254,
            description:
              'Place in the recovery of this entity: the same step side by side, a later one after it. Absent: beside all.',
          },
        },
      },
    },
    availability: {
      ...shareSchema,
      description:
        'Share of the time in which it works itself while all that it needs does. Absent: not known.',
    },
    availabilityTarget: {
      ...shareSchema,
      description:
        'Share of the time that it promises with all that it needs. Absent: it promises none.',
    },
    recoveryTime: {
      ...durationSchema,
      description:
        'How long its own recovery takes once all that it needs is back. Absent: not known.',
    },
    saas: saasContractSchema,
  },
};
