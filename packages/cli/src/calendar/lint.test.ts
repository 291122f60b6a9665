import {
  MONTH_END,
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

describe('continuity calendar lint', () => {
  const asOf = ['--at', '2026-11-23T00:00:00Z'];

  it('has nothing to say about a sound calendar', async () => {
    const { code, stdout } = await calendar(
      ...['lint', '--file', fileOf('month-end.yaml', MONTH_END), ...asOf],
    );
    expect([code, stdout]).toEqual([0, 'Nothing to say about 1 calendar.\n']);
  });

  it.each([
    ['overlaps-itself', 'PT14H', 'P40D'],
    [
      'never-occurs',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    ],
  ])('finds %s', async (rule, from, to) => {
    const file = fileOf(`${rule}.yaml`, MONTH_END.replace(from, to));
    const { code, answer } = await json('lint', '--file', file, ...asOf);
    expect(code).toBe(1);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        rule: expect.stringMatching(new RegExp(`^(${rule}|invalid)$`)),
        calendarRef: 'freezecalendar:default/month-end-close',
        remedy: expect.stringMatching(/./),
      }),
    );
  });
});
