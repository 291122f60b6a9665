import type { GateDecision } from '@continuity/plugin-continuity-common';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { decisionOf, ENTITY } from '../testing/decisions';
import { startServer, type TestServer } from '../testing/startServer';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const START = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const iso = (at: number) => new Date(at).toISOString();

interface Asked {
  dryRun: boolean;
  key?: string;
}

/** A portal whose answer depends on the clock, and a clock that moves by sleeping. */
async function askWhile(
  answerAt: (now: number) => Partial<GateDecision> | { status: number },
  ...more: string[]
) {
  const asked: Asked[] = [];
  const io = createTestIo();
  let now = START;
  io.now = () => now;
  const { sleep } = io;
  io.sleep = async milliseconds => {
    now += milliseconds;
    await sleep(milliseconds);
  };
  server = await startServer(request => {
    const question = JSON.parse(request.body);
    const key = request.headers['idempotency-key'];
    asked.push({
      dryRun: question.dryRun === true,
      ...(key !== undefined && { key: String(key) }),
    });
    const answer = answerAt(now);
    const headers = { date: new Date(now).toUTCString() };
    if ('status' in answer) return { ...answer, headers };
    const { id, ledgerIndex, decidedBy, ...rest } = decisionOf(
      answer.verdict ?? 'deny',
      { decidedAt: iso(now), validUntil: iso(now + 15 * MINUTE), ...answer },
    );
    const { dryRun, entity, class: releaseClass, ...parts } = question;
    return {
      headers,
      body: {
        ...rest,
        request: {
          ...parts,
          entity,
          class: releaseClass ?? 'standard',
          at: iso(now),
        },
        ...(question.dryRun
          ? { dryRun: true }
          : { id, ledgerIndex, decidedBy, dryRun: false }),
      },
    };
  });
  const code = await run(
    [
      ...['gate', '--entity', ENTITY, '--environment', 'production'],
      ...['--url', server.url, '--retries', '0', ...more],
    ],
    io,
  );
  return { code, io, asked, waited: now - START };
}

const freeze = (now: number, openAt: number): Partial<GateDecision> =>
  now < openAt
    ? { verdict: 'deny', nextOpen: iso(openAt) }
    : { verdict: 'allow' };

describe('continuity gate --wait', () => {
  it('does not wait when the gate is open', async () => {
    const { code, io, asked } = await askWhile(
      () => ({ verdict: 'allow' }),
      ...['--wait', '30m'],
    );
    expect([code, asked.length, io.sleeps]).toEqual([0, 1, []]);
  });

  it('waits for a freeze to lift, says for what, and records the allow', async () => {
    const openAt = START + 20 * MINUTE;
    const { code, io, asked, waited } = await askWhile(
      now => freeze(now, openAt),
      ...['--wait', '30m', '--idempotency-key', 'run-7'],
    );
    expect(code).toBe(0);
    expect(io.stderr).toContain(
      `Waiting for ${iso(openAt)}: Month-end close is in force`,
    );
    expect(io.stdout).toMatch(/^ALLOW /);
    expect(waited).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(waited).toBeLessThan(21 * MINUTE);
    expect(asked[0]).toEqual({ dryRun: false, key: 'run-7' });
    expect(asked.at(-1)).toEqual({ dryRun: false, key: 'run-7.opened' });
    expect(asked.slice(1, -1).every(({ dryRun }) => dryRun)).toBe(true);
  });

  it('does not wait for a freeze that outlasts the wait', async () => {
    const { code, io, waited } = await askWhile(
      now => freeze(now, START + 60 * MINUTE),
      ...['--wait', '30m'],
    );
    expect([code, waited]).toEqual([10, 0]);
    expect(io.stderr).toContain('Not waiting: it opens at');
  });

  it('looks again for what people may change, and ends with the first answer', async () => {
    const { code, io, asked, waited } = await askWhile(
      () => ({ verdict: 'needs-approval' }),
      ...['--wait', '2m'],
    );
    expect(code).toBe(11);
    expect(waited).toBe(2 * MINUTE);
    expect(asked.length).toBe(1 + 4);
    expect(io.stderr).toContain('time alone does not open it: Wait until it');
    expect(io.stderr).toContain('The wait is over.');
    expect(io.stderr.match(/Waiting/g)).toHaveLength(1);
  });

  it('notices an approval before the freeze lifts', async () => {
    const { code, waited } = await askWhile(
      now =>
        now < START + 3 * MINUTE
          ? { verdict: 'needs-approval', nextOpen: iso(START + 90 * MINUTE) }
          : { verdict: 'allow' },
      ...['--wait', '1h'],
    );
    expect([code, waited]).toEqual([0, 3 * MINUTE]);
  });

  it('outlasts a portal that is away for a while', async () => {
    const { code, io } = await askWhile(
      now =>
        now > START && now < START + 2 * MINUTE
          ? { status: 503 }
          : freeze(now, START + 5 * MINUTE),
      ...['--wait', '10m'],
    );
    expect(code).toBe(0);
    expect(io.stderr).toContain('Waiting for an answer');
  });

  it('is no answer when the portal stays away', async () => {
    const { code, io } = await askWhile(
      now => (now > START ? { status: 503 } : freeze(now, START + 5 * MINUTE)),
      ...['--wait', '10m'],
    );
    expect([code, io.stdout]).toEqual([3, '']);
    expect(io.stderr).toContain('treat it as deny');
  });

  it.each([
    [['--wait', 'soon'], 'Expected a time'],
    [['--wait', '30m', '--at', '2026-12-01T00:00:00Z'], '--wait'],
    [['--wait', '5m', '--idempotency-key', 'k'.repeat(195)], '190 characters'],
    [['--rollback'], 'needs --digest'],
    [['--continues', 'CHG-1'], '--continues'],
    [
      ['--rollback', '--digest', DIGEST, '--continues', 'x'],
      'makes no sense with --rollback',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, io, asked } = await askWhile(() => ({}), ...args);
    expect([code, asked.length]).toEqual([2, 0]);
    expect(io.stderr).toContain(message);
  });
});

describe('what is to be done', () => {
  it.each([
    [['--rollback', '--digest', DIGEST], 'rollback', '(standard, rollback)'],
    [
      ['--continues', '0B6F2D57-8d4c-4a40-9d1b-0a2e8f6f7c11'],
      'continue',
      '(standard, already running)',
    ],
  ])('%j is asked as %s and shown', async (args, operation, shown) => {
    const { code, io } = await askWhile(() => ({ verdict: 'allow' }), ...args);
    expect(code).toBe(0);
    expect(io.stdout.split('\n')[0]).toContain(shown);
    expect(JSON.parse(server?.seen[0].body ?? '{}').operation).toBe(operation);
  });
});
