import {
  CLIENT_ID,
  CLIENT_SECRET,
  FakeServiceNow,
  PASSWORD,
} from '../__testUtils__/FakeServiceNow';
import { failureOf, settingsOf } from '../__testUtils__/world';
import { ServiceNowClient } from './ServiceNowClient';

jest.setTimeout(30_000);

let instance: FakeServiceNow;
let url: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  instance = new FakeServiceNow();
  url = await instance.start();
});
afterEach(() => instance.stop());

const QUESTION = {
  method: 'GET',
  path: '/api/now/table/change_request',
} as const;
const ask = (config: object = {}) =>
  new ServiceNowClient(settingsOf(url, config)).ask(QUESTION, signal);
const oauth = {
  auth: { type: 'oauth', clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
};

it('asks as the integration user', async () => {
  expect(await ask()).toEqual({ result: [] });
});

it('asks with a token of the client credentials grant, once for all who wait', async () => {
  const client = new ServiceNowClient(settingsOf(url, oauth));
  await Promise.all([
    client.ask(QUESTION, signal),
    client.ask(QUESTION, signal),
  ]);
  await client.ask(QUESTION, signal);
  expect(instance.tokensGiven).toBe(1);
});

it('gets another token when the instance took one back', async () => {
  const client = new ServiceNowClient(settingsOf(url, oauth));
  await client.ask(QUESTION, signal);
  instance.tokens.clear();
  expect(await client.ask(QUESTION, signal)).toEqual({ result: [] });
  expect(instance.tokensGiven).toBe(2);
});

it.each([
  [
    'the password is wrong',
    { auth: { type: 'basic', username: 'x', password: PASSWORD } },
  ],
  [
    'the secret is wrong',
    { auth: { ...oauth.auth, clientSecret: 'wr0ng-secret' } },
  ],
])('says what to correct when %s', async (_, config) => {
  const failure = await failureOf(ask(config));
  expect(failure.message).toMatch(/status 401/);
  expect(failure.retryable).toBe(true);
  expect(failure.remedy).toMatch(/continuity\.connectors\.servicenow\.auth/);
});

const error = (message: string) => ({
  error: { message, detail: 'Look there' },
  status: 'failure',
});

it.each([
  [400, false, {}, undefined],
  [403, false, {}, undefined],
  [404, false, {}, undefined],
  [429, true, { 'retry-after': '90' }, 90_000],
  [429, true, {}, undefined],
  [500, true, {}, undefined],
  [503, true, { 'retry-after': '5' }, 5_000],
])(
  'takes %i for something that may be tried again: %s',
  async (status, retryable, headers, retryAfterMs) => {
    instance.faults.push(
      FakeServiceNow.answer(status, error('It refused'), headers),
    );
    const failure = await failureOf(ask());
    expect(failure.message).toBe(
      `ServiceNow answered with status ${status}: It refused, Look there.`,
    );
    expect(failure).toMatchObject({ retryable });
    expect(failure.retryAfterMs).toBe(retryAfterMs);
  },
);

it('waits until a date that it is told', async () => {
  const until = new Date(Date.now() + 120_000).toUTCString();
  instance.faults.push(
    FakeServiceNow.answer(429, error('Later'), { 'retry-after': until }),
  );
  const { retryAfterMs = 0 } = await failureOf(ask());
  expect(retryAfterMs).toBeGreaterThan(100_000);
});

it('takes no page for an answer, and none that is too large', async () => {
  instance.faults.push(
    FakeServiceNow.answer(200, '<html>Your instance is hibernating</html>'),
    FakeServiceNow.answer(200, ' '.repeat(9 * 1024 * 1024)),
  );
  const page = await failureOf(ask());
  expect(page.message).toMatch(/not JSON/);
  expect(page.retryable).toBe(true);
  const large = await failureOf(ask());
  expect(large.message).toMatch(/larger than 8 MiB/);
  expect(large.retryable).toBe(false);
});

it('follows no redirect with the credentials', async () => {
  instance.faults.push((_, res) => res.redirect('https://elsewhere.example/'));
  const failure = await failureOf(ask());
  expect(failure.message).toMatch(/redirects elsewhere/);
  expect(failure.retryable).toBe(false);
});

it('gives up on an answer that does not come, and on an instance that is away', async () => {
  instance.faults.push(() => undefined);
  const slow = await failureOf(ask({ timeout: { seconds: 1 } }));
  expect(slow.message).toBe('ServiceNow did not answer within 1 s.');
  expect(slow.retryable).toBe(true);
  await instance.stop();
  const away = await failureOf(ask());
  expect(away.message).toMatch(/cannot be reached: ECONNREFUSED/);
  expect(away.retryable).toBe(true);
  instance = new FakeServiceNow();
  url = await instance.start();
});

it('says no secret, also when the instance does', async () => {
  instance.faults.push(FakeServiceNow.answer(400, error(`Wrong: ${PASSWORD}`)));
  const failure = await failureOf(ask());
  expect(failure.message).toMatch(/Wrong: \[masked\]/);
  expect(JSON.stringify(failure)).not.toContain(PASSWORD);
});
