import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { builtinChecks, type Check } from '../scorecards';
import {
  DURATION_EXPECTATION,
  durationSeconds,
  isDuration,
  listOf,
  oneOf,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Problem,
} from '../time';
import { defaultGateSettings, defaultPolicies } from './defaults';
import type { GatePolicy, GateSettings } from './types';

/** What policies may refer to. */
export interface GateVocabulary {
  /** Ids of the tiers, strictest first. `unclassified` is always known besides. */
  tierIds: readonly string[];
  /** Ids of the checks that exist. Absent: those of `checks`. */
  checkIds?: readonly string[];
  /** The checks that go into the settings. Absent: the built-in ones. */
  checks?: readonly Check[];
  /** Whether the default policies ask about traffic. Absent: no tracing is read. */
  observesTraffic?: boolean;
}

const words = textThat('a text that says something', text => /\S/.test(text));

const span = textThat(
  `${DURATION_EXPECTATION}, longer than zero`,
  text => isDuration(text) && durationSeconds(text) > 0,
);

const COUNT = 'a whole number, 0 or more';

const count = z.int({ error: COUNT }).min(0, { error: COUNT });

const calendarRef = textThat(
  'a calendar, e.g. freezecalendar:default/month-end-close',
  text => canonicalCalendarRef(text) !== undefined,
).transform(text => canonicalCalendarRef(text) ?? text);

/**
 * Reads `continuity.gate` of the configuration. What is absent takes its default;
 * `policies`, when given, replace the default ones whole.
 *
 * @param path - Where it stands, for the problems.
 */
export function parseGateSettings(
  raw: unknown,
  vocabulary: GateVocabulary,
  path: string = 'continuity.gate',
): { settings: GateSettings } | { problems: Problem[] } {
  const checks = [...(vocabulary.checks ?? builtinChecks)];
  const reading = readShape(
    settingsShape(
      [...vocabulary.tierIds, 'unclassified'],
      vocabulary.checkIds ?? checks.map(({ id }) => id),
    ),
    raw ?? {},
    path,
  );
  if (!reading.ok) {
    return { problems: reading.problems };
  }
  const { policies: given, ...durations } = reading.value;
  const policies: GatePolicy[] =
    given?.map(policy => ({
      ...policy,
      title: policy.title ?? policy.id,
      when: policy.when ?? {},
    })) ?? defaultPolicies(vocabulary.tierIds, vocabulary);
  const problems = policyProblems(policies, `${path}.policies`);
  return problems.length > 0
    ? { problems }
    : { settings: { ...defaultGateSettings, ...durations, policies, checks } };
}

function settingsShape(tiers: string[], checkIds: readonly string[]) {
  const policy = strictShape('a policy', {
    id: textThat('an id in kebab-case, e.g. core-production', text =>
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
    ),
    title: words.optional(),
    when: strictShape('the services that a policy is for', {
      tiers: listOf('a list of tier ids', knownIn(tiers)).optional(),
      environments: listOf('a list of environment names', words).optional(),
      exceptEnvironments: listOf(
        'a list of environment names',
        words,
      ).optional(),
      classes: listOf(
        'a list of release classes',
        oneOf(['standard', 'major', 'emergency']),
      ).optional(),
    }).optional(),
    calendars: z
      .union([z.literal('all'), listOf('a list of calendars', calendarRef)], {
        error: '"all", or a list of calendars',
      })
      .optional(),
    freezeConsequence: oneOf(['deny', 'needs-approval']).optional(),
    checks: listOf(
      'a list of checks',
      strictShape('a check with its consequence', {
        check: knownIn(checkIds),
        otherwise: oneOf(['deny', 'needs-approval', 'inform']),
      }),
    ).optional(),
    blastRadius: strictShape('a bound on the blast radius', {
      businessFunctions: count.optional(),
      services: count.optional(),
      otherwise: oneOf(['deny', 'needs-approval', 'inform']),
    }).optional(),
    approval: strictShape('an approval', {
      reason: words,
      remedy: words,
    }).optional(),
    change: strictShape('what becomes of it without an approved change', {
      otherwise: oneOf(['deny', 'needs-approval', 'inform']),
    }).optional(),
    overrides: listOf(
      'a list of freeze, check',
      oneOf(['freeze', 'check']),
    ).optional(),
  });
  return strictShape('gate settings', {
    policies: listOf('a list of policies', policy).optional(),
    maxCatalogAge: span.optional(),
    reliance: span.optional(),
    horizon: span.optional(),
  });
}

function canonicalCalendarRef(text: string): string | undefined {
  if (!/^([\w.-]+:)?([\w.-]+\/)?[\w.-]+$/.test(text)) {
    return undefined;
  }
  const ref = parseEntityRef(text, { defaultKind: 'freezecalendar' });
  return ref.kind.toLowerCase() === 'freezecalendar'
    ? stringifyEntityRef(ref)
    : undefined;
}

function knownIn(ids: readonly string[]) {
  return textThat(`one of ${ids.join(', ')}`, text => ids.includes(text));
}

function policyProblems(policies: GatePolicy[], path: string): Problem[] {
  return policies.flatMap((policy, index) => {
    const problems: Problem[] = [];
    const first = policies.findIndex(other => other.id === policy.id);
    if (first < index) {
      problems.push({
        path: `${path}.${index}.id`,
        message: `${showValue(
          policy.id,
        )} stands at ${path}.${first} already; expected each id once`,
      });
    }
    const bound = policy.blastRadius;
    if (
      bound &&
      bound.businessFunctions === undefined &&
      bound.services === undefined
    ) {
      problems.push({
        path: `${path}.${index}.blastRadius`,
        message:
          'bounds nothing; expected businessFunctions, services, or both beside otherwise',
      });
    }
    const idle = policy.overrides?.filter(
      kind => policy[kind === 'freeze' ? 'calendars' : 'checks'] === undefined,
    );
    if (idle && idle.length > 0) {
      problems.push({
        path: `${path}.${index}.overrides`,
        message: `${showValue(
          idle,
        )} has no effect in a policy that asks for no such thing; expected calendars beside freeze, and checks beside check`,
      });
    }
    if (policy.freezeConsequence && policy.calendars === undefined) {
      problems.push({
        path: `${path}.${index}.freezeConsequence`,
        message: `${showValue(
          policy.freezeConsequence,
        )} has no effect in a policy that looks at no calendar; expected calendars beside it`,
      });
    }
    return problems;
  });
}
