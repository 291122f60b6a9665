import fc from 'fast-check';
import {
  isRetryableStatus,
  isSafeToRepeat,
  waitBeforeRetry,
} from './retryPolicy';

const api = 'https://portal.example/api/continuity';

describe('isSafeToRepeat', () => {
  it.each([
    ['a read', 'GET', '/ledger/entries?from=0', {}, undefined, true],
    ['evidence', 'POST', '/evidence/batch', {}, '{"items":[]}', true],
    ['one report', 'POST', '/evidence', {}, '{}', false],
    [
      'a decision with a key',
      'POST',
      '/gate/decisions',
      { 'idempotency-key': 'x' },
      '{}',
      true,
    ],
    ['a decision without', 'POST', '/gate/decisions', {}, '{}', false],
    [
      'a dry run',
      'POST',
      '/gate/decisions',
      {},
      '{"entity":"a:b","dryRun":true}',
      true,
    ],
    [
      'no dry run',
      'POST',
      '/gate/decisions',
      {},
      '{"entity":"a:b","dryRun":"true"}',
      false,
    ],
  ])('%s', (_, method, path, headers, body, expected) => {
    expect(
      isSafeToRepeat({
        method,
        url: `${api}${path}`,
        headers: new Headers(headers as Record<string, string>),
        body,
      }),
    ).toBe(expected);
  });
});

describe('isRetryableStatus', () => {
  it.each([
    [429, true],
    [502, true],
    [503, true],
    [504, true],
    [500, false],
    [501, false],
    [400, false],
    [401, false],
    [200, false],
  ])('%d: %s', (status, expected) => {
    expect(isRetryableStatus(status)).toBe(expected);
  });
});

describe('waitBeforeRetry', () => {
  const now = Date.parse('2026-11-30T17:00:00Z');

  it.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [6, 10_000],
    [99, 10_000],
  ])('after failure %d waits at most %d ms', (failures, ceiling) => {
    expect(waitBeforeRetry(failures, 0, now)).toBe(0);
    expect(waitBeforeRetry(failures, 0.5, now)).toBe(ceiling / 2);
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date (RFC 9110 5.6.7)', 'Mon, 30 Nov 2026 17:00:09 GMT', 9000],
    ['a date that is over', 'Mon, 30 Nov 2026 16:00:00 GMT', 0],
    ['more patience than a pipeline has', '3600', undefined],
    ['nonsense, which is ignored', 'soon', 250],
    ['nothing', '', 250],
  ])('does what the server asks for: %s', (_, retryAfter, expected) => {
    expect(waitBeforeRetry(1, 0.5, now, retryAfter)).toBe(expected);
  });

  it('never waits longer than a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.option(fc.string(), { nil: undefined }),
        (failures, random, retryAfter) => {
          const wait = waitBeforeRetry(failures, random, now, retryAfter) ?? 0;
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(60_000);
        },
      ),
    );
  });
});
