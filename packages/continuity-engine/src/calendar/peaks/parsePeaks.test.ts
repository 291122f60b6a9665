import { parsePeaks } from './parsePeaks';

const relative = {
  anchor: 'quarter-end',
  from: { workingDays: -5 },
  to: { days: 0 },
};
const timezone = 'Europe/Zurich';

describe('parsePeaks', () => {
  it('takes no peaks, and peaks in words', () => {
    expect(parsePeaks(undefined)).toEqual({ peaks: [], problems: [] });
    expect(
      parsePeaks([{ title: 'Pay day', description: 'On the 25th' }]).peaks,
    ).toEqual([
      {
        path: 'spec.peaks.0',
        title: 'Pay day',
        description: 'On the 25th',
        when: { by: 'words' },
        freeze: {},
      },
    ]);
  });

  it('makes ids of titles where there are times', () => {
    const { peaks } = parsePeaks([
      { title: 'Abschluss Q4 (Bücher)', timezone, relative },
      { title: '決算', timezone, relative },
      { title: 'Close', id: 'q4', timezone, start: '2026-12-01' },
    ]);
    expect(peaks?.map(({ when }) => when.by !== 'words' && when.id)).toEqual([
      'abschluss-q4-bucher',
      'peak-2',
      'q4',
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['a text', 'Pay day', 'spec.peaks', '"Pay day" is not a list'],
    [
      'a missing title',
      [{ description: 'x' }],
      'spec.peaks.0.title',
      'is missing; expected a text',
    ],
    [
      'a part that is not known',
      [{ title: 'x', when: 'Friday' }],
      'spec.peaks.0.when',
      '"when" is not known here',
    ],
    [
      'times without a zone',
      [{ title: 'x', start: '2026-01-01' }],
      'spec.peaks.0.timezone',
      'is missing; expected the IANA time zone',
    ],
    [
      'a zone that does not exist',
      [{ title: 'x', timezone: 'Europe/Zug', relative }],
      'spec.peaks.0.timezone',
      '"Europe/Zug" is not an IANA time zone',
    ],
    [
      'two ways to say when',
      [{ title: 'x', timezone, start: '2026-01-01', relative }],
      'spec.peaks.0.start',
      '"2026-01-01" stands beside relative',
    ],
    [
      'an end without a start',
      [{ title: 'x', timezone, end: '2026-01-01' }],
      'spec.peaks.0.start',
      'is missing',
    ],
    [
      'a rule that cannot be read',
      [{ title: 'x', timezone, start: '2026-01-01', rrule: 'FREQ=NEVER' }],
      'spec.peaks.0.rrule',
      '"NEVER" is not one of',
    ],
    [
      'an anchor that is none',
      [{ title: 'x', timezone, relative: { ...relative, anchor: 'week-end' } }],
      'spec.peaks.0.relative.anchor',
      '"week-end" is not one of month-start',
    ],
    [
      'an offset in two units',
      [
        {
          title: 'x',
          timezone,
          relative: { ...relative, from: { days: 1, workingDays: 1 } },
        },
      ],
      'spec.peaks.0.relative.from',
      'by either days or workingDays',
    ],
    [
      'an offset in words',
      [{ title: 'x', timezone, relative: { ...relative, from: '-5 days' } }],
      'spec.peaks.0.relative.from',
      '"-5 days" is not a day counted from the anchor',
    ],
    [
      'an offset of more than a year',
      [{ title: 'x', timezone, relative: { ...relative, to: { days: 400 } } }],
      'spec.peaks.0.relative.to.days',
      '400 is not a whole number from -366 to 366',
    ],
    [
      'a time that no clock shows',
      [
        {
          title: 'x',
          timezone,
          relative: { ...relative, to: { days: 0, at: '24:00' } },
        },
      ],
      'spec.peaks.0.relative.to.at',
      '"24:00" is not a time such as 18:00',
    ],
    [
      'a month that does not exist',
      [
        {
          title: 'x',
          timezone,
          relative: { ...relative, fiscalYearStart: 13 },
        },
      ],
      'spec.peaks.0.relative.fiscalYearStart',
      '13 is not a month from 1 to 12',
    ],
    [
      'holidays of another kind',
      [
        {
          title: 'x',
          timezone,
          relative: { ...relative, holidays: 'freezecalendar:default/x' },
        },
      ],
      'spec.peaks.0.relative.holidays',
      'is not a reference to a holiday calendar',
    ],
    [
      'an end before its start',
      [
        {
          title: 'x',
          timezone,
          relative: { ...relative, to: { workingDays: -6 } },
        },
      ],
      'spec.peaks.0.relative.to',
      'which is not after its start',
    ],
    [
      // A start on a weekend moves forward, past the day counted without moving.
      'offsets that cross in some months only',
      [
        {
          title: 'x',
          timezone,
          relative: {
            anchor: 'month-start',
            from: { workingDays: 0 },
            to: { days: 0 },
          },
        },
      ],
      'spec.peaks.0.relative.to',
      '{"days":0} ends at',
    ],
    [
      'no time at all',
      [
        {
          title: 'x',
          timezone,
          relative: {
            ...relative,
            from: { days: 0, at: '18:00' },
            to: { days: 0, at: '18:00' },
          },
        },
      ],
      'spec.peaks.0.relative.to',
      'which is not after its start',
    ],
    [
      'a wish to freeze without a time for it',
      [{ title: 'x', freeze: { enforcement: 'block' } }],
      'spec.peaks.0.freeze',
      'expected start or relative beside it',
    ],
    [
      'a wish in a word',
      [{ title: 'x', timezone, relative, freeze: true }],
      'spec.peaks.0.freeze',
      'true is not false, or what the peak asks for',
    ],
    [
      'an enforcement that is none',
      [{ title: 'x', timezone, relative, freeze: { enforcement: 'stop' } }],
      'spec.peaks.0.freeze.enforcement',
      '"stop" is not one of block, approval, warn',
    ],
    [
      'one id twice',
      [
        { title: 'x', id: 'a', timezone, relative },
        { title: 'y', id: 'a', timezone, relative },
      ],
      'spec.peaks.1.id',
      '"a" stands at spec.peaks.0 already',
    ],
    [
      'two titles that give one id',
      [
        { title: 'Pay day', timezone, relative },
        { title: 'Pay-Day', timezone, relative },
      ],
      'spec.peaks.1.title',
      '"Pay-Day" gives the id "pay-day", which stands at spec.peaks.0 already',
    ],
  ])('refuses %s', (_, value, path, message) => {
    const { peaks, problems } = parsePeaks(value);
    expect(peaks).toBeUndefined();
    expect(problems).toEqual([
      { path, message: expect.stringContaining(message) },
    ]);
  });

  it('says everything that is wrong at once', () => {
    expect(
      parsePeaks([{ title: '' }, { title: 'x', relative: { anchor: 'y' } }])
        .problems,
    ).toHaveLength(4);
  });
});
