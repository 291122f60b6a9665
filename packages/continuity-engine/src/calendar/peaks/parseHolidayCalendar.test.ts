import { holidayEntity, ZURICH } from './__testUtils__/holidays';
import { parseHolidayCalendar } from './parseHolidayCalendar';

const read = (spec: unknown) =>
  parseHolidayCalendar(holidayEntity('zurich', spec));

const { owner } = ZURICH;
const christmas = { date: '2026-12-25', title: 'Christmas' };

describe('parseHolidayCalendar', () => {
  it('speaks from the first year it names to the end of the last', () => {
    expect(read(ZURICH).holidays).toMatchObject({
      ref: 'holidaycalendar:default/zurich',
      title: 'zurich',
      owner: 'group:default/change-managers',
      weekend: ['SA', 'SU'],
      from: '2026-01-01',
      until: '2027-12-31',
    });
  });

  it('speaks until the date that it says', () => {
    const newYear = { date: '2027-01-01', title: 'New Year' };
    const { holidays } = read({
      owner: 'change-managers',
      weekend: ['FR', 'SA'],
      days: [newYear, christmas],
      until: '2026-12-31',
    });
    expect(holidays).toMatchObject({
      owner: 'group:default/change-managers',
      weekend: ['FR', 'SA'],
      days: [christmas, newYear],
      until: '2026-12-31',
    });
  });

  it('takes two holidays on one day, and work on every day of the week', () => {
    const fest = { date: '2026-12-25', title: 'Founding day' };
    expect(
      read({ owner, weekend: [], days: [christmas, fest] }).holidays?.days,
    ).toHaveLength(2);
  });

  it.each<[string, unknown, string, string]>([
    [
      'an owner that is a component',
      { owner: 'component:x', days: [christmas] },
      'spec.owner',
      '"component:x" is not a reference to a group or user',
    ],
    [
      'a missing owner',
      { days: [christmas] },
      'spec.owner',
      'is missing; expected a reference to a group or user',
    ],
    [
      'no days',
      { owner, days: [] },
      'spec.days',
      '[] is not a list of days with date and title, not empty',
    ],
    [
      'a day that does not exist',
      { owner, days: [{ date: '2026-02-29', title: 'Leap day' }] },
      'spec.days.0.date',
      '"2026-02-29" is not a date from 1970 to 2199',
    ],
    [
      'a day with a time',
      { owner, days: [{ date: '2026-12-24T16:00:00', title: 'Eve' }] },
      'spec.days.0.date',
      'is not a date',
    ],
    [
      'a day without a title',
      { owner, days: [{ date: '2026-12-25' }] },
      'spec.days.0.title',
      'is missing; expected a text',
    ],
    [
      'a week without a day to work',
      {
        owner,
        weekend: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
        days: [christmas],
      },
      'spec.weekend',
      'is not a weekend that leaves a day to work',
    ],
    [
      'a weekday by another name',
      { owner, weekend: ['Saturday'], days: [christmas] },
      'spec.weekend.0',
      '"Saturday" is not one of MO, TU',
    ],
    [
      'an end before the beginning',
      { owner, days: [christmas], until: '2025-12-31' },
      'spec.until',
      '"2025-12-31" lies before the first year of the list, 2026',
    ],
    [
      'a part that is not known',
      { owner, days: [christmas], country: 'CH' },
      'spec.country',
      '"country" is not known here',
    ],
    ['no spec at all', undefined, 'spec', 'is missing'],
  ])('refuses %s', (_, spec, path, message) => {
    const { holidays, problems } = read(spec);
    expect(holidays).toBeUndefined();
    expect(problems).toEqual([
      { path, message: expect.stringContaining(message) },
    ]);
  });

  it('refuses another kind, and names both', () => {
    const { problems } = parseHolidayCalendar({
      ...holidayEntity('zurich', ZURICH),
      kind: 'FreezeCalendar',
    });
    expect(problems).toEqual([
      { path: 'kind', message: '"FreezeCalendar" is not HolidayCalendar' },
    ]);
  });
});
