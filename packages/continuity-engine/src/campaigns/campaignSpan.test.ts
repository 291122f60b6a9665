import * as fc from 'fast-check';
import { campaignSpan, dayInZone } from './campaignSpan';

const iso = (at: number) => new Date(at).toISOString();

describe('the end of a campaign', () => {
  it.each<[string, string, string, string]>([
    ['UTC', 'UTC', '2027-03-31', '2027-04-01T00:00:00.000Z'],
    ['in summer', 'Europe/Zurich', '2027-06-30', '2027-06-30T22:00:00.000Z'],
    [
      'on the day of 23 hours (EU, 2027)',
      'Europe/Zurich',
      '2027-03-28',
      '2027-03-28T22:00:00.000Z',
    ],
    [
      'on the day of 25 hours (EU, 2027)',
      'Europe/Zurich',
      '2027-10-31',
      '2027-10-31T23:00:00.000Z',
    ],
    [
      'before a day without midnight (Cairo, 2026)',
      'Africa/Cairo',
      '2026-04-23',
      '2026-04-23T22:00:00.000Z',
    ],
    [
      'when the hour before midnight comes twice (Santiago, 2027)',
      'America/Santiago',
      '2027-04-03',
      '2027-04-04T04:00:00.000Z',
    ],
    [
      'before a day that shows midnight twice (Havana, 2026)',
      'America/Havana',
      '2026-10-31',
      '2026-11-01T04:00:00.000Z',
    ],
    [
      'when clocks go back over midnight (St. John’s, 2010)',
      'America/St_Johns',
      '2010-11-06',
      '2010-11-07T03:30:00.000Z',
    ],
    [
      'before a day that was left out (Apia, 2011)',
      'Pacific/Apia',
      '2011-12-29',
      '2011-12-30T10:00:00.000Z',
    ],
    [
      'where the day ends last (Etc/GMT+12)',
      'Etc/GMT+12',
      '2027-03-31',
      '2027-04-01T12:00:00.000Z',
    ],
  ])('%s', (_, timezone, endsOn, end) => {
    expect(iso(campaignSpan({ startsOn: endsOn, endsOn, timezone }).end)).toBe(
      end,
    );
  });

  it.each(['2027-02-30', '2027-3-1', '', '2027-03-31T12:00:00'])(
    'is not known of %p',
    endsOn => {
      expect(() =>
        campaignSpan({ startsOn: '2027-01-01', endsOn, timezone: 'UTC' }),
      ).toThrow(RangeError);
    },
  );

  it('is where the next day begins, in every zone and on every day', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 12_000, max: 25_000 }),
        (timezone, number) => {
          const day = iso(number * 86_400_000).slice(0, 10);
          const next = iso((number + 1) * 86_400_000).slice(0, 10);
          const { start, end } = campaignSpan({
            startsOn: day,
            endsOn: day,
            timezone,
          });
          const after = campaignSpan({
            startsOn: next,
            endsOn: next,
            timezone,
          });
          expect(after.start).toBe(end);
          // A day that a zone left out has no moment at all.
          if (end === start) return;
          expect(dayInZone(end - 1, timezone)).toBe(day);
          expect(dayInZone(start, timezone)).toBe(day);
          expect(dayInZone(end, timezone) > day).toBe(true);
          expect(dayInZone(start - 1, timezone) < day).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
