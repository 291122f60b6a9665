import type { Steps } from '@continuity/engine';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { csvOf } from '../view/csv';
import { mapped } from '../view/inSteps';
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
  findings: Iterable<GraphFinding>,
  rest: { hidden: number; left: number },
): Steps<string> {
  return csvOf(COLUMNS, mapped(findings, rowOf), rest);
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
