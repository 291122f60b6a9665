import type { JsonObject } from '@backstage/types';
import { IMPACT_CATEGORIES } from '@continuity/engine';

/**
 * JSON schemas of the words that several kinds share.
 *
 * They describe the shape to tools that read the catalog model, and are the
 * safety net when the processor has been switched off. The processor is
 * stricter and speaks first, so nothing here may refuse what it accepts.
 */

/** ISO 8601-1 5.5.2.2, designators in order, at least one. */
export const durationSchema: JsonObject = {
  type: 'string',
  description: 'ISO 8601 duration, e.g. PT1H or P7D.',
  examples: ['PT15M', 'PT4H', 'P1D'],
  pattern:
    '^P(?=.)([0-9.,]+Y)?([0-9.,]+M)?([0-9.,]+W)?([0-9.,]+D)?(T(?=.)([0-9.,]+H)?([0-9.,]+M)?([0-9.,]+S)?)?$',
};

/** Any text with something in it. */
export const textSchema: JsonObject = { type: 'string', minLength: 1 };

/** An entity ref that names its kind; without a namespace, that of the entity itself. */
export const entityRefSchema: JsonObject = {
  type: 'string',
  description: 'Entity ref with its kind, e.g. component:default/ledger.',
  pattern: '^[^:/\\s]+:([^:/\\s]+/)?[^:/\\s]+$',
};

/** An owner: kind defaults to Group and namespace to that of the entity itself. */
export const ownerRefSchema: JsonObject = {
  type: 'string',
  description: 'Entity ref of a Group or User, e.g. group:default/payments.',
  pattern: '^([^:/\\s]+:)?([^:/\\s]+/)?[^:/\\s]+$',
};

/** A share of the time: more than 0, at most 1. */
export const shareSchema: JsonObject = {
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 1,
  examples: [0.999],
};

/** A business impact analysis (ISO 22301). */
export const impactSchema: JsonObject = {
  type: 'array',
  description:
    'Business impact analysis: after how long is an outage intolerable, per category?',
  items: {
    type: 'object',
    required: ['category', 'intolerableAfter'],
    additionalProperties: false,
    properties: {
      category: {
        type: 'string',
        enum: [...IMPACT_CATEGORIES],
      },
      intolerableAfter: durationSchema,
      description: { type: 'string' },
    },
  },
};
