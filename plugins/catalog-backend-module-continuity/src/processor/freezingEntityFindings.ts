import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CalendarFinding,
  type FreezeCalendar,
  type Instant,
  lintCalendar,
  lintCalendarInSteps,
  parseFreezeCalendar,
  parseHolidayCalendar,
} from '@continuity/engine';
import {
  isFreezeCalendarEntity,
  isHolidayCalendarEntity,
} from '@continuity/plugin-continuity-common';
import type { FreezingEntity } from './freezingEntities';
import { inTurns } from './inTurns';

/**
 * What the author of a calendar probably did not mean, a text each with what to write
 * instead; nothing of a calendar that cannot be read. Whom its windows are for is not
 * looked at: the catalog knows one entity at a time here. The peaks of a business
 * function are not either, because their days are counted by other entities. Others have
 * their turn meanwhile: a calendar of hundreds of windows takes some tenths of a second.
 */
export async function freezingEntityFindings(
  entity: FreezingEntity,
  now: Instant,
): Promise<string[]> {
  const findings = await findingsOf(entity, now);
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ path, windowId, message, remedy }) => {
      const place = path ?? windowId;
      return `${place === undefined ? '' : `${place}: `}${message} ${remedy}`;
    });
}

async function findingsOf(
  entity: FreezingEntity,
  now: Instant,
): Promise<CalendarFinding[]> {
  const ref = stringifyEntityRef(entity);
  if (isFreezeCalendarEntity(entity)) {
    const { calendar } = parseFreezeCalendar(entity);
    return calendar
      ? inTurns(lintCalendarInSteps({ ...calendar, ref }, { now }))
      : [];
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
