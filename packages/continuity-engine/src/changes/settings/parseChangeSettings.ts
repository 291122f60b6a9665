import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  durationSeconds,
  isDuration,
  listOf,
  oneOf,
  readShape,
  strictShape,
  textThat,
  type Problem,
} from '../../time';
import { defaultChangeSettings } from './defaults';
import type { ChangeSettings } from './types';

/** A few hours: whoever needs longer plans a change. */
const LONGEST_OVERRIDE = 'PT12H';

const words = textThat('a text that says something', text => /\S/.test(text));
const flag = z.boolean({ error: 'true or false' });
const must = z.literal(true, {
  error: 'true; a condition that is not wanted is left out',
});
const POSITIVE = 'a whole number, 1 or more';
const positive = z.int({ error: POSITIVE }).min(1, { error: POSITIVE });
const SHARE = 'a share above 0 and up to 1, e.g. 0.9';
const share = z
  .number({ error: SHARE })
  .gt(0, { error: SHARE })
  .max(1, { error: SHARE });
const between = (shortest: string, longest: string) =>
  textThat(
    `${DURATION_EXPECTATION}, from ${shortest} to ${longest}`,
    text =>
      isDuration(text) &&
      durationSeconds(text) >= durationSeconds(shortest) &&
      durationSeconds(text) <= durationSeconds(longest),
  );
const refOf = (noun: string, ...kinds: string[]) =>
  textThat(noun, text => canonicalRef(text, kinds) !== undefined).transform(
    text => canonicalRef(text, kinds) ?? text,
  );
const group = refOf(
  'a group, e.g. group:default/change-advisory-board',
  'group',
);
const groups = listOf('a list of groups', group);

/**
 * Reads `continuity.changes` of the configuration. What is absent takes its default; a
 * part that may be switched off is switched off with `false`.
 *
 * @param tierIds - strictest first
 * @param path - Where it stands, for the problems.
 */
export function parseChangeSettings(
  raw: unknown,
  tierIds: readonly string[],
  path: string = 'continuity.changes',
): { settings: ChangeSettings } | { problems: Problem[] } {
  const reading = readShape(settingsShape(tierIds), raw ?? {}, path);
  if (!reading.ok) return { problems: reading.problems };
  const { requires, approvals, preApproval, expiresAfter } = reading.value;
  const defaults = defaultChangeSettings(tierIds);
  return {
    settings: {
      requires: {
        rollbackPlan: optional(
          requires?.rollbackPlan,
          defaults.requires.rollbackPlan,
        ),
        tests: optional(requires?.tests, defaults.requires.tests),
        communication: optional(
          requires?.communication,
          defaults.requires.communication,
        ),
      },
      approvals: { ...defaults.approvals, ...approvals },
      preApproval: optional(preApproval, defaults.preApproval),
      expiresAfter: expiresAfter ?? defaults.expiresAfter,
      overrides: { ...defaults.overrides, ...reading.value.overrides },
      unauthorised: readUnauthorised(
        reading.value.unauthorised,
        defaults.unauthorised,
      ),
    },
  };
}

function optional<T>(
  given: T | false | undefined,
  otherwise: T | undefined,
): T | undefined {
  if (given === false) return undefined;
  return given ?? otherwise;
}

function readUnauthorised(
  given:
    | (Partial<Omit<ChangeSettings['unauthorised'], 'when'>> & {
        when?: ChangeSettings['unauthorised']['when'] | false;
      })
    | undefined,
  defaults: ChangeSettings['unauthorised'],
): ChangeSettings['unauthorised'] {
  const { when, ...rest } = given ?? {};
  return {
    ...defaults,
    ...rest,
    ...(when !== undefined && { when: when === false ? 'never' : when }),
  };
}

function settingsShape(tierIds: readonly string[]) {
  const tierNames = [...tierIds, 'unclassified'];
  const tiers = listOf(
    'a list of tier ids',
    textThat(`one of ${tierNames.join(', ')}`, text =>
      tierNames.includes(text),
    ),
  );
  const names = listOf('a list of environment names', words);
  const off = z.literal(false, { error: 'false' });
  const selector = z.union(
    [
      off,
      strictShape('the changes that it is asked of', {
        tiers: tiers.optional(),
        classes: listOf(
          'a list of release classes',
          oneOf(['standard', 'major', 'emergency']),
        ).optional(),
      }),
    ],
    { error: 'tiers, classes, both or neither of them; or false' },
  );
  return strictShape('change settings', {
    requires: strictShape('what changes have to say', {
      rollbackPlan: selector.optional(),
      tests: selector.optional(),
      communication: selector.optional(),
    }).optional(),
    approvals: strictShape('settings of approvals', {
      validFor: between('PT1H', 'P365D').optional(),
      escalateAfter: between('PT5M', 'P30D').optional(),
      escalateTo: listOf(
        'a list of groups and users',
        refOf('a group or user, e.g. group:default/managers', 'group', 'user'),
      ).optional(),
    }).optional(),
    preApproval: z
      .union(
        [
          off,
          strictShape('when a standard change needs no approval', {
            deployments: positive,
            successRate: share,
          }),
        ],
        { error: 'deployments and successRate, or false' },
      )
      .optional(),
    expiresAfter: between('P1D', 'P365D').optional(),
    overrides: strictShape('settings of overrides', {
      maxDuration: between('PT5M', LONGEST_OVERRIDE).optional(),
      twoPeopleTiers: z
        .union([z.tuple([]), tiers], { error: 'a list of tier ids' })
        .optional(),
      approvals: strictShape('who may approve', {
        groups: groups.optional(),
        owners: must.optional(),
      })
        .refine(
          ({ groups: some, owners }) => some !== undefined || owners === true,
          { error: 'groups, owners, or both' },
        )
        .optional(),
      secondFrom: groups.optional(),
      reviewWithin: between('PT1H', 'P90D').optional(),
    }).optional(),
    unauthorised: strictShape('settings of deployments without a change', {
      when: z
        .union(
          [
            off,
            strictShape('the deployments that need a change', {
              tiers: tiers.optional(),
              environments: names.optional(),
              exceptEnvironments: names.optional(),
            }),
          ],
          { error: 'the deployments that need a change, or false' },
        )
        .optional(),
      grace: between('PT0S', 'P7D').optional(),
      quietFor: between('PT5M', 'P90D').optional(),
      retrospective: flag.optional(),
    }).optional(),
  });
}

function canonicalRef(
  text: string,
  kinds: readonly string[],
): string | undefined {
  if (!/^([\w.-]+:)?([\w.-]+\/)?[\w.-]+$/.test(text)) return undefined;
  const ref = stringifyEntityRef(
    parseEntityRef(text, { defaultKind: kinds[0] }),
  );
  return kinds.includes(ref.split(':', 1)[0]) ? ref : undefined;
}
