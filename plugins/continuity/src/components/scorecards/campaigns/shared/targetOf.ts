import type { Campaign } from '@continuity/plugin-continuity-common';

/** What the level and the scorecard of a campaign are called; ids where they are gone. */
export function targetOf({
  content,
  levelTitle,
  scorecardTitle,
}: Pick<Campaign, 'content' | 'levelTitle' | 'scorecardTitle'>): {
  level: string;
  scorecard: string;
} {
  return {
    level: levelTitle ?? content.level,
    scorecard: scorecardTitle ?? content.scorecard,
  };
}
