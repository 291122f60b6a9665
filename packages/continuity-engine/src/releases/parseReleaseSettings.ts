import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  isDuration,
  listOf,
  oneOf,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Problem,
} from '../time';
import { defaultReleaseSettings } from './defaults';
import type { ReleaseSettings } from './types';

const words = textThat('a text that says something', text => /\S/.test(text));
const id = textThat('an id in kebab-case, e.g. core-migration', text =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
);
const POSITIVE = 'a whole number, 1 or more';
const positive = z.int({ error: POSITIVE }).min(1, { error: POSITIVE });
const SHARE = 'a share above 0 and up to 1, e.g. 0.2';
const share = z
  .number({ error: SHARE })
  .gt(0, { error: SHARE })
  .max(1, { error: SHARE });
const must = z.literal(true, {
  error: 'true; a condition that is not wanted is left out',
});
const duration = textThat(DURATION_EXPECTATION, isDuration);
const groupRef = textThat(
  'a group, e.g. group:default/change-advisory-board',
  text => canonicalGroupRef(text) !== undefined,
).transform(text => canonicalGroupRef(text) ?? text);

/** What rules and protocols may refer to. */
export interface ReleaseVocabulary {
  /** Ids of the tiers, strictest first. `unclassified` is always known besides. */
  tierIds: readonly string[];
  /** Ids of the checks that exist. */
  checkIds: readonly string[];
}

/**
 * Reads `continuity.releases` of the configuration. What is absent takes its default;
 * `rules`, and the protocol of a class, replace the default ones whole.
 *
 * @param path - Where it stands, for the problems.
 */
export function parseReleaseSettings(
  raw: unknown,
  vocabulary: ReleaseVocabulary,
  path: string = 'continuity.releases',
): { settings: ReleaseSettings } | { problems: Problem[] } {
  const reading = readShape(settingsShape(vocabulary), raw ?? {}, path);
  if (!reading.ok) return { problems: reading.problems };
  const { rules, protocols, minDeployments } = reading.value;
  const defaults = defaultReleaseSettings(vocabulary.tierIds);
  const settings: ReleaseSettings = {
    minDeployments: minDeployments ?? defaults.minDeployments,
    rules: rules ?? defaults.rules,
    protocols: {
      standard: protocols?.standard ?? defaults.protocols.standard,
      major: protocols?.major ?? defaults.protocols.major,
      emergency: protocols?.emergency ?? defaults.protocols.emergency,
    },
  };
  const problems = [
    ...repeatedIds(settings.rules, `${path}.rules`),
    ...settings.rules.flatMap((rule, index) =>
      Object.keys(rule.when).length > 0
        ? []
        : [
            {
              path: `${path}.rules.${index}.when`,
              message:
                'has no condition, so it would be met by every release; expected at least one',
            },
          ],
    ),
    ...Object.entries(settings.protocols).flatMap(([name, { approvals }]) =>
      repeatedIds(approvals, `${path}.protocols.${name}.approvals`),
    ),
  ];
  return problems.length > 0 ? { problems } : { settings };
}

function settingsShape({ tierIds, checkIds }: ReleaseVocabulary) {
  const tiers = [...tierIds, 'unclassified'];
  const known = (ids: readonly string[]) =>
    textThat(`one of ${ids.join(', ')}`, text => ids.includes(text));
  const conditions = strictShape('conditions of a rule', {
    tiers: listOf('a list of tier ids', known(tiers)).optional(),
    businessFunctions: positive.optional(),
    criticalServices: positive.optional(),
    migration: listOf(
      'a list of reversible, irreversible',
      oneOf(['reversible', 'irreversible']),
    ).optional(),
    touches: listOf(
      'a list of configuration, infrastructure',
      oneOf(['configuration', 'infrastructure']),
    ).optional(),
    files: positive.optional(),
    lines: positive.optional(),
    majorUpdates: must.optional(),
    into: listOf(
      'a list of freeze, peak',
      oneOf(['freeze', 'peak']),
    ).optional(),
    failureRate: share.optional(),
    pipeline: oneOf(['divergent']).optional(),
    incident: must.optional(),
  });
  const approval = strictShape('an approval', {
    id,
    title: words,
    required: positive,
    from: strictShape('who may approve', {
      groups: listOf('a list of groups', groupRef).optional(),
      owners: must.optional(),
    }).refine(({ groups, owners }) => groups !== undefined || owners === true, {
      error: 'groups, owners, or both',
    }),
    except: listOf(
      'a list of author, committer, implementer',
      oneOf(['author', 'committer', 'implementer']),
    )
      .refine(list => list.includes('author'), {
        error: 'a list with author in it; nobody approves their own change',
      })
      .optional(),
  });
  const protocol = strictShape('a protocol', {
    approvals: z.array(approval, { error: 'a list of approvals' }),
    checks: z.array(known(checkIds), { error: 'a list of check ids' }),
    windows: oneOf(['open-only', 'any']),
    communication: z.array(words, { error: 'a list of texts' }),
    reviewWithin: duration.optional(),
  });
  return strictShape('release settings', {
    minDeployments: positive.optional(),
    rules: listOf(
      'a list of rules',
      strictShape('a rule', {
        id,
        title: words,
        when: conditions,
        class: oneOf(['major', 'emergency']),
        remedy: words.optional(),
      }),
    ).optional(),
    protocols: strictShape('protocols by class', {
      standard: protocol.optional(),
      major: protocol.optional(),
      emergency: protocol.optional(),
    }).optional(),
  });
}

function canonicalGroupRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultKind: 'group' });
    return ref.kind.toLocaleLowerCase('en-US') === 'group'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

function repeatedIds(
  items: readonly { id: string }[],
  path: string,
): Problem[] {
  return items.flatMap((item, index) => {
    const first = items.findIndex(other => other.id === item.id);
    return first < index
      ? [
          {
            path: `${path}.${index}.id`,
            message: `${showValue(
              item.id,
            )} stands at ${path}.${first} already; expected each id once`,
          },
        ]
      : [];
  });
}
