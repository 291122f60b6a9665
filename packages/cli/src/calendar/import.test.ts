import {
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

describe('continuity calendar import', () => {
  it('prints a calendar that can be checked, and reports traps', async () => {
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
    [['--from', 'jenkins'], '--from'],
    [['--from', 'cron', '--owner', 'component:default/x'], '--owner'],
    [['--from', 'cron', '--name', 'not a name'], '--name'],
  ])('refuses %j', async (args, option) => {
    const { code, stderr } = await calendar(
      ...['import', '--file', fileOf('c.txt', '0 22 * * 5 | 10h'), ...args],
    );
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});
