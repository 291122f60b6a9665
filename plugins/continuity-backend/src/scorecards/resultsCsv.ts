import type { Steps } from '@continuity/engine';
import type { ScorecardResult } from '@continuity/plugin-continuity-common';
import { csvOf } from '../graph';

const COLUMNS = [
  'ref',
  'title',
  'owner',
  'system',
  'tier',
  'tier title',
  'level',
  'level at best',
  'worst',
  'best',
  'risk',
  'judged at',
  'to be judged again',
];

/** The heat map as CSV, with a column for each check. @param left - rows beyond the most */
export function resultsCsv(
  checks: readonly string[],
  results: readonly ScorecardResult[],
  left: number,
): Steps<string> {
  return csvOf(
    [...COLUMNS, ...checks],
    results.map(result => rowOf(checks, result)),
    { hidden: 0, left },
  );
}

function rowOf(
  checks: readonly string[],
  { service, standing, score, ...result }: ScorecardResult,
): string[] {
  return [
    service.entityRef,
    service.title ?? '',
    service.owner ?? '',
    service.system ?? '',
    service.tier,
    service.tierTitle ?? '',
    standing.level ?? '',
    standing.levelAtBest ?? '',
    score ? String(score.worst) : '',
    score ? String(score.best) : '',
    String(result.risk),
    result.judgedAt,
    result.stale ? 'yes' : 'no',
    ...checks.map((check, at) =>
      result.exempt.includes(check)
        ? `${result.states[at]} (exempt)`
        : result.states[at],
    ),
  ];
}
