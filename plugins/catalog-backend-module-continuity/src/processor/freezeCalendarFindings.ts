import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  type Instant,
  lintCalendar,
  parseFreezeCalendar,
} from '@continuity/engine';
import type { FreezeCalendarEntityV1 } from '@continuity/plugin-continuity-common';

/**
 * What the author of a calendar probably did not mean, a text each with what to write
 * instead; nothing of a calendar that cannot be read. Whom its windows are for is not
 * looked at: the catalog knows one entity at a time here.
 */
export function freezeCalendarFindings(
  entity: FreezeCalendarEntityV1,
  now: Instant,
): string[] {
  const { calendar } = parseFreezeCalendar(entity);
  if (!calendar) {
    return [];
  }
  return lintCalendar({ ...calendar, ref: stringifyEntityRef(entity) }, { now })
    .filter(({ severity }) => severity !== 'info')
    .map(({ path, windowId, message, remedy }) => {
      const place = path ?? windowId;
      return `${place === undefined ? '' : `${place}: `}${message} ${remedy}`;
    });
}
