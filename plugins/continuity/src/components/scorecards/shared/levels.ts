import type { ScorecardLevel } from '@continuity/plugin-continuity-common';
import type { Tone } from '@continuity/plugin-continuity-react';

type Levels = readonly Pick<ScorecardLevel, 'id' | 'title'>[];

/** What a level is called; one that the scorecard no longer has, by its id. */
export function titleOfLevel(levels: Levels, id: string): string {
  return levels.find(level => level.id === id)?.title ?? id;
}

/**
 * How good it is to stand on a level: good on the highest alone, bad on none.
 *
 * @param id - absent: not even on the lowest
 */
export function toneOfLevel(levels: Levels, id: string | undefined): Tone {
  const at = levels.findIndex(level => level.id === id);
  if (at === -1) return 'bad';
  return at === levels.length - 1 ? 'good' : 'notice';
}
