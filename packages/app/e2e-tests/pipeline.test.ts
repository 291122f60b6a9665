import { expect, test } from '@playwright/test';
import { continuity } from './support/pipeline';

const question = [
  'gate',
  '--entity',
  'component:default/payments-api',
  '--environment',
  'production',
];

test('a pipeline may deploy on an ordinary day', async () => {
  const { code, stdout, stderr } = await continuity(
    ...question,
    '--at',
    '2026-11-24T10:00:00Z',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('ALLOW');
});

test('month-end close stops it and says which window and until when', async () => {
  const { code, stdout } = await continuity(
    ...question,
    '--at',
    '2026-11-30T20:00:00Z',
  );
  expect(code).toBe(10);
  expect(stdout).toContain('DENY');
  expect(stdout).toMatch(/month-end close/i);
  expect(stdout).toContain('2026-12-01');
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
