import { z } from 'zod';
import { oneOf, readShape, strictShape, textThat, type Reading } from '../time';
import type { ReleaseFacts } from './types';

const COUNT = 'a whole number, 0 or more';
const count = z.int({ error: COUNT }).min(0, { error: COUNT });
const words = textThat('a text that says something', text => /\S/.test(text));
const names = (noun: string) => z.array(words, { error: noun });

/** Reads facts about a release as a pipeline or a person tells them. */
export function parseReleaseFacts(
  raw: unknown,
  options: { tierIds: readonly string[]; path?: string },
): Reading<ReleaseFacts> {
  const reading = readShape(shapeOf(options.tierIds), raw, options.path ?? '');
  if (!reading.ok) return reading;
  const { history } = reading.value;
  if (history && history.failed > history.deployments) {
    return {
      ok: false,
      problems: [
        {
          path: [options.path, 'history.failed'].filter(Boolean).join('.'),
          message: `${history.failed} is not within the ${history.deployments} deployments; expected at most so many`,
        },
      ],
    };
  }
  return { ok: true, value: reading.value };
}

function shapeOf(tierIds: readonly string[]) {
  const tiers = [...tierIds, 'unclassified'];
  return strictShape('facts about a release', {
    tier: textThat(`one of ${tiers.join(', ')}`, text =>
      tiers.includes(text),
    ).optional(),
    blastRadius: strictShape('a blast radius', {
      businessFunctions: count,
      criticalServices: count,
    }).optional(),
    migration: oneOf(['none', 'reversible', 'irreversible']).optional(),
    touches: z
      .array(oneOf(['configuration', 'infrastructure']), {
        error: 'a list of configuration, infrastructure',
      })
      .optional(),
    size: strictShape('a size', { files: count, lines: count }).optional(),
    majorUpdates: names('a list of dependencies').optional(),
    calendar: strictShape('what the calendar says', {
      freezes: names('a list of titles'),
      peaks: names('a list of titles'),
    }).optional(),
    history: strictShape('a history of deployments', {
      deployments: count,
      failed: count,
    }).optional(),
    pipeline: oneOf(['conformant', 'divergent']).optional(),
    incident: words.optional(),
  });
}
