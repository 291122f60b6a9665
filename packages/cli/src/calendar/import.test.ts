import path from 'node:path';
import {
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

/** Definitions as the tools export them; each with what its author did not mean. */
const fixture = (name: string) => path.join(__dirname, '__fixtures__', name);

describe('continuity calendar import', () => {
  it.each([
    [
      'argocd',
      'argocd.yaml',
      4,
      [
        // The hourly cron that never quite ends, and the offset bug.
        'syncWindows.1 0 * 25 12 * begins 24 times on a day, from 00:00 to 23:00, and each time it lasts 24 h',
        'syncWindows.2 Here: 02:15 on 2026-03-08 does not exist in America/New_York, where clocks go forward; it starts at 03:15. Argo CD computes with the offset',
        'syncWindows.0 Here: The clocks change by 1 h in between, so 58 h end at 09:00, not 08:00.',
        'syncWindows.4.duration "1d" is not a length that Argo CD reads',
      ],
    ],
    [
      'gitlab',
      'gitlab.json',
      3,
      [
        'file.1 * 18 31 12 * comes again before 0 8 2 1 * has come.',
        'file.2 From 0 8 * * 1 to 0 18 * * 5 is 63 % of all time. That is what the two say when they are swapped.',
        'file.3.cron_timezone "Eastern Time (US & Canada)" is not an IANA time zone',
      ],
    ],
    [
      'kargo',
      'kargo.yaml',
      2,
      [
        'promotionWindows.1 ',
        'promotionWindows.2.rrule "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" ',
        'file In Kargo a window holds rollbacks back too.',
      ],
    ],
    [
      'harness',
      'harness.yaml',
      2,
      [
        'freeze.windows It has 2 windows. Harness looks at the first alone',
        'windows.0.recurrence It says no end of the repetition. Harness stops after five years',
        'windows.1.recurrence The window begins on a day that not every month has',
      ],
    ],
    [
      'cron',
      'cron.txt',
      4,
      [
        'line 3 0 * 25 12 * begins 24 times on a day',
        'line 4 0 20 * * * begins again after 24 h, and each time it lasts 26 h: it begins again before it is over, so it never ends',
        'line 6 "0 0 30 2 *" never comes: none of its months has such a day',
      ],
    ],
  ])(
    'takes over what %s has, and says what its author did not mean',
    async (format, file, windows, remarks) => {
      const { answer } = await json(
        ...['import', '--from', format, '--file', fixture(file)],
        ...['--name', 'moved-in', '--owner', 'group:default/ops'],
      );
      expect(answer.calendar.spec.windows).toHaveLength(windows);
      const said: string[] = answer.findings.map(
        ({ path: at, message }: { path: string; message: string }) =>
          `${at} ${message}`,
      );
      for (const remark of remarks) {
        expect(said).toContainEqual(expect.stringContaining(remark));
      }
      // What comes out is a calendar that everything else reads.
      const written = await calendar(
        ...['import', '--from', format, '--file', fixture(file)],
      );
      const again = fileOf(`${format}.yaml`, written.stdout);
      const linted = await json('lint', '--file', again, '--at', '2026-01-01');
      expect(
        linted.answer.findings.filter(
          ({ severity }: { severity: string }) => severity === 'error',
        ),
      ).toEqual([]);
      expect(written.stdout).not.toContain('&a1');
    },
  );

  it('prints a calendar that can be checked', async () => {
    const file = fileOf('cron.txt', '0 22 * * 5 | 10h | Europe/Zurich\n');
    const { code, answer } = await json(
      ...['import', '--from', 'cron', '--file', file, '--name', 'weekend'],
      ...['--owner', 'group:default/ops', '--reason', 'Weekend batch'],
    );
    expect(code).toBe(0);
    expect(answer.calendar.spec.windows).toHaveLength(1);
    const again = fileOf('again.yaml', JSON.stringify(answer.calendar));
    const { code: checked } = await calendar(
      ...['check', '--file', again, '--at', '2026-11-27T22:00:00Z'],
    );
    expect(checked).toBe(10);
  });

  it.each([
    ['argocd', ''],
    ['argocd', 'kind: AppProject\nspec: {}\n'],
    ['kargo', 'kind: ProjectConfigs\nspec: { promotionWindows: [{}] }\n'],
    ['gitlab', '[]'],
    ['harness', 'a: ['],
    // Found by the fuzz: pairing took minutes.
    ['gitlab', '[{ freeze_start: "0 23 * * 5", freeze_end: "* * * * *" }]'],
    ['cron', '# nothing\n'],
  ])('says of %s that there is nothing to take from %j', async (from, text) => {
    const file = fileOf('nothing.txt', text);
    const { code, answer } = await json(
      ...['import', '--from', from, '--file', file],
    );
    expect(code).toBe(1);
    expect(answer.calendar.spec.windows).toEqual([]);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    );
  });

  it('says what is odd about the calendar that comes of it, and that it was understood', async () => {
    const file = fileOf(
      'cron.txt',
      '0 22 * * 5 | 10h | UTC\n0 22 * * 5 | 10h | UTC\n',
    );
    const { code, answer } = await json(
      ...['import', '--from', 'cron', '--file', file],
    );
    expect(code).toBe(0);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        rule: 'scope-matches-everything',
        path: 'spec.windows.0.scope',
      }),
    );
  });

  it('says of a pair of lines that one of them would do', async () => {
    const file = fileOf(
      'cron.txt',
      '0 22 * * 5 | 10h | UTC\n0 23 * * 5 | 10h | UTC\n',
    );
    const { answer } = await json('import', '--from', 'cron', '--file', file);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        rule: 'overlaps-another',
        windowId: 'cron-line-2',
        severity: 'warning',
      }),
    );
  });

  it('says that an allow can never open inside a deny', async () => {
    const file = fileOf(
      'project.yaml',
      [
        'apiVersion: argoproj.io/v1alpha1',
        'kind: AppProject',
        'metadata: { name: shop }',
        'spec:',
        '  syncWindows:',
        '    - { kind: allow, schedule: "0 22 * * *", duration: 2h, applications: ["*"] }',
        '    - { kind: deny, schedule: "0 21 * * *", duration: 5h, applications: ["*"] }',
      ].join('\n'),
    );
    const { answer } = await json('import', '--from', 'argocd', '--file', file);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        rule: 'contradicts',
        severity: 'error',
        message: expect.stringContaining('opens only while'),
      }),
    );
  });

  it('reads no file without an end', async () => {
    const { code, stderr } = await calendar(
      ...['import', '--from', 'cron', '--file', '/dev/zero'],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('MB or more; expected at most');
  });

  it('says in the file itself what it leaves out', async () => {
    const file = fileOf(
      'cron.txt',
      '0 22 * * 5 | 10h | Europe/Zurich\n99 22 * * 5 | 10h | Europe/Zurich\n',
    );
    const { code, stdout } = await calendar(
      ...['import', '--from', 'cron', '--file', file],
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^# Left out: .*99 22/);
    expect(stdout).toContain('BYDAY=FR');
  });

  it('refuses an iCalendar file with an event that it cannot understand', async () => {
    const file = fileOf('broken.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n');
    const { code, stderr } = await calendar(
      ...['import', '--from', 'ical', '--file', file],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('so the file breaks off');
  });

  it.each([
    [['--from', 'jenkins'], '--from'],
    [['--from', 'cron', '--owner', 'component:default/x'], '--owner'],
    [['--from', 'cron', '--owner', 'not a ref'], '--owner'],
    [['--from', 'cron', '--name', 'not a name'], '--name'],
    [['--from', 'cron', '--tz', 'Europe/Bern'], '--tz'],
    [['--from', 'cron', '--file', '/nowhere'], '--file'],
  ])('refuses %j', async (args, option) => {
    const { code, stderr } = await calendar(
      ...['import', '--file', fileOf('c.txt', '0 22 * * 5 | 10h'), ...args],
    );
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});
