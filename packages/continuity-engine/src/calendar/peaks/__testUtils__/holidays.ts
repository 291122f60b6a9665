import { parseHolidayCalendar } from '../parseHolidayCalendar';
import type { HolidayCalendar, HolidayCalendarDeclaration } from '../types';

/** Public holidays of the canton of Zurich, 2026 and 2027. Easter: 5 April, 28 March. */
export const ZURICH: HolidayCalendarDeclaration = {
  owner: 'group:default/change-managers',
  days: [
    { date: '2026-01-01', title: "New Year's Day" },
    { date: '2026-01-02', title: "Berchtold's Day" },
    { date: '2026-04-03', title: 'Good Friday' },
    { date: '2026-04-06', title: 'Easter Monday' },
    { date: '2026-05-01', title: 'Labour Day' },
    { date: '2026-05-14', title: 'Ascension Day' },
    { date: '2026-05-25', title: 'Whit Monday' },
    { date: '2026-08-01', title: 'National Day' },
    { date: '2026-12-25', title: 'Christmas Day' },
    { date: '2026-12-26', title: "St Stephen's Day" },
    { date: '2027-01-01', title: "New Year's Day" },
    { date: '2027-01-02', title: "Berchtold's Day" },
    { date: '2027-03-26', title: 'Good Friday' },
    { date: '2027-03-29', title: 'Easter Monday' },
    { date: '2027-05-01', title: 'Labour Day' },
    { date: '2027-05-06', title: 'Ascension Day' },
    { date: '2027-05-17', title: 'Whit Monday' },
    { date: '2027-08-01', title: 'National Day' },
    { date: '2027-12-25', title: 'Christmas Day' },
    { date: '2027-12-26', title: "St Stephen's Day" },
  ],
};

/** Federal holidays of the United States as observed in 2026 and 2027 (5 U.S.C. 6103; OPM). */
export const UNITED_STATES: HolidayCalendarDeclaration = {
  owner: 'group:default/team-americas',
  days: [
    { date: '2026-01-01', title: "New Year's Day" },
    { date: '2026-01-19', title: 'Birthday of Martin Luther King, Jr.' },
    { date: '2026-02-16', title: "Washington's Birthday" },
    { date: '2026-05-25', title: 'Memorial Day' },
    { date: '2026-06-19', title: 'Juneteenth' },
    { date: '2026-07-03', title: 'Independence Day, a Saturday' },
    { date: '2026-09-07', title: 'Labor Day' },
    { date: '2026-10-12', title: 'Columbus Day' },
    { date: '2026-11-11', title: 'Veterans Day' },
    { date: '2026-11-26', title: 'Thanksgiving' },
    { date: '2026-12-25', title: 'Christmas Day' },
    { date: '2027-01-01', title: "New Year's Day" },
    { date: '2027-01-18', title: 'Birthday of Martin Luther King, Jr.' },
    { date: '2027-02-15', title: "Washington's Birthday" },
    { date: '2027-05-31', title: 'Memorial Day' },
    { date: '2027-06-18', title: 'Juneteenth, a Saturday' },
    { date: '2027-07-05', title: 'Independence Day, a Sunday' },
    { date: '2027-09-06', title: 'Labor Day' },
    { date: '2027-10-11', title: 'Columbus Day' },
    { date: '2027-11-11', title: 'Veterans Day' },
    { date: '2027-11-25', title: 'Thanksgiving' },
    { date: '2027-12-24', title: 'Christmas Day, a Saturday' },
    { date: '2027-12-31', title: "New Year's Day 2028, a Saturday" },
  ],
};

export function holidayEntity(name: string, spec: unknown) {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'HolidayCalendar',
    metadata: { name },
    spec,
  };
}

export function holidaysOf(
  name: string,
  spec: HolidayCalendarDeclaration,
): HolidayCalendar {
  const { holidays, problems } = parseHolidayCalendar(
    holidayEntity(name, spec),
  );
  if (!holidays) throw new Error(JSON.stringify(problems));
  return holidays;
}
