import { expect, test } from '@playwright/test';
import { continuity } from './support/pipeline';

const question = [
  'gate',
  '--entity',
  'component:default/payments-api',
  '--environment',
  'production',
];

/** The last evening of a month still to come, other than the year's: that has its own window. */
function comingMonthEnd(): Date {
  const now = new Date();
  for (let ahead = 1; ; ahead++) {
    const end = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 0, 20),
    );
    if (end > now && end.getUTCMonth() !== 11) return end;
  }
}

/** Mornings of the coming weeks; the example's calendars leave most of them open. */
const mornings = Array.from({ length: 45 }, (_, ahead) => {
  const day = new Date(Date.now() + (ahead + 1) * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
});

test('a pipeline may deploy on an ordinary day', async () => {
  let open: string | undefined;
  for (const at of mornings) {
    const { code } = await continuity(...question, '--at', at, '--dry-run');
    expect([0, 10]).toContain(code);
    open = at;
    if (code === 0) break;
  }
  const asked = await continuity(...question, '--at', open ?? '');
  expect([asked.code, asked.stderr]).toEqual([0, '']);
  expect(asked.stdout).toContain('ALLOW');
});

test('month-end close stops it and says which window and until when', async () => {
  const end = comingMonthEnd();
  const { code, stdout } = await continuity(
    ...question,
    '--at',
    end.toISOString(),
  );
  expect(code).toBe(10);
  expect(stdout).toContain('DENY');
  expect(stdout).toMatch(/month-end close/i);
  const next = new Date(end.getTime() + 86_400_000);
  expect(stdout).toContain(next.toISOString().slice(0, 8));
});

test('the answer is the API answer with --json, and the ledger verifies', async () => {
  const asked = await continuity(...question, '--json');
  const decision = JSON.parse(asked.stdout);
  expect(decision).toMatchObject({ dryRun: false });
  expect(typeof decision.ledgerIndex).toBe('number');

  const verified = await continuity('ledger', 'verify');
  expect([verified.code, verified.stderr]).toEqual([0, '']);
});

test('an unknown service is denied with what to do about it', async () => {
  const { code, stdout } = await continuity(
    'gate',
    '--entity',
    'component:default/no-such-service',
    '--environment',
    'production',
    '--dry-run',
  );
  expect(code).toBe(10);
  expect(stdout).toMatch(/catalog/i);
});

test('no answer is not an allow', async () => {
  const { code, stderr } = await continuity(
    ...question,
    '--url',
    'http://127.0.0.1:9',
    '--timeout',
    '2s',
  );
  expect(code).toBe(3);
  expect(stderr).toMatch(/deny/i);
});
