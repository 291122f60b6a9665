import {
  MONTH_END,
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

const FOLLOWED = `
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: followed }
spec:
  owner: ops
  timezone: Europe/Zurich
  scope: { environments: [production] }
  feed:
    url: https://calendar.example/feeds/holidays.ics
    reason: Nobody is there
    enforcement: approval
`;

const HOLIDAYS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:andrew@example',
  'DTSTART;VALUE=DATE:20261130',
  'DTEND;VALUE=DATE:20261202',
  'SUMMARY:Saint Andrew',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('continuity calendar next', () => {
  it('names the next change, the first slot and what comes', async () => {
    const { code, answer } = await json(
      ...['next', '--file', fileOf('month-end.yaml', MONTH_END)],
      ...['--at', '2026-11-30T16:00:00Z', '--slot', 'PT2H', '--count', '2'],
    );
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      state: 'open',
      nextChange: { at: '2026-11-30T17:00:00.000Z', state: 'block' },
      slot: {
        start: '2026-12-01T07:00:00.000Z',
      },
      occurrences: [
        { start: '2026-11-30T17:00:00.000Z', windowId: 'month-end' },
        { start: '2026-12-31T17:00:00.000Z', windowId: 'month-end' },
      ],
    });
  });

  it('does not know what comes where a calendar cannot be read', async () => {
    const broken = fileOf('broken2.yaml', MONTH_END.replace('PT14H', 'long'));
    const { code, stdout, stderr } = await calendar('next', '--file', broken);
    expect(code).toBe(2);
    expect(stdout).toContain('not known, and unknown is not open');
    expect(stdout).not.toContain('Next opening');
    expect(stderr).toContain('spec.windows.0');
  });

  describe('where another calendar follows a feed', () => {
    const at = ['--at', '2026-11-30T16:00:00Z', '--slot', 'PT2H'];
    const both = () => fileOf('both.yaml', `${MONTH_END}---${FOLLOWED}`);

    it('explains the others, and says what to do about it', async () => {
      const { code, answer, stderr } = await json(
        ...['next', '--file', both(), ...at],
      );
      expect(code).toBe(3);
      expect(answer).toMatchObject({
        state: 'block',
        unreadableCalendars: [{ ref: 'freezecalendar:default/followed' }],
        occurrences: expect.arrayContaining([
          expect.objectContaining({ windowId: 'month-end' }),
        ]),
      });
      expect(answer).not.toHaveProperty('nextChange');
      expect(answer).not.toHaveProperty('nextOpen');
      expect(answer).not.toHaveProperty('slot');
      expect(stderr).toContain('--feed freezecalendar:default/followed=FILE');
      const spoken = await calendar('next', '--file', both(), ...at);
      expect(spoken.stdout).toMatch(
        /not known, and unknown is not open\n {2}freezecalendar:default\/followed follows a feed.*\n\nWhat the other calendars say:\n2026-11-30T18:00:00\+01:00/,
      );
    });

    it('knows it once the content of the feed is handed in', async () => {
      const holidays = fileOf('holidays.ics', HOLIDAYS);
      const { code, answer } = await json(
        ...['next', '--file', both(), ...at],
        ...['--feed', `followed=${holidays}`],
      );
      expect(code).toBe(0);
      expect(answer).toMatchObject({
        state: 'approval',
        unreadableCalendars: [],
        nextChange: { at: '2026-11-30T17:00:00.000Z', state: 'block' },
        slot: { start: '2026-12-01T23:00:00.000Z' },
      });
      const checked = await calendar(
        ...['check', '--file', both(), ...at.slice(0, 2)],
        ...['--feed', `followed=${holidays}`],
      );
      expect(checked.code).toBe(11);
    });

    it('is not asked about it where the feed is for others', async () => {
      const { code } = await calendar(
        ...['next', '--file', both(), ...at, '--environment', 'test'],
      );
      expect(code).toBe(0);
    });

    it.each([
      [['--feed', 'holidays.ics'], 'is not <calendar>=<file>'],
      [['--feed', 'other=HOLIDAYS'], 'is no calendar of'],
      [['--feed', 'month-end-close=HOLIDAYS'], 'is no calendar of'],
      [['--feed', 'followed=/nowhere.ics'], 'cannot be read'],
      [
        ['--feed', 'followed=HOLIDAYS', '--feed', 'followed=HOLIDAYS'],
        'given twice',
      ],
    ])('refuses %j', async (args, why) => {
      const holidays = fileOf('holidays.ics', HOLIDAYS);
      const { code, stderr } = await calendar(
        ...['next', '--file', both()],
        ...args.map(arg => arg.replace('HOLIDAYS', holidays)),
      );
      expect(code).toBe(2);
      expect(stderr).toContain('--feed');
      expect(stderr).toContain(why);
    });

    it('is closed by a content that cannot be read', async () => {
      const cut = fileOf('cut.ics', HOLIDAYS.replace('END:VCALENDAR', ''));
      const { code, stderr } = await calendar(
        ...['next', '--file', both(), '--feed', `followed=${cut}`],
      );
      expect(code).toBe(2);
      expect(stderr).toContain('breaks off');
    });
  });

  it.each(['0', '-1', '1000', 'all'])('refuses %s occurrences', async count => {
    const file = fileOf('month-end.yaml', MONTH_END);
    const { code, stderr } = await calendar(
      ...['next', '--file', file, `--count=${count}`],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('is not a number from 1 to 999');
  });

  it('refuses a slot of no length', async () => {
    const file = fileOf('month-end.yaml', MONTH_END);
    const { code } = await calendar('next', '--file', file, '--slot', 'PT0S');
    expect(code).toBe(2);
  });
});
