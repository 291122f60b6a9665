import type {
  GraphPathStep,
  ImpactItem,
} from '@continuity/plugin-continuity-common';
import type { Reached } from '../view/countReached';

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

/** RFC 4180: lines end in CRLF, and a quote in a quoted field is doubled. */
const LINE_END = '\r\n';

/** An impact as CSV. What is not told is counted in last rows, so that nothing seems missing. */
export function impactCsv(
  affected: readonly Reached[],
  itemOf: (one: Reached) => ImpactItem,
  rest: { hidden: number; left: number },
): string {
  const lines = [COLUMNS.join(',')];
  for (const one of affected) {
    lines.push(lineOf(itemOf(one)));
  }
  if (rest.left > 0) {
    lines.push(noteOf(`${rest.left} more that are left out here`));
  }
  if (rest.hidden > 0) {
    lines.push(noteOf(`${rest.hidden} more that you may not see`));
  }
  return lines.join(LINE_END) + LINE_END;
}

function lineOf({ node, outcome, hops, path, breaches }: ImpactItem): string {
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
    path.map(nameOf).join(' < '),
  ]
    .map(field)
    .join(',');
}

function nameOf({ node }: GraphPathStep): string {
  return node.ref ?? 'hidden';
}

function noteOf(text: string): string {
  return [field(text), ...COLUMNS.slice(1).map(() => '')].join(',');
}

/** Spreadsheets take a field that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
