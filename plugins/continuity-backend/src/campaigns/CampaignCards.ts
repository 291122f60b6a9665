import {
  towardsLevel,
  type CampaignContent,
  type Scorecard,
  type TowardsLevel,
  type TowardsRow,
} from '@continuity/engine';
import { isExempt, layoutOf, stateOf } from '../scorecards';

/** A scorecard, with the fingerprint that results of it carry. */
export interface CampaignCard {
  scorecard: Scorecard;
  layout: string;
}

/** What is stored of a service on a scorecard, as far as a level depends on it. */
export interface StoredStates {
  /** Null: nothing was judged. */
  layout: string | null;
  /** One letter a check. */
  states: string | null;
}

type Target = Pick<CampaignContent, 'scorecard' | 'level'>;

const NOT_KNOWN: TowardsLevel = { standing: 'not-known', missing: [] };

/** The scorecards that campaigns are about, and where stored results stand on them. */
export class CampaignCards {
  readonly #cards: ReadonlyMap<string, CampaignCard>;

  constructor(scorecards: readonly Scorecard[]) {
    this.#cards = new Map(
      scorecards.map(scorecard => [
        scorecard.id,
        { scorecard, layout: layoutOf(scorecard) },
      ]),
    );
  }

  list(): Scorecard[] {
    return [...this.#cards.values()].map(({ scorecard }) => scorecard);
  }

  /** Absent: it is not configured any more. */
  of({ scorecard }: Pick<Target, 'scorecard'>): CampaignCard | undefined {
    return this.#cards.get(scorecard);
  }

  /** Titles of scorecard and level; absent: they are gone. */
  titlesOf(target: Target): { scorecardTitle?: string; levelTitle?: string } {
    const scorecard = this.of(target)?.scorecard;
    const level = scorecard?.levels.find(({ id }) => id === target.level);
    return {
      ...(scorecard && { scorecardTitle: scorecard.title }),
      ...(level && { levelTitle: level.title }),
    };
  }

  /** Ids of the level that is asked for and of those above. */
  levelsFrom(target: Target): string[] {
    const levels = this.of(target)?.scorecard.levels ?? [];
    const from = levels.findIndex(({ id }) => id === target.level);
    return from === -1 ? [] : levels.slice(from).map(({ id }) => id);
  }

  /**
   * Answers where results stand as seen from a level. What was judged by another version of
   * the scorecard says nothing; it is judged again anyway.
   */
  reader(
    target: Target,
  ): (stored: StoredStates) => TowardsLevel & { rows?: TowardsRow[] } {
    const card = this.of(target);
    const known = new Map<string, TowardsLevel & { rows: TowardsRow[] }>();
    return ({ layout, states }) => {
      if (!card || states === null || layout !== card.layout) {
        return NOT_KNOWN;
      }
      let read = known.get(states);
      if (!read) {
        const rows = rowsOfLetters(card.scorecard, states);
        read = {
          ...towardsLevel(card.scorecard, target.level, rows),
          rows,
        };
        known.set(states, read);
      }
      return read;
    };
  }
}

function rowsOfLetters({ checks }: Scorecard, letters: string): TowardsRow[] {
  return checks.map(({ check }, at) => ({
    check,
    // A letter that is not there stands for what is not known.
    state: stateOf(letters[at] ?? 'u'),
    exempt: isExempt(letters[at] ?? 'u'),
  }));
}
