import type { Steps } from '@continuity/engine';
import type { PointsOfFailure } from '@continuity/plugin-continuity-common';
import { csvOf } from '../view/csv';
import { mapped } from '../view/inSteps';
import { pathText } from '../view/pathText';

const COLUMNS = [
  'ref',
  'title',
  'tier',
  'owner',
  'system',
  'roots',
  'some of them',
  'path',
  'shield',
];

/** Points of failure as CSV, with the path to the most critical root. */
export function pointsCsv(
  points: PointsOfFailure['items'],
  rest: { hidden: number; left: number },
): Steps<string> {
  return csvOf(
    COLUMNS,
    mapped(points, ({ node, rootCount, roots, shield }) => [
      node.ref ?? '',
      node.title ?? '',
      node.tier?.id ?? '',
      node.owner ?? '',
      node.system ?? '',
      String(rootCount),
      roots.map(root => root.node.ref ?? 'hidden').join('; '),
      roots.length > 0 ? pathText(roots[0].path) : '',
      shield,
    ]),
    rest,
  );
}
