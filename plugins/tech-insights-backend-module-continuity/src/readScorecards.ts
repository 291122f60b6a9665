import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { defaultScorecards } from '@continuity/engine';

/**
 * Scorecards by the name of their fact retriever, which is what Tech Insights schedules it
 * by and what its checks call it: `rollback-readiness` is `continuityRollbackReadiness`. A
 * key of the configuration may hold no part that begins with a digit, as ids may.
 *
 * @throws InputError when two have the same name
 */
export function readScorecards(config: RootConfigService): Map<string, string> {
  const scorecards = new Map<string, string>();
  for (const id of new Set(idsOf(config))) {
    const name = nameOf(id);
    const other = scorecards.get(name);
    if (other !== undefined) {
      throw new InputError(
        `continuity.techInsights.scorecards: "${other}" and "${id}" would both be the fact retriever ${name}; leave one of them out`,
      );
    }
    scorecards.set(name, id);
  }
  return scorecards;
}

function idsOf(config: RootConfigService): readonly string[] {
  return (
    config.getOptionalStringArray('continuity.techInsights.scorecards') ??
    config
      .getOptionalConfigArray('continuity.scorecards')
      ?.map(scorecard => scorecard.getString('id')) ??
    // Their audience depends on the tiers, their ids do not.
    defaultScorecards([]).map(({ id }) => id)
  );
}

function nameOf(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return `continuity${words
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;
}
