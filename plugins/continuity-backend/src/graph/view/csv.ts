import type { Steps } from '@continuity/engine';
import { eachInSteps } from './inSteps';

/** RFC 4180: lines end in CRLF, and a quote in a quoted field is doubled. */
const LINE_END = '\r\n';

/** Spreadsheets take a field that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180). What is not in it is counted in last rows, so that nothing
 * seems missing.
 *
 * @param rows - a text for each column
 */
export function* csvOf(
  columns: readonly string[],
  rows: Iterable<readonly string[]>,
  rest: { hidden: number; left: number },
): Steps<string> {
  const lines = [columns.join(',')];
  yield* eachInSteps(rows, row => lines.push(row.map(field).join(',')));
  const note = (text: string) =>
    [field(text), ...columns.slice(1).map(() => '')].join(',');
  if (rest.left > 0) {
    lines.push(note(`${rest.left} more that are left out here`));
  }
  if (rest.hidden > 0) {
    lines.push(note(`${rest.hidden} more that you may not see`));
  }
  return lines.join(LINE_END) + LINE_END;
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
