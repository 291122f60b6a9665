import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CalendarFinding,
  type FreezeCalendar,
  type Instant,
  lintCalendar,
  parseFreezeCalendar,
  parseHolidayCalendar,
} from '@continuity/engine';
import {
  isFreezeCalendarEntity,
  isHolidayCalendarEntity,
} from '@continuity/plugin-continuity-common';
import type { FreezingEntity } from './freezingEntities';

/**
 * What the author of a calendar probably did not mean, a text each with what to write
 * instead; nothing of a calendar that cannot be read. Whom its windows are for is not
 * looked at: the catalog knows one entity at a time here. The peaks of a business
 * function are not either, because their days are counted by other entities.
 */
export function freezingEntityFindings(
  entity: FreezingEntity,
  now: Instant,
): string[] {
  return findingsOf(entity, now)
    .filter(({ severity }) => severity !== 'info')
    .map(({ path, windowId, message, remedy }) => {
      const place = path ?? windowId;
      return `${place === undefined ? '' : `${place}: `}${message} ${remedy}`;
    });
}

function findingsOf(entity: FreezingEntity, now: Instant): CalendarFinding[] {
  const ref = stringifyEntityRef(entity);
  if (isFreezeCalendarEntity(entity)) {
    const { calendar } = parseFreezeCalendar(entity);
    return calendar ? lintCalendar({ ...calendar, ref }, { now }) : [];
  }
  if (isHolidayCalendarEntity(entity)) {
    const { holidays } = parseHolidayCalendar(entity);
    return holidays
      ? lintCalendar(withoutWindows(ref), {
          now,
          holidays: [{ ...holidays, ref }],
        })
      : [];
  }
  return [];
}

function withoutWindows(ref: string): FreezeCalendar {
  return {
    ref,
    title: ref,
    owner: 'group:default/unknown',
    origin: { kind: 'catalog' },
    windows: [],
  };
}
