import type { JsonObject } from '@backstage/types';
import { entityRefSchema, shareSchema, textSchema } from './vocabularySchema';

/** JSON schema of `spec.continuity.saas`, for a Resource of type saas. */
export const saasContractSchema: JsonObject = {
  type: 'object',
  description:
    'What is agreed with the vendor of a third-party service. For a Resource of type saas.',
  required: ['vendor'],
  additionalProperties: false,
  properties: {
    vendor: { ...textSchema, description: 'Who sells it.' },
    sla: {
      ...shareSchema,
      description:
        'Availability that the contract promises. Absent: it promises none.',
    },
    supportHours: {
      ...textSchema,
      description: 'When the vendor answers, in words.',
      examples: ['24x7'],
    },
    exitPlan: {
      ...textSchema,
      description: 'Where it is written down how to leave the vendor.',
    },
    dataRegions: {
      type: 'array',
      minItems: 1,
      description: 'Where the vendor keeps data.',
      items: textSchema,
    },
    substitutes: {
      type: 'array',
      minItems: 1,
      description: 'Entity refs of what could take its place.',
      items: entityRefSchema,
    },
  },
};
