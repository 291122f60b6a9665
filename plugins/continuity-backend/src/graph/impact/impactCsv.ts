import { describeDuration, type Steps } from '@continuity/engine';
import type { ImpactItem } from '@continuity/plugin-continuity-common';
import type { Reached } from '../view/countReached';
import { csvOf } from '../view/csv';
import { mapped } from '../view/inSteps';
import { pathText } from '../view/pathText';

const COLUMNS = [
  'ref',
  'title',
  'outcome',
  'hops',
  'tier',
  'owner',
  'system',
  'breaches',
  'path',
];

/** An impact as CSV. */
export function impactCsv(
  affected: readonly Reached[],
  itemOf: (one: Reached) => ImpactItem,
  rest: { hidden: number; left: number },
): Steps<string> {
  return csvOf(
    COLUMNS,
    mapped(affected, one => rowOf(itemOf(one))),
    rest,
  );
}

function rowOf({
  node,
  outcome,
  hops,
  path,
  breaches,
}: ImpactItem): readonly string[] {
  return [
    node.ref ?? '',
    node.title ?? '',
    outcome,
    String(hops),
    node.tier?.id ?? '',
    node.owner ?? '',
    node.system ?? '',
    breaches.map(breachInWords).join('; '),
    pathText(path),
  ];
}

/** As much as the page says of it. */
function breachInWords({
  objective,
  allowed,
  after,
  expected,
  exact,
}: ImpactItem['breaches'][number]): string {
  const least = exact ? '' : 'at least ';
  const length = describeDuration(expected);
  const breached = `${objective.toUpperCase()} of ${describeDuration(
    allowed,
  )} is breached`;
  return objective === 'rto'
    ? `${breached} after ${describeDuration(after)}: down for ${least}${length}`
    : `${breached}: ${least}${length} may be lost`;
}
