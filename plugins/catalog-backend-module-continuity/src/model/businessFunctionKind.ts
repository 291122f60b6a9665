import type { CatalogModelKindDefinition } from '@backstage/catalog-model/alpha';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  CONTINUITY_API_GROUP,
  KIND_BUSINESS_FUNCTION,
  RELATION_SUPPORTED_BY,
} from '@continuity/plugin-continuity-common';
import {
  durationSchema,
  entityRefSchema,
  impactSchema,
  ownerRefSchema,
  textSchema,
} from './vocabularySchema';

/** The kind BusinessFunction: what the business does, its peaks, and what supports it. */
export const businessFunctionKind: CatalogModelKindDefinition = {
  group: CONTINUITY_API_GROUP,
  names: {
    kind: KIND_BUSINESS_FUNCTION,
    singular: 'business function',
    plural: 'business functions',
  },
  description:
    'A BusinessFunction is something the business does, how long it can be without it, and the services that support it.',
  versions: [
    {
      name: 'v1',
      relationFields: [
        {
          selector: { path: 'spec.owner' },
          relation: RELATION_OWNED_BY,
          defaultKind: 'Group',
          defaultNamespace: 'inherit',
          allowedKinds: ['Group', 'User'],
        },
        {
          selector: { path: 'spec.supportedBy' },
          relation: RELATION_SUPPORTED_BY,
          defaultNamespace: 'inherit',
        },
      ],
      schema: {
        jsonSchema: {
          type: 'object',
          required: ['spec'],
          properties: {
            spec: {
              type: 'object',
              required: ['owner', 'supportedBy'],
              additionalProperties: false,
              properties: {
                owner: ownerRefSchema,
                tier: {
                  ...textSchema,
                  description: 'Id of the tier the business asks for.',
                },
                rto: durationSchema,
                impact: impactSchema,
                peaks: {
                  type: 'array',
                  description: 'Times of special load or attention, in words.',
                  items: {
                    type: 'object',
                    required: ['title'],
                    additionalProperties: false,
                    properties: {
                      title: textSchema,
                      description: { type: 'string' },
                    },
                  },
                },
                supportedBy: {
                  type: 'array',
                  description: 'What the function cannot do without.',
                  minItems: 1,
                  items: entityRefSchema,
                },
              },
            },
          },
        },
      },
    },
  ],
};
