import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { readPredicate } from '../../calendar/scope/predicate';
import {
  listOf,
  parseInstant,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Problem,
} from '../../time';
import { defaultScorecards } from './defaultScorecards';
import type { Scorecard } from './types';

/** What scorecards may refer to. */
export interface ScorecardVocabulary {
  /** Ids of the tiers. `unclassified` is always known besides. */
  tierIds: readonly string[];
  /** Ids of the checks that exist. */
  checkIds: readonly string[];
}

const id = textThat(
  'an id in kebab-case, e.g. rollback-readiness',
  text => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && text.length <= 60,
);
const words = textThat('a text that says something', text => /\S/.test(text));

const WEIGHT = 'a whole number from 1 to 100';
const weight = z
  .int({ error: WEIGHT })
  .min(1, { error: WEIGHT })
  .max(100, { error: WEIGHT });

const PERCENT = 'a whole number of percent, from 1 to 100';
const percent = z
  .int({ error: PERCENT })
  .min(1, { error: PERCENT })
  .max(100, { error: PERCENT });

const OWNER = 'a reference to a user or group, e.g. group:default/platform';

const remedy = z.union(
  [
    strictShape('a remedy', {
      title: words,
      link: textThat('an http(s) address or a path of the portal', text =>
        /^(https?:\/\/|\/(?!\/))\S+$/.test(text),
      ),
    }),
    strictShape('a remedy', {
      title: words,
      template: textThat(
        'a template, e.g. template:default/rollback-plan',
        text => kindOf(text) === 'template',
      ),
      values: z.record(z.string(), z.string()).optional(),
      entityField: words.optional(),
    }),
  ],
  {
    error:
      'a remedy: title beside link, or beside template with values and entityField',
  },
);

/**
 * Reads `continuity.scorecards` of the configuration: a list that replaces the built-in
 * scorecards whole.
 *
 * @param path - Where it stands, for the problems.
 */
export function parseScorecardSettings(
  raw: unknown,
  vocabulary: ScorecardVocabulary,
  path: string = 'continuity.scorecards',
): { settings: Scorecard[] } | { problems: Problem[] } {
  if (raw === undefined || raw === null) {
    return { settings: defaultScorecards(vocabulary.tierIds) };
  }
  const reading = readShape(shapeOf(vocabulary), raw, path);
  if (!reading.ok) {
    return { problems: reading.problems };
  }
  const scorecards = reading.value.map(
    ({ rolloutDate, audience = {}, environment = 'production', ...rest }) => ({
      ...rest,
      audience,
      environment,
      ...(rolloutDate !== undefined && {
        rolloutAt: parseInstant(`${rolloutDate}T00:00:00Z`),
      }),
      levels: rest.levels.map(({ requires = [], ...level }) => ({
        ...level,
        requires,
      })),
    }),
  );
  const problems = [
    ...repeated(scorecards, path),
    ...scorecards.flatMap((scorecard, index) =>
      problemsIn(scorecard, `${path}.${index}`),
    ),
  ];
  return problems.length > 0 ? { problems } : { settings: scorecards };
}

const predicate = z.unknown().transform((value, context) => {
  const read = readPredicate(value);
  if (read.ok) return read.predicate;
  context.addIssue({
    code: 'custom',
    message: 'a filter predicate, e.g. { "spec.type": service }',
    input: value,
  });
  return z.NEVER;
});

function shapeOf({ tierIds, checkIds }: ScorecardVocabulary) {
  const tiers = [...tierIds, 'unclassified'];
  const applicability = strictShape('services that it is for', {
    entities: predicate.optional(),
    tiers: listOf('a list of tier ids', knownIn(tiers)).optional(),
  });
  const checkId = knownIn(checkIds);
  return z.array(
    strictShape('a scorecard', {
      id,
      title: words,
      description: words.optional(),
      owner: textThat(OWNER, text =>
        ['user', 'group'].includes(kindOf(text) ?? ''),
      ).optional(),
      audience: applicability.optional(),
      environment: words.optional(),
      rolloutDate: textThat(
        'a day, e.g. 2027-01-31',
        text => parseInstant(`${text}T00:00:00Z`) !== undefined,
      ).optional(),
      checks: listOf(
        'a list of checks',
        strictShape('a check with its weight', {
          check: checkId,
          weight,
          appliesTo: applicability.optional(),
          remedy: remedy.optional(),
        }),
      ),
      levels: z.array(
        strictShape('a level', {
          id,
          title: words,
          requires: listOf('a list of checks', checkId).optional(),
          atLeast: percent.optional(),
        }),
        { error: 'a list of levels' },
      ),
    }),
    { error: `a list of scorecards` },
  );
}

function kindOf(text: string): string | undefined {
  try {
    return parseEntityRef(text).kind.toLowerCase();
  } catch {
    return undefined;
  }
}

function knownIn(ids: readonly string[]) {
  return textThat(`one of ${ids.join(', ')}`, text => ids.includes(text));
}

function repeated(
  list: readonly { id: string }[],
  path: string,
  field: string = 'id',
): Problem[] {
  return list.flatMap((one, index) => {
    const first = list.findIndex(other => other.id === one.id);
    return first < index
      ? [
          {
            path: `${path}.${index}.${field}`,
            message: `${showValue(
              one.id,
            )} stands at ${path}.${first} already; expected each once`,
          },
        ]
      : [];
  });
}

function problemsIn({ checks, levels }: Scorecard, path: string): Problem[] {
  const asked = checks.map(({ check }) => check);
  return [
    ...repeated(
      checks.map(({ check }) => ({ id: check })),
      `${path}.checks`,
      'check',
    ),
    ...repeated(levels, `${path}.levels`),
    ...levels.flatMap((level, index) =>
      levelProblems(level, asked, `${path}.levels.${index}`),
    ),
    ...levels.flatMap((level, index) => {
      const lower = Math.max(
        0,
        ...levels.slice(0, index).map(({ atLeast = 0 }) => atLeast),
      );
      return level.atLeast !== undefined && level.atLeast < lower
        ? [
            {
              path: `${path}.levels.${index}.atLeast`,
              message: `${level.atLeast} is less than the ${lower} of a level below; expected levels in order, the lowest first`,
            },
          ]
        : [];
    }),
  ];
}

function levelProblems(
  { requires, atLeast }: Scorecard['levels'][number],
  asked: readonly string[],
  path: string,
): Problem[] {
  if (requires.length === 0 && atLeast === undefined) {
    return [
      {
        path,
        message:
          'asks for nothing, so every service would stand on it; expected requires, atLeast, or both',
      },
    ];
  }
  return requires.flatMap((check, index) =>
    asked.includes(check)
      ? []
      : [
          {
            path: `${path}.requires.${index}`,
            message: `${showValue(
              check,
            )} is not asked by this scorecard; expected one of ${asked.join(
              ', ',
            )}`,
          },
        ],
  );
}
