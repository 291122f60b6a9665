import { campaignDays } from './campaignDays';
import { campaignSpan } from './campaignSpan';

const at = (text: string) => Date.parse(text);
const days = {
  startsOn: '2027-03-27',
  endsOn: '2027-03-30',
  timezone: 'Europe/Zurich',
};
const span = campaignSpan(days);

describe('how far a campaign was day by day', () => {
  const stays = [
    { entityRef: 'a', from: span.start },
    { entityRef: 'b', from: span.start, until: at('2027-03-29T12:00:00Z') },
    { entityRef: 'c', from: at('2027-03-29T12:00:00Z') },
  ];
  const turns = [
    { entityRef: 'c', at: at('2027-01-01T00:00:00Z'), reached: true },
    { entityRef: 'b', at: at('2027-03-27T22:59:59Z'), reached: true },
    // One second before the end of a day of 23 hours, and at its end.
    { entityRef: 'a', at: at('2027-03-28T21:59:59Z'), reached: true },
    { entityRef: 'a', at: at('2027-03-28T22:00:00Z'), reached: false },
  ];

  it('counts those that belong to it, on the clock of its zone', () => {
    expect(
      campaignDays(span, days.timezone, { stays, turns, now: span.end }),
    ).toEqual([
      { day: '2027-03-27', services: 2, reached: 1 },
      { day: '2027-03-28', services: 2, reached: 2 },
      { day: '2027-03-29', services: 2, reached: 1 },
      { day: '2027-03-30', services: 2, reached: 1 },
    ]);
  });

  it('ends with now', () => {
    expect(
      campaignDays(span, days.timezone, {
        stays,
        turns,
        now: at('2027-03-28T12:00:00Z'),
      }),
    ).toEqual([
      { day: '2027-03-27', services: 2, reached: 1 },
      { day: '2027-03-28', services: 2, reached: 1 },
    ]);
  });

  it('is nothing before it began', () => {
    expect(
      campaignDays(span, days.timezone, { stays, turns, now: span.start - 1 }),
    ).toEqual([]);
  });
});
