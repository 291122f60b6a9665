import {
  campaignReminders,
  dueReminder,
  nextMoment,
} from './campaignReminders';

const at = (text: string) => Date.parse(text);
const iso = (moment: number) => new Date(moment).toISOString();

const plan = {
  startsOn: '2027-03-01',
  endsOn: '2027-03-31',
  timezone: 'Europe/Zurich',
  reminders: [14, 3, 1, 0],
};

describe('reminders', () => {
  it('are at nine on the clock, whatever the clock does', () => {
    expect(
      campaignReminders(plan).map(({ days, at: moment }) => [
        days,
        iso(moment),
      ]),
    ).toEqual([
      [14, '2027-03-17T08:00:00.000Z'],
      // Summer time began on the 28th.
      [3, '2027-03-28T07:00:00.000Z'],
      [1, '2027-03-30T07:00:00.000Z'],
      [0, '2027-03-31T07:00:00.000Z'],
    ]);
  });

  it('are not before the campaign', () => {
    expect(campaignReminders({ ...plan, reminders: [30, 31, 90] })).toEqual([
      { days: 30, at: at('2027-03-01T08:00:00Z') },
    ]);
  });

  it.each<[string, string, string, number | undefined]>([
    [
      'before the first',
      '2027-03-01T00:00:00Z',
      '2027-03-17T07:59:59Z',
      undefined,
    ],
    ['when it comes', '2027-03-01T00:00:00Z', '2027-03-17T08:00:00Z', 14],
    ['once', '2027-03-17T08:00:00Z', '2027-03-18T08:00:00Z', undefined],
    [
      'of several only the newest',
      '2027-03-01T00:00:00Z',
      '2027-03-30T12:00:00Z',
      1,
    ],
    [
      'none of before it was changed',
      '2027-03-29T00:00:00Z',
      '2027-03-29T01:00:00Z',
      undefined,
    ],
  ])('are due %s', (_, since, now, days) => {
    expect(dueReminder(plan, at(since), at(now))?.days).toBe(days);
  });
});

describe('what happens next', () => {
  it.each([
    ['planned', '2027-02-01T00:00:00Z', '2027-02-28T23:00:00.000Z'],
    ['running', '2027-03-01T00:00:00Z', '2027-03-17T08:00:00.000Z'],
    ['running', '2027-03-30T07:00:00Z', '2027-03-31T07:00:00.000Z'],
    ['running', '2027-03-31T07:00:00Z', '2027-03-31T22:00:00.000Z'],
  ] as const)('%s, reminded up to %s', (state, since, next) => {
    expect(iso(nextMoment(state, plan, at(since)) ?? NaN)).toBe(next);
  });

  it.each(['reached', 'missed', 'cancelled'] as const)(
    'nothing to one that is %s',
    state => {
      expect(nextMoment(state, plan, 0)).toBeUndefined();
    },
  );
});
