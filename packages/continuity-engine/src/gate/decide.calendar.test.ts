import { parseFreezeCalendar, type FreezeCalendar } from '../calendar';
import { decide } from './decide';
import { defaultGateSettings } from './defaults';
import { facts, request } from './__testUtils__/world';

/** The gate with real calendars, from declaration to answer. */
function read(spec: object): FreezeCalendar {
  const { calendar, problems } = parseFreezeCalendar({
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name: 'month-end-close', title: 'Month-end close' },
    spec: {
      owner: 'group:default/finance',
      timezone: 'Europe/Zurich',
      ...spec,
    },
  });
  if (!calendar) throw new Error(JSON.stringify(problems));
  return calendar;
}

const monthEnd = {
  id: 'month-end',
  title: 'Month-end close',
  reason: 'Books are closed; postings must not be interrupted',
  start: '2026-01-30T18:00:00',
  duration: 'P3D',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=30',
  scope: { tiers: ['tier-1'], environments: ['production'] },
};

const ask = (
  calendar: FreezeCalendar,
  at: string,
  environment = 'production',
) =>
  decide(
    request({ at: Date.parse(at), environment }),
    facts({ calendars: [calendar], windowsFor: undefined }),
    defaultGateSettings,
  );

describe('decide with a calendar from the catalog', () => {
  const calendar = read({ windows: [monthEnd] });

  it('is open before, shut from the start, open from the end', () => {
    expect(ask(calendar, '2026-01-30T16:59:59.999Z')).toMatchObject({
      verdict: 'allow',
      nextChange: { at: Date.parse('2026-01-30T17:00:00Z'), verdict: 'deny' },
    });
    const shut = ask(calendar, '2026-01-30T17:00:00Z');
    expect(shut).toMatchObject({
      verdict: 'deny',
      nextChange: { at: Date.parse('2026-02-02T17:00:00Z'), verdict: 'allow' },
    });
    expect(shut.reasons[0]).toMatchObject({
      rule: 'freeze:freezecalendar:default/month-end-close#month-end',
      explanation:
        '"Month-end close" of calendar Month-end close is in force until 2026-02-02 17:00 UTC (2026-02-02 18:00 Europe/Zurich): Books are closed; postings must not be interrupted.',
    });
    expect(ask(calendar, '2026-02-02T17:00:00Z').verdict).toBe('allow');
  });

  it('keeps the wall clock over daylight saving', () => {
    // Summer time began on 2026-03-29; 18:00 in Zurich is 16:00 UTC since.
    expect(ask(calendar, '2026-03-30T15:59:00Z').verdict).toBe('allow');
    expect(ask(calendar, '2026-03-30T16:00:00Z').verdict).toBe('deny');
  });

  it('does not freeze where the scope does not reach', () => {
    expect(ask(calendar, '2026-01-31T12:00:00Z', 'test').verdict).toBe('allow');
  });

  it('denies outside the years for which windows are computed', () => {
    const answer = ask(calendar, '2300-01-01T00:00:00Z');
    expect(answer.verdict).toBe('deny');
    expect(answer.reasons[0]).toMatchObject({ verdict: 'deny' });
  });

  it('has no end in sight for a window that never lets go', () => {
    const always = read({
      windows: [
        {
          ...monthEnd,
          start: '2026-01-01T00:00:00',
          duration: 'P1D',
          rrule: 'FREQ=DAILY',
        },
      ],
    });
    const answer = ask(always, '2026-01-31T12:00:00Z');
    expect(answer.verdict).toBe('deny');
    // What changes next is evidence that expires; the freeze never does.
    expect(answer.nextChange?.cause).toContain('Rollback plan is current');
    expect(answer.reasons[0].until).toBeUndefined();
    expect(answer.reasons[0].explanation).toContain('with no end in sight');
  });
});
