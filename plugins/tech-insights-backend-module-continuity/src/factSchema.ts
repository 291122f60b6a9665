import type { FactSchema } from '@backstage-community/plugin-tech-insights-common';

/** The version of {@link factSchema}; another shape needs another one. */
export const FACT_VERSION = '1.0.0';

/** What Tech Insights is told of a service on one scorecard. */
export const factSchema = {
  level: {
    type: 'string',
    description: 'Id of the level that the service stands on, or `none`',
  },
  levelPlace: {
    type: 'integer',
    description: 'Place of that level: 0 for none, 1 for the lowest',
  },
  worst: {
    type: 'float',
    description: 'Score in percent if nothing that is unknown is well',
  },
  best: {
    type: 'float',
    description: 'Score in percent if all that is unknown is well',
  },
  pass: { type: 'integer', description: 'Checks that pass' },
  fail: { type: 'integer', description: 'Checks that fail' },
  unknown: {
    type: 'integer',
    description: 'Checks of which nobody knows; they are no pass',
  },
  exempt: {
    type: 'integer',
    description:
      'Of those that fail or are unknown, the ones with an exemption in force; they are no pass',
  },
  judgedAt: {
    type: 'datetime',
    description: 'Since when the result is as it is',
  },
} as const satisfies FactSchema;

/** A value for every fact of the schema. */
export type ScorecardFacts = {
  [Name in keyof typeof factSchema]: (typeof factSchema)[Name]['type'] extends
    | 'integer'
    | 'float'
    ? number
    : string;
};
