import {
  MONTH_END,
  PAYMENTS,
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

describe('continuity calendar check', () => {
  const at = (moment: string) => ['--at', moment];
  const closedAt = at('2026-11-30T20:00:00Z');

  const check = (...args: string[]) =>
    json('check', '--file', fileOf('month-end.yaml', MONTH_END), ...args);

  // Open for nobody's environment would be open for a misspelt one.
  it.each([
    ['', '--environment: is empty; give a name, or check the variable'],
    [' ', '--environment: is empty'],
    [
      'Production',
      '--environment: "Production" is not "production", which a window is for',
    ],
  ])('refuses the environment %j', async (environment, message) => {
    const { code, stdout, stderr } = await calendar(
      ...['check', '--file', fileOf('spelling.yaml', MONTH_END)],
      ...['--at', '2026-11-30T20:00:00Z', '--environment', environment],
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('takes no notice of blanks around a name', async () => {
    const { code } = await calendar(
      ...['check', '--file', fileOf('blanks.yaml', MONTH_END)],
      ...['--at', '2026-11-30T20:00:00Z', '--environment', 'production '],
    );
    expect(code).toBe(10);
  });

  it('refuses an environment that the service does not declare, and no region', async () => {
    const asked = [
      ...['check', '--file', fileOf('declared.yaml', MONTH_END)],
      ...['--entity', fileOf('declaring.yaml', PAYMENTS)],
      ...['--at', '2026-11-30T20:00:00Z'],
    ];
    const misspelt = await calendar(...asked, '--environment', 'prodution');
    expect(misspelt.code).toBe(2);
    expect(misspelt.stderr).toContain(
      '--environment: "prodution" is none that the service declares; expected production or staging',
    );
    const nowhere = await calendar(...asked, '--region', '');
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('--region: is empty');
  });

  it('closes and says why, what changes and when it opens', async () => {
    const { code, answer } = await check(
      ...closedAt,
      ...['--entity', fileOf('payments.yaml', PAYMENTS)],
      ...['--environment', 'production'],
    );
    expect(code).toBe(10);
    expect(answer).toMatchObject({
      at: '2026-11-30T20:00:00.000Z',
      state: 'block',
      considered: [
        {
          calendarRef: 'freezecalendar:default/month-end-close',
          windowId: 'month-end',
          role: 'closes',
          because: expect.stringMatching(/./),
          active: { end: '2026-12-01T07:00:00.000Z' },
        },
      ],
      nextChange: { at: '2026-12-01T07:00:00.000Z', state: 'open' },
      nextOpen: '2026-12-01T07:00:00.000Z',
      longestOpen: { start: expect.any(String) },
    });
  });

  it.each([
    ['outside of the window', at('2026-11-29T20:00:00Z'), ['production'], 0],
    ['in another environment', closedAt, ['staging'], 0],
    ['in the environment that it is for', closedAt, ['production'], 10],
  ])('answers %s', async (_, moment, [environment], expected) => {
    const { code } = await check(
      ...moment,
      ...['--environment', environment],
      ...['--entity', fileOf('payments.yaml', PAYMENTS)],
    );
    expect(code).toBe(expected);
  });

  it('leaves out a service of another tier, and no service at all for want of one', async () => {
    const other = PAYMENTS.replace('tier-1', 'tier-3')
      .replace('PT1H', 'PT24H')
      .replace('PT5M', 'PT4H');
    const asked = [...closedAt, '--environment', 'production'];
    const { code, answer } = await check(
      ...asked,
      ...['--entity', fileOf('other.yaml', other)],
    );
    expect([code, answer.state]).toEqual([0, 'open']);
    expect(answer.considered[0].role).toBe('out-of-scope');
    expect((await check(...asked)).code).toBe(10);
    expect((await check(...closedAt)).code).toBe(10);
  });

  it('lets a rollback through, which a window exempts unless it says otherwise', async () => {
    expect((await check(...closedAt, '--rollback')).code).toBe(0);
    const strict = fileOf(
      'strict.yaml',
      MONTH_END.replace('duration:', 'rollbacksExempt: false\n      duration:'),
    );
    const { code } = await calendar(
      ...['check', '--file', strict, ...closedAt, '--rollback'],
    );
    expect(code).toBe(10);
  });

  it('closes for a calendar that cannot be read, and says what is wrong', async () => {
    const broken = fileOf(
      'broken.yaml',
      MONTH_END.replace('PT14H', 'sometime'),
    );
    const { code, stdout, stderr } = await calendar(
      ...['check', '--file', broken, ...at('2026-11-20T00:00:00Z')],
    );
    expect(code).toBe(10);
    expect(stdout).toContain(
      'not known, so closed: freezecalendar:default/month-end-close cannot be read',
    );
    expect(stderr).toContain('spec.windows.0.duration');
  });

  it('reads iCalendar', async () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//example//test//EN',
      'BEGIN:VEVENT',
      'UID:close@example',
      'DTSTAMP:20261101T000000Z',
      'DTSTART;VALUE=DATE:20261130',
      'DTEND;VALUE=DATE:20261202',
      'SUMMARY:Closing',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const file = fileOf('close.ics', ics);
    const asked = ['check', '--file', file, '--tz', 'Europe/Zurich'];
    const inside = await calendar(...asked, ...at('2026-12-01T22:59:59Z'));
    const after = await calendar(...asked, ...at('2026-12-01T23:00:00Z'));
    expect([inside.code, after.code]).toEqual([10, 0]);
  });

  it('speaks to people', async () => {
    const { stdout } = await calendar(
      ...['check', '--file', fileOf('m.yaml', MONTH_END), ...closedAt],
    );
    expect(stdout).toMatch(
      /^CLOSED any service -> any environment \(standard\) at 2026-11-30T20:00:00.000Z\n/,
    );
    expect(stdout).toContain('Next opening: 2026-12-01T07:00:00.000Z');
  });

  it.each([
    [['--file', '/nowhere.yaml'], '--file'],
    [['--entity', '/nowhere.yaml'], '--entity'],
    [['--at', 'soon'], '--at'],
    [['--class', 'huge'], '--class'],
  ])('refuses %j', async (args, option) => {
    const { code, stderr } = await calendar(
      ...['check', '--file', fileOf('n.yaml', MONTH_END), ...args],
    );
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });

  it('refuses a file without a calendar', async () => {
    const { code, stderr } = await calendar(
      ...['check', '--file', fileOf('payments.yaml', PAYMENTS)],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('holds no FreezeCalendar');
  });
});
