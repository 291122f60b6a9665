import { z } from 'zod';
import {
  describeDuration,
  durationSeconds,
  readShape,
  showValue,
  strictShape,
} from '../time';
import type { Problem } from '../time';
import { defaultTierSettings } from './defaultTierSettings';
import { duration, impactCategory, listOf, name, words } from './fields';
import type { PlanningRule, TierDefinition, TierSettings } from './types';

/** The word for services without a tier; no tier may take it. */
const RESERVED = 'unclassified';

const settingsShape = strictShape('tier settings', {
  tiers: listOf(
    'a list of tiers',
    strictShape('a tier', { id: name, title: words, maxRto: duration }),
  ).optional(),
  planning: strictShape('a planning rule', {
    tiers: z.array(name, { error: 'a list of tier ids' }).optional(),
    rtoAtMost: duration.optional(),
    rpoAtMost: duration.optional(),
    impactCategories: z
      .array(impactCategory, { error: 'a list of impact categories' })
      .optional(),
  }).optional(),
});

/**
 * Reads `continuity.tiers` and `continuity.planning` of the configuration. What is
 * absent takes its default. A planning rule that is given replaces the default one
 * whole; only its tiers default, to those of the default rule that exist.
 *
 * @param raw - `{ tiers?, planning? }` as configured.
 * @param path - Where it stands, for the problems.
 */
export function parseTierSettings(
  raw: unknown,
  path: string = 'continuity',
): { settings: TierSettings } | { problems: Problem[] } {
  const reading = readShape(settingsShape, raw ?? {}, path);
  if (!reading.ok) return { problems: reading.problems };
  const tiers = reading.value.tiers ?? defaultTierSettings.tiers;
  const planning = completePlanning(reading.value.planning, tiers);
  const problems = [
    ...tierProblems(tiers, `${path}.tiers`),
    ...planningProblems(planning, tiers, `${path}.planning`),
  ];
  return problems.length > 0 ? { problems } : { settings: { tiers, planning } };
}

function completePlanning(
  given: Partial<PlanningRule> | undefined,
  tiers: TierDefinition[],
): PlanningRule {
  const known = defaultTierSettings.planning.tiers.filter(id =>
    tiers.some(tier => tier.id === id),
  );
  return given
    ? { ...given, tiers: given.tiers ?? known }
    : { ...defaultTierSettings.planning, tiers: known };
}

function tierProblems(tiers: TierDefinition[], path: string): Problem[] {
  return tiers.flatMap((tier, index) => {
    const problems: Problem[] = [];
    const first = tiers.findIndex(other => other.id === tier.id);
    if (first < index) {
      problems.push({
        path: `${path}.${index}.id`,
        message: `${showValue(
          tier.id,
        )} stands at ${path}.${first} already; expected each id once`,
      });
    }
    if (tier.id === RESERVED) {
      problems.push({
        path: `${path}.${index}.id`,
        message: `"${RESERVED}" is the word for services without a tier; expected another id`,
      });
    }
    const before = index > 0 ? tiers[index - 1] : undefined;
    if (
      before &&
      durationSeconds(tier.maxRto) <= durationSeconds(before.maxRto)
    ) {
      problems.push({
        path: `${path}.${index}.maxRto`,
        message: `${showValue(
          tier.maxRto,
        )} is not longer than the ${describeDuration(
          before.maxRto,
        )} of ${showValue(
          before.id,
        )} before it; expected tiers in order, the shortest first (a month counts 30 days)`,
      });
    }
    return problems;
  });
}

function planningProblems(
  planning: PlanningRule,
  tiers: TierDefinition[],
  path: string,
): Problem[] {
  const ids = tiers.map(tier => tier.id);
  return planning.tiers.flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [
          {
            path: `${path}.tiers.${index}`,
            message: `${showValue(
              id,
            )} is not a tier; expected one of ${ids.join(', ')}`,
          },
        ],
  );
}
