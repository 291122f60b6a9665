import {
  MONTH_END,
  calendar,
  fileOf,
  json,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

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

  it('knows nothing of a calendar that cannot be read', async () => {
    const broken = fileOf('broken2.yaml', MONTH_END.replace('PT14H', 'long'));
    const { code, stdout, stderr } = await calendar('next', '--file', broken);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('nobody knows what comes');
  });

  it('refuses a slot of no length', async () => {
    const file = fileOf('month-end.yaml', MONTH_END);
    const { code } = await calendar('next', '--file', file, '--slot', 'PT0S');
    expect(code).toBe(2);
  });
});
