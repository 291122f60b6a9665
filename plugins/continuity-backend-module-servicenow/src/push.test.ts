import { FakeServiceNow } from './__testUtils__/FakeServiceNow';
import {
  change,
  CHANGE_ID,
  CI,
  connect,
  failureOf,
} from './__testUtils__/world';

jest.setTimeout(30_000);

let instance: FakeServiceNow;
let url: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  instance = new FakeServiceNow();
  url = await instance.start();
});
afterEach(() => instance.stop());

const push = (more: Parameters<typeof change>[0] = {}, config: object = {}) =>
  connect(url, config).push(change(more), undefined, { signal });
const requests = (method: string) =>
  instance.requests.filter(one => one.method === method);

it('makes a change request of its type, in the state of the change', async () => {
  const pushed = await push();
  const [row, ...others] = instance.changes();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    type: 'normal',
    state: '-4',
    correlation_id: CHANGE_ID,
    correlation_display: 'Continuity, revision 1',
    short_description: 'Payments 4.2',
    start_date: '2026-03-03 20:00:00',
    end_date: '2026-03-03 22:00:00',
    implementation_plan: 'Deploy region by region',
    cmdb_ci: CI,
  });
  expect(row.description).toBe(
    'Raises the limits\n\nChanges component:default/payments-api in production.\nhttps://portal.example/continuity/changes/5b0c2f4e',
  );
  expect(row.backout_plan).toMatch(
    /1\. Redeploy.*\n\nDecided by .* within PT15M/,
  );
  expect(pushed).toEqual({
    reference: {
      id: row.sys_id,
      number: 'CHG0030000',
      url: `${url}/change_request.do?sys_id=${row.sys_id}`,
    },
    state: 'Assess',
    version: {
      at: Date.parse('2026-03-02T10:00:00.000Z'),
      sequence: Number(row.sys_mod_count),
    },
    written: true,
  });
  // Where there is nothing to say, nothing is said.
  expect(requests('POST')[0].body).not.toHaveProperty('test_plan');
});

it.each([
  ['emergency', {}, '/api/sn_chg_rest/change/emergency'],
  ['standard', {}, '/api/sn_chg_rest/change/normal'],
  [
    'standard',
    { types: { standard: { template: 'c'.repeat(32) } } },
    `/api/sn_chg_rest/change/standard/${'c'.repeat(32)}`,
  ],
  [
    'major',
    { types: { major: { model: 'd'.repeat(32) } } },
    '/api/sn_chg_rest/change',
  ],
] as const)(
  'makes one of class %s with %j at %s',
  async (name, config, path) => {
    await push({ class: name }, config);
    expect(requests('POST').map(one => one.path)).toEqual([path]);
    const model = path.endsWith('/change') ? 'd'.repeat(32) : undefined;
    expect(instance.changes()[0].chg_model).toBe(model);
  },
);

it.each(['draft', 'cancelled', 'rejected', 'expired', 'closed'] as const)(
  'makes none for one that is %s',
  async state => {
    expect(await push({ state })).toBeUndefined();
    expect(requests('POST')).toEqual([]);
  },
);

it('makes one although the answer was lost', async () => {
  instance.faults.push(() => 'go on', FakeServiceNow.loseAnswer);
  const failure = await failureOf(push());
  expect(failure.retryable).toBe(true);
  expect(instance.changes()).toHaveLength(1);
  const pushed = await push();
  expect(instance.changes()).toHaveLength(1);
  expect(requests('POST')).toHaveLength(1);
  expect(pushed?.reference.number).toBe('CHG0030000');
});

it('writes nothing twice, and only what is different', async () => {
  const first = await push();
  const before = instance.requests.length;
  expect(await push()).toEqual({
    ...first,
    found: first?.version,
    written: false,
  });
  expect(
    instance.requests.slice(before).every(({ method }) => method === 'GET'),
  ).toBe(true);
  instance.pass(10);
  const second = await connect(url).push(
    change({
      revision: 5,
      contentRevision: 4,
      content: { ...change().content, title: 'Payments 4.3' },
    }),
    first?.reference,
    { signal },
  );
  expect(requests('PATCH').at(-1)?.body).toEqual({
    correlation_display: 'Continuity, revision 4',
    short_description: 'Payments 4.3',
  });
  expect(second).toMatchObject({ written: true });
  expect(second?.version.at).toBe((first?.version.at ?? 0) + 10_000);
});

it('leaves a mark of a revision that changes no column', async () => {
  const first = await push();
  instance.pass(10);
  const second = await push({ contentRevision: 4 });
  expect(second?.version.at).toBeGreaterThan(first?.version.at ?? Infinity);
});

it('takes a text that was cut to the length of its column for said', async () => {
  const content = { ...change().content, title: 'Long '.repeat(39).trim() };
  await push({ content });
  expect(instance.changes()[0].short_description).toHaveLength(160);
  expect(await push({ content })).toMatchObject({ written: false });
});

it('goes through the states that the instance allows', async () => {
  await push({ state: 'scheduled', comment: 'As planned' });
  expect(instance.changes()[0].state).toBe('-2');
  expect(requests('PATCH').map(({ body: { state } }) => state)).toEqual([
    '-4',
    '-3',
    '-2',
  ]);
  expect(instance.tables.sys_journal_field[0]).toMatchObject({
    element: 'work_notes',
    value: expect.stringContaining('Continuity: scheduled. As planned'),
  });
});

it('stays where it is let no further, and says what to do', async () => {
  instance.needsApproval = true;
  const pushed = await push({ state: 'scheduled' });
  expect(pushed).toMatchObject({
    state: 'Authorize',
    problem: {
      reason:
        'ServiceNow does not let it go from "Authorize" to "Scheduled"; it may go to New, Canceled.',
      remedy: expect.stringContaining('such as an approval'),
    },
  });
  instance.change(instance.changes()[0], { approval: 'approved' });
  const again = await push({ state: 'scheduled' });
  expect(again).toMatchObject({ state: 'Scheduled' });
  expect(again?.problem).toBeUndefined();
});

it('tells how it found the record, and leaves alone one whose state is changed meanwhile', async () => {
  const first = await push();
  expect(first?.found).toBeUndefined();
  instance.pass(10);
  const [row] = instance.changes();
  instance.change(row, { state: '4' });
  const found = {
    at: instance.now() - 500,
    sequence: Number(row.sys_mod_count),
  };
  expect(await push({ contentRevision: 4 })).toMatchObject({
    found,
    state: 'Canceled',
    problem: {
      reason: 'ServiceNow does not let it go from "Canceled" to "Assess".',
    },
  });
  instance.change(row, { state: '-4' });
  // Found, looked at for its state, and then changed by somebody.
  instance.faults.push(
    () => 'go on',
    () => 'go on',
    () => {
      instance.change(row, { state: '4' });
      return 'go on';
    },
  );
  const failure = await failureOf(push({ contentRevision: 4 }));
  expect(failure.message).toMatch(/changed the state of CHG0030000 while/);
  expect(failure.retryable).toBe(true);
});

it('closes with how it ended', async () => {
  const first = await push({ state: 'in-review' });
  await connect(url).push(
    change({ state: 'closed', outcome: 'rolled-back' }),
    first?.reference,
    { signal },
  );
  expect(instance.changes()[0]).toMatchObject({
    state: '3',
    close_code: 'unsuccessful',
    close_notes: 'It was rolled back.',
  });
});

it('leaves alone what is said there of the end before it has come here', async () => {
  await push();
  instance.change(instance.changes()[0], { close_notes: 'Withdrawn' });
  expect(await push()).toMatchObject({ written: false });
  expect(instance.changes()[0].close_notes).toBe('Withdrawn');
});

it('cancels there what is cancelled here, from wherever it is', async () => {
  const first = await push({ state: 'scheduled' });
  const pushed = await connect(url).push(
    change({ state: 'cancelled', comment: 'Not needed any more' }),
    first?.reference,
    { signal },
  );
  expect(pushed).toMatchObject({ state: 'Canceled', written: true });
});

it('says which columns did not take what was written', async () => {
  instance.protectedColumns.push('backout_plan');
  expect((await push())?.problem).toEqual({
    reason: 'CHG0030000 does not hold what was written into backout_plan.',
    remedy: expect.stringContaining('may be written by the integration user'),
  });
});

it('keeps the oldest of several in step, and says so', async () => {
  for (const number of ['CHG1', 'CHG2']) {
    instance.add('change_request', {
      number,
      state: '-4',
      correlation_id: CHANGE_ID,
    });
    instance.pass(5);
  }
  const pushed = await push();
  expect(pushed?.reference.number).toBe('CHG1');
  expect(pushed?.problem?.reason).toMatch(/CHG1, CHG2\. CHG1 is kept in step/);
});

it('takes no other record for its own when the instance does not understand the query', async () => {
  instance.add('change_request', {
    number: 'CHG9',
    state: '-5',
    correlation_id: 'somebody else',
  });
  instance.understandsNothing = true;
  const failure = await failureOf(
    connect(url).push(
      change(),
      { id: 'f'.repeat(32), number: 'CHG8', url },
      { signal },
    ),
  );
  expect(failure.message).toMatch(/CHG8 is not in ServiceNow any more/);
  expect(failure.retryable).toBe(false);
  await failureOf(push());
  instance.understandsNothing = false;
  await push();
  expect(instance.changes().map(row => row.correlation_id)).toEqual([
    'somebody else',
    CHANGE_ID,
  ]);
});
