import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { decisionOf, ENTITY } from '../testing/decisions';
import {
  errorAnswer,
  startServer,
  type Answer,
  type TestServer,
} from '../testing/startServer';

const QUESTION = ['gate', '--entity', ENTITY, '--environment', 'production'];
const DIGEST = `sha256:${'ab'.repeat(32)}`;

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function ask(
  respond: Answer | ((count: number) => Answer),
  ...more: string[]
) {
  server = await startServer((_, count) =>
    typeof respond === 'function' ? respond(count) : respond,
  );
  const io = createTestIo({
    CONTINUITY_URL: server.url,
    CONTINUITY_TOKEN: 'secret-token',
  });
  const code = await run([...QUESTION, '--retries', '0', ...more], io);
  return { code, io, seen: server.seen };
}

describe('an answer', () => {
  it.each([
    ['allow', 0, 'ALLOW'],
    ['deny', 10, 'DENY'],
    ['needs-approval', 11, 'NEEDS APPROVAL'],
  ] as const)('%s exits with %d', async (verdict, expected, word) => {
    const { code, io } = await ask({ status: 201, body: decisionOf(verdict) });
    expect([code, io.stderr]).toEqual([expected, '']);
    expect(io.stdout.split('\n')[0]).toBe(
      `${word} component:default/payments-api -> production (standard)`,
    );
  });

  it('says what, why, what to do next and until when', async () => {
    const decision = decisionOf('deny');
    decision.reasons.push(
      {
        rule: 'policy:major-release',
        verdict: 'needs-approval',
        explanation: 'A person must look at it',
        evidence: [],
      },
      {
        rule: 'check:rollback-plan-current',
        verdict: 'allow',
        explanation: 'There is one',
        evidence: [],
      },
    );
    const { io } = await ask({ body: decision });
    expect(io.stdout).toBe(
      `DENY component:default/payments-api -> production (standard)

  freeze:freezecalendar:default/month-end-close#month-end (policy freeze-calendars)
    why:   Month-end close is in force
    next:  Wait until it lifts
    until: 2026-12-01T07:00:00.000Z

  besides, needs-approval: policy:major-release
    why:   A person must look at it

1 other rule is met.

Next change: 2026-12-01T07:00:00.000Z allow: Month-end close lifts
Valid until: ${decision.validUntil}
Decision:    ${decision.id}, ledger entry 41
`,
    );
  });

  it('is printed as the API gave it with --json', async () => {
    const answer = { ...decisionOf('deny'), more: 'from a later version' };
    const { code, io } = await ask({ body: answer }, '--json');
    expect(code).toBe(10);
    expect(JSON.parse(io.stdout)).toEqual(answer);
  });

  it('cannot speak to the terminal or to the CI system', async () => {
    const decision = decisionOf('deny');
    decision.reasons[0].explanation =
      'closed\n::set-output name=open::yes\r\u001b[2J ##vso[task.complete]';
    const { io } = await ask({ body: decision });
    expect(io.stdout).not.toMatch(/^\s*::/m);
    expect(io.stdout).not.toContain('##vso[');
    expect(io.stdout).not.toContain('\u001b');
  });

  it('of a dry run says that nothing was recorded', async () => {
    const { id, ledgerIndex, decidedBy, ...rest } = decisionOf('allow');
    const { code, io, seen } = await ask(
      { body: { ...rest, dryRun: true } },
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(io.stdout).toContain('not recorded (dry run)');
    expect(seen[0].headers['idempotency-key']).toBeUndefined();
  });
});

describe('the question', () => {
  it('is sent with everything that was said', async () => {
    const at = '2026-11-30T20:00:00.000Z';
    const { request, ...rest } = decisionOf('allow');
    const { code, seen } = await ask(
      {
        body: {
          ...rest,
          request: {
            ...request,
            region: 'eu-west-1',
            class: 'major',
            artifactDigest: DIGEST,
            change: 'CHG-1',
            at,
          },
        },
      },
      ...['--region', 'eu-west-1', '--class', 'major', '--digest', DIGEST],
      ...['--change', 'CHG-1', '--at', '2026-11-30T21:00:00+01:00'],
      ...['--idempotency-key', 'run-7'],
    );
    expect(code).toBe(0);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/continuity/gate/decisions',
      headers: {
        authorization: 'Bearer secret-token',
        'idempotency-key': 'run-7',
        'content-type': 'application/json',
      },
    });
    expect(JSON.parse(seen[0].body)).toEqual({
      entity: ENTITY,
      environment: 'production',
      region: 'eu-west-1',
      class: 'major',
      artifactDigest: DIGEST,
      change: 'CHG-1',
      at,
    });
  });

  it('has one fresh idempotency key over all attempts', async () => {
    const { code, seen, io } = await ask(
      count => (count < 3 ? { status: 503 } : { body: decisionOf('allow') }),
      '--retries',
      '2',
    );
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(code).toBe(0);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(io.stderr).toContain('attempt 1 of 3: the server answered 503');
  });
});

describe('wrong usage exits with 2 before anything is sent', () => {
  it.each([
    ['--entity', 'payments-api', /with its kind/],
    ['--entity', 'component:a/b/c', /not an entity ref/],
    ['--entity', 'component:', /not an entity ref/],
    ['--entity', 'component:default/pay api', /not an entity ref/],
    ['--environment', '', /--environment: is empty/],
    ['--region', ' ', /--region: is empty/],
    ['--class', 'normal', /not one of standard, major, emergency/],
    ['--digest', 'abc', /"sha256:" and 64/],
    ['--digest', `registry/app@${DIGEST}`, /after the @/],
    ['--digest', '', /--digest/],
    ['--at', 'tomorrow', /ISO 8601/],
    ['--at', '2026-11-30T18:00:00', /offset/],
    ['--at', '2026-02-30T18:00:00Z', /ISO 8601/],
    ['--change', 'x'.repeat(201), /at most 200/],
    ['--idempotency-key', 'a b', /without spaces/],
    ['--timeout', 'soon', /30s, 500ms or 2m/],
    ['--timeout', '0', /30s, 500ms or 2m/],
    ['--retries', '-1', /0 to 99/],
    ['--url', 'portal.example', /not an address/],
    ['--url', 'https://me:pw@portal.example', /no credentials/],
    ['--url', 'https://portal.example?x=1', /leave out "\?x=1"/],
    ['--token', 'two words', /--token/],
    ['--token', '', /--token/],
    ['--ca-file', '/no/such/file.pem', /cannot be read/],
    ['--ca-file', __filename, /no certificate in PEM/],
    ['--unknown', 'x', /unknown option/],
  ])('%s "%s"', async (option, value, message) => {
    const { code, io, seen } = await ask({ body: {} }, option, value);
    expect(code).toBe(2);
    expect(io.stderr).toMatch(message);
    expect(io.stdout).toBe('');
    expect(seen).toEqual([]);
  });

  it.each([
    [['gate', '--environment', 'production'], /--entity/],
    [['gate', '--entity', ENTITY], /--environment/],
    [[...QUESTION, '--dry-run', '--idempotency-key', 'x'], /makes no sense/],
    [['gates'], /unknown command/],
    [[], /Usage/],
    [['evidence'], /Usage/],
  ])('%j', async (args, message) => {
    const io = createTestIo();
    expect(await run(args, io)).toBe(2);
    expect(io.stderr).toMatch(message);
    expect(io.stdout).toBe('');
  });

  it('a proxy that is none', async () => {
    const io = createTestIo({
      CONTINUITY_URL: 'https://portal.example',
      HTTPS_PROXY: 'ftp://proxy',
    });
    expect(await run(QUESTION, io)).toBe(2);
    expect(io.stderr).toMatch(/HTTPS_PROXY: is not/);
  });

  it.each([
    [400, 'InputError', 'environment: "prod" is not an environment'],
    [409, 'ConflictError', 'Idempotency-Key: "run-7" was used'],
  ])('also when the server says so with %d', async (status, name, message) => {
    const { code, io } = await ask(errorAnswer(status, name, message));
    expect(code).toBe(2);
    expect(io.stderr).toContain(message);
  });

  it('and help is no mistake', async () => {
    const io = createTestIo();
    expect(await run(['gate', '--help'], io)).toBe(0);
    expect(io.stdout).toContain('--idempotency-key');
  });
});

describe('no answer exits with 3 and is never an allow', () => {
  const allow = decisionOf('allow');
  const past = new Date(Date.now() - 60_000).toISOString();

  it.each<[string, Answer, RegExp]>([
    ['a page', { body: '<html>Sign in</html>' }, /not JSON/],
    ['an empty body', { status: 200, headers: { 'content-length': '0' } }, /./],
    ['no content', { status: 204 }, /without content/],
    ['null', { body: null }, /not a decision/],
    ['an array', { body: [allow] }, /not a decision/],
    ['no verdict', { body: { ...allow, verdict: undefined } }, /verdict/],
    ['an unknown verdict', { body: { ...allow, verdict: 'ok' } }, /verdict/],
    ['no reasons', { body: { ...allow, reasons: [] } }, /reasons/],
    ['no validity', { body: { ...allow, validUntil: 'soon' } }, /validUntil/],
    ['no id', { body: { ...allow, id: undefined } }, /not recorded/],
    ['a dry run', { body: { ...allow, dryRun: true } }, /dry run/],
    [
      'a contradiction',
      { body: { ...decisionOf('deny'), verdict: 'allow' } },
      /gives a reason against it/,
    ],
    [
      'an answer about another service',
      {
        body: {
          ...allow,
          request: { ...allow.request, entity: 'component:default/other' },
        },
      },
      /another question: entity/,
    ],
    [
      'an answer about another environment',
      {
        body: {
          ...allow,
          request: { ...allow.request, environment: 'test' },
        },
      },
      /another question: environment/,
    ],
    [
      'an allow that is over',
      { body: { ...allow, decidedAt: past, validUntil: past } },
      /another --idempotency-key/,
    ],
    ['half an answer', 'half an answer', /gave no answer/],
    ['a lost connection', 'hang up', /gave no answer/],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://sign-in.example' } },
      /redirects to https:\/\/sign-in.example/,
    ],
    ['not modified', { status: 304 }, /304/],
    ['no API', { status: 404, body: 'Not found' }, /no Continuity API at/],
    [
      'no permission',
      errorAnswer(403, 'NotAllowedError', 'needs continuity.gate.decide'),
      /needs continuity\.gate\.decide.*grant/,
    ],
    [
      'a token that is not known',
      errorAnswer(401, 'AuthenticationError', 'Illegal token'),
      /does not accept the token: Illegal token/,
    ],
    ['a failing server', { status: 500, body: 'oops' }, /answered 500/],
    [
      'a database that is away',
      errorAnswer(503, 'ServiceUnavailableError', 'try again'),
      /503: try again/,
    ],
  ])('%s', async (_, answer, message) => {
    const { code, io } = await ask(answer);
    expect(code).toBe(3);
    expect(io.stdout).toBe('');
    expect(io.stderr).toMatch(message);
    expect(io.stderr).toMatch(/treat it as deny/);
    expect(io.stderr).not.toContain('secret-token');
  });

  it('a server that does not answer in time', async () => {
    const { code, io } = await ask('hang', '--timeout', '100ms');
    expect(code).toBe(3);
    expect(io.stderr).toMatch(/no answer within 0\.1 s/);
  });

  it('a server that is not there', async () => {
    const io = createTestIo({ CONTINUITY_URL: 'http://127.0.0.1:9' });
    expect(await run([...QUESTION, '--retries', '1'], io)).toBe(3);
    expect(io.stderr).toMatch(/refuses connections/);
    expect(io.sleeps).toHaveLength(1);
  });

  it('no token where one is needed', async () => {
    server = await startServer(() => ({ status: 401 }));
    const io = createTestIo({ CONTINUITY_URL: server.url });
    expect(await run(QUESTION, io)).toBe(3);
    expect(io.stderr).toMatch(/set CONTINUITY_TOKEN/);
    expect(server.seen[0].headers.authorization).toBeUndefined();
  });
});
