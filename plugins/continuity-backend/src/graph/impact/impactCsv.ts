import type { Steps } from '@continuity/engine';
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
    breaches
      .map(
        ({ objective, allowed, after }) =>
          `${objective} ${allowed} after ${after}`,
      )
      .join('; '),
    pathText(path),
  ];
}
