import type { Knex } from 'knex';
import { PORTAL_CALENDAR_KIND } from '../calendars';
import type { FreezeNews } from './freezeNews';

/**
 * Who last changed a window of the portal, and why; also of one that was removed. Absent:
 * it was not made in the portal.
 */
export async function lastEditOf(
  knex: Knex,
  { calendarRef, windowId }: { calendarRef: string; windowId: string },
): Promise<FreezeNews['edit']> {
  if (!calendarRef.startsWith(`${PORTAL_CALENDAR_KIND}:`)) {
    return undefined;
  }
  const row = await knex('portal_window_revisions as edit')
    .join('portal_windows as window', function isTheNewest() {
      this.on('edit.id', 'window.id').andOn('edit.revision', 'window.revision');
    })
    .where('window.calendar_ref', calendarRef)
    .where('window.window_id', windowId)
    .orderBy('window.head_revision', 'desc')
    .first<{ by: string; comment: string | null } | undefined>(
      'edit.by',
      'edit.comment',
    );
  return (
    row && {
      by: row.by,
      ...(row.comment !== null && { comment: row.comment }),
    }
  );
}
