import type { Instant, TowardsRow } from '@continuity/engine';
import { towardsLevel } from '@continuity/engine';
import type { Knex } from 'knex';
import { createTurns } from '../calendars';
import type { CampaignCard, CampaignCards } from './CampaignCards';
import type { MemberOutcome, StoredCampaign } from './types';

/** PostgreSQL hands out a bigint as text. */
interface HistoryRow {
  entity_ref: string;
  at: number | string;
  due_since: number | string | null;
  level: string | null;
  checks: string;
}

/** A check in an entry of the history, as the judge writes it. */
interface NotedCheck {
  check: string;
  from?: string;
  to: TowardsRow['state'];
  exempt?: boolean;
}

const REFS = 500;

/**
 * Where services stood at a moment, from the history of their results, however much later
 * somebody asks.
 *
 * What was judged up to the moment counts. A judgement that was due by then and came later
 * cannot make a level reached any more, and it takes one away: nobody had made sure that it
 * still stood.
 */
export async function standingsAt(
  knex: Knex,
  cards: CampaignCards,
  campaign: StoredCampaign,
  moment: Instant,
  entityRefs: readonly string[],
): Promise<MemberOutcome[]> {
  const { content } = campaign;
  const card = cards.of(content);
  const levels = new Set(cards.levelsFrom(content));
  const turn = createTurns();
  const outcomes: MemberOutcome[] = [];
  for (let from = 0; from < entityRefs.length; from += REFS) {
    const refs = entityRefs.slice(from, from + REFS);
    const rows: HistoryRow[] = await knex('scorecard_history')
      .where('scorecard', content.scorecard)
      .whereIn('entity_ref', refs)
      .where(any =>
        any.where('at', '<', moment).orWhere('due_since', '<', moment),
      )
      .orderBy(['entity_ref', 'at', 'id'])
      .select('entity_ref', 'at', 'due_since', 'level', 'checks');
    const byRef = new Map<string, HistoryRow[]>();
    for (const row of rows) {
      const own = byRef.get(row.entity_ref);
      if (own) own.push(row);
      else byRef.set(row.entity_ref, [row]);
    }
    for (const entityRef of refs) {
      await turn();
      const own = byRef.get(entityRef) ?? [];
      outcomes.push({
        entityRef,
        ...standingOf(own, moment, { card, level: content.level, levels }),
      });
    }
  }
  return outcomes;
}

function standingOf(
  entries: readonly HistoryRow[],
  moment: Instant,
  target: {
    card: CampaignCard | undefined;
    level: string;
    levels: ReadonlySet<string>;
  },
): Pick<MemberOutcome, 'standing' | 'missing'> {
  const { card, level, levels } = target;
  const inTime = entries.filter(({ at }) => Number(at) < moment);
  const late = entries.filter(({ at }) => Number(at) >= moment);
  const last = inTime.at(-1);
  if (!card || !last) return { standing: 'not-known', missing: [] };
  const found = towardsLevel(card.scorecard, level, replay(inTime));
  const stood = (entry: HistoryRow) =>
    entry.level !== null && levels.has(entry.level);
  const isCertain = stood(last) && late.every(stood);
  return found.standing === 'reached' && !isCertain
    ? { standing: 'not-known', missing: [] }
    : found;
}

/** What had come of each check after some entries of the history, the oldest first. */
function replay(entries: readonly HistoryRow[]): TowardsRow[] {
  let rows = new Map<string, TowardsRow>();
  for (const entry of entries) {
    // Our own text, written by the result store.
    const checks: NotedCheck[] = JSON.parse(entry.checks);
    // Judged for the first time, or by another scorecard: everything is told anew.
    if (checks.some(({ from }) => from === undefined)) rows = new Map();
    for (const { check, to, exempt = false } of checks) {
      rows.set(check, { check, state: to, exempt });
    }
  }
  return [...rows.values()];
}
