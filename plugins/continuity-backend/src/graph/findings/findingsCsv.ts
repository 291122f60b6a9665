import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { csvOf } from '../view/csv';
import { pathText } from '../view/pathText';

const COLUMNS = [
  'severity',
  'kind',
  'ref',
  'title',
  'tier',
  'owner',
  'other',
  'explanation',
  'because',
  'numbers',
  'remedy',
  'path',
  'exemption',
  'exempted until',
  'id',
];

/** Findings as CSV. */
export function findingsCsv(
  findings: readonly GraphFinding[],
  rest: { hidden: number; left: number },
): string {
  return csvOf(COLUMNS, findings.map(rowOf), rest);
}

function rowOf(finding: GraphFinding): readonly string[] {
  const { node, other, numbers, exemption } = finding;
  return [
    finding.severity,
    finding.kind,
    node.ref ?? '',
    node.title ?? '',
    node.tier?.id ?? '',
    node.owner ?? '',
    other ? other.ref ?? 'hidden' : '',
    finding.explanation,
    finding.because,
    numbers.map(({ label, value }) => `${label}: ${value}`).join('; '),
    finding.remedy,
    pathText(finding.path),
    exemption?.state ?? '',
    exemption?.until ?? '',
    finding.id,
  ];
}
