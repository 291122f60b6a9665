import { createTestIo } from '../testing/createTestIo';
import {
  MONTH_END,
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';
import { run } from '../run';

removeFilesAfterwards();

const asOf = ['--at', '2026-11-30T20:00:00Z'];

const HOLIDAYS = `
apiVersion: continuity.dev/v1
kind: HolidayCalendar
metadata: { name: switzerland }
spec:
  owner: group:default/ops
  days: [{ date: 2026-12-25, title: Christmas }]
`;

const COMPONENT = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: beside }
`;

describe('a file of calendars', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${MONTH_END}`],
    ['with CRLF', MONTH_END.replaceAll('\n', '\r\n')],
    ['among other documents', [COMPONENT, MONTH_END, HOLIDAYS].join('---')],
    ['after an empty document', `---\n---${MONTH_END}`],
  ])('is read %s', async (name, text) => {
    const file = fileOf(`${name}.yaml`, text);
    expect((await calendar('check', '--file', file, ...asOf)).code).toBe(10);
    const { stdout } = await calendar('lint', '--file', file, ...asOf);
    expect(stdout).not.toContain('error ');
  });

  it('is read from standard input', async () => {
    const io = createTestIo(
      {},
      (async function* stdin() {
        yield MONTH_END;
      })(),
    );
    const code = await run(['calendar', 'check', '--file', '-', ...asOf], io);
    expect(code).toBe(10);
  });

  it.each([
    ['a folder', '/', 'it is a folder; expected a file'],
    ['no file', '/nowhere.yaml', 'there is no such file'],
  ])('is refused when it is %s', async (_, file, reason) => {
    const { code, stderr } = await calendar('lint', '--file', file);
    expect([code, stderr]).toEqual([
      2,
      `error: --file: "${file}" cannot be read: ${reason}\n`,
    ]);
  });

  it.each([
    ['no YAML', 'a: [1\nb: 2\n', 'is not YAML: Flow sequence'],
    ['a key twice', `${MONTH_END}kind: Other\n`, 'Map keys must be unique'],
    ['nested without end', '['.repeat(50_000), 'is nested too deeply'],
    ['a list', '- a\n', 'document 1 is not a mapping'],
    ['empty', '', 'holds no FreezeCalendar'],
    ['too large', 'x'.repeat(11_000_000), 'it has 10.5 MB or more'],
  ])('is refused when it is %s', async (name, text, reason) => {
    const file = fileOf(`${name}.yaml`, text);
    const { code, stdout, stderr } = await calendar('check', '--file', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [
      'a misspelt kind',
      MONTH_END.replace('kind: FreezeCalendar', 'kind: FreezeCalender'),
    ],
    [
      'another case',
      MONTH_END.replace('kind: FreezeCalendar', 'kind: freezecalendar'),
    ],
    ['no kind', MONTH_END.replace('kind: FreezeCalendar\n', '')],
    [
      'the kind of something else',
      MONTH_END.replace('kind: FreezeCalendar', 'kind: Component'),
    ],
    ['another version', MONTH_END.replace('dev/v1', 'dev/v2')],
    ['a name that is taken', `${MONTH_END}---${MONTH_END}`],
  ])('closes for a calendar with %s', async (name, text) => {
    const file = fileOf(`${name}.yaml`, text);
    const outside = ['--at', '2026-11-20T00:00:00Z'];
    const { code, answer } = await json('check', '--file', file, ...outside);
    expect([code, answer.state]).toEqual([10, 'block']);
    expect(answer.unreadableCalendars).toEqual([
      expect.objectContaining({
        ref: 'freezecalendar:default/month-end-close',
      }),
    ]);
    expect((await calendar('lint', '--file', file)).code).toBe(1);
  });

  it('says of holidays beside it that they run out, once', async () => {
    const second = MONTH_END.replace('month-end-close', 'other');
    const file = fileOf(
      'holidays.yaml',
      [MONTH_END, second, HOLIDAYS].join('---'),
    );
    const { answer } = await json('lint', '--file', file, ...asOf);
    expect(
      answer.findings.filter(
        ({ rule }: { rule: string }) => rule === 'holidays-run-out',
      ),
    ).toHaveLength(1);
  });

  it('closes for a calendar that follows a feed, which is no fault of it, and keeps its address', async () => {
    const feed = `
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: followed }
spec:
  owner: ops
  timezone: UTC
  feed: { url: 'https://calendar.example/feeds/secret-token.ics', reason: Holidays }
`;
    const file = fileOf('feed.yaml', feed);
    const checked = await calendar('check', '--file', file, ...asOf);
    expect(checked.code).toBe(10);
    expect(checked.stdout).toContain(
      'not known, so closed: freezecalendar:default/followed follows a feed, which is not fetched here; download it and add --feed freezecalendar:default/followed=FILE',
    );
    const linted = await calendar('lint', '--file', file);
    expect(linted.code).toBe(0);
    expect(`${checked.stderr}${linted.stdout}`).not.toContain('secret-token');
  });

  it('holds more events than a calendar that people write', async () => {
    const events = Array.from({ length: 600 }, (_, day) =>
      [
        'BEGIN:VEVENT',
        `UID:${day}@example`,
        `SUMMARY:Night ${day}`,
        `DTSTART:${new Date(Date.UTC(2026, 0, 1 + day))
          .toISOString()
          .slice(0, 10)
          .replaceAll('-', '')}T220000Z`,
        'DURATION:PT4H',
        'END:VEVENT',
      ].join('\r\n'),
    );
    const file = fileOf(
      'many.ics',
      ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'),
    );
    const { code, answer } = await json(
      'check',
      '--file',
      file,
      '--at',
      '2027-08-01T23:00:00Z',
    );
    expect([code, answer.considered.length]).toEqual([10, 600]);
  });
});
