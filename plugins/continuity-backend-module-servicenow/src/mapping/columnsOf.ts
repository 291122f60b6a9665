import type { ConnectedChange } from '@continuity/plugin-continuity-node';
import type { ServiceNowSettings } from '../config';
import { fillTemplate, type Template } from './template';
import type { WordName } from './vocabulary';

/** Begins `correlation_display` of every record that is kept in step. */
export const OURS = 'Continuity';

/** What is not said before it has ended. */
const OF_THE_END: readonly WordName[] = ['outcome', 'closeCode', 'closeNotes'];

/** What columns are to hold, by name. */
export type Columns = Record<string, string>;

/**
 * What the columns of a change request are to hold. `correlation_id` is what its record is
 * found by again; `correlation_display` says which revision of the text stands there, so
 * that the record is newer than every decision on an earlier one.
 */
export function columnsOf(
  change: ConnectedChange,
  settings: Pick<ServiceNowSettings, 'fields' | 'annotation'>,
): Columns {
  const columns: Columns = {
    correlation_id: change.id,
    correlation_display: `${OURS}, revision ${change.contentRevision}`,
  };
  for (const [column, template] of settings.fields) {
    if (change.outcome === undefined && tellsTheEnd(template)) continue;
    columns[column] = fillTemplate(template, change, settings);
  }
  return columns;
}

/** How it ends may be told there before it is here, as when it is cancelled there. */
function tellsTheEnd(template: Template): boolean {
  return template.some(
    part => typeof part !== 'string' && OF_THE_END.includes(part.word),
  );
}

/** Columns that only take what is added to them, and never tell it. */
const JOURNALS = ['work_notes', 'comments'];
/** Shorter texts are not cut by any column. */
const SHORTEST_CUT = 40;

/**
 * What has to be written so that a record says what it should. A column that cut a text to
 * its length says it. A journal is added to only when something else is written, too.
 */
export function differences(columns: Columns, there: Columns): Columns {
  const different = Object.entries(columns).filter(
    ([column, value]) =>
      !JOURNALS.includes(column) && !isSame(value, there[column] ?? ''),
  );
  return different.length === 0
    ? {}
    : Object.fromEntries([
        ...different,
        ...Object.entries(columns).filter(
          ([column, value]) => JOURNALS.includes(column) && value !== '',
        ),
      ]);
}

function isSame(wanted: string, there: string): boolean {
  const [one, other] = [wanted, there].map(text =>
    text.replace(/\r\n?/g, '\n').trim(),
  );
  return (
    one === other || (other.length >= SHORTEST_CUT && one.startsWith(other))
  );
}
