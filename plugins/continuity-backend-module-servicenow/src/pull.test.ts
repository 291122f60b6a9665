import type { ExternalNews } from '@continuity/plugin-continuity-node';
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
  // The first question reaches back a day from now.
  jest.spyOn(Date, 'now').mockImplementation(() => instance.now());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await instance.stop();
});

/** Everything that is told from a cursor on. */
async function pullAll(cursor?: string, config: object = {}) {
  const connector = connect(url, config);
  const items: ExternalNews[] = [];
  let pages = 0;
  let at = cursor;
  for (let more = true; more; ) {
    const news = await connector.pull(at, { signal });
    items.push(...news.items);
    at = news.cursor;
    more = news.more;
    pages += 1;
  }
  return { items, cursor: at, pages };
}

async function standing() {
  await connect(url).push(change(), undefined, { signal });
  instance.pass(60);
  return instance.changes()[0];
}

const idsOf = (items: readonly ExternalNews[]) =>
  items.map(({ reference }) => reference.id);

it('tells of records, with what their state asks for and why', async () => {
  const row = await standing();
  instance.add('sys_journal_field', {
    element_id: row.sys_id,
    element: 'work_notes',
    value: 'The vendor withdrew it',
  });
  instance.change(row, { state: '4' });
  const { items } = await pullAll();
  expect(items).toEqual([
    {
      kind: 'record',
      reference: {
        id: row.sys_id,
        number: row.number,
        url: `${url}/change_request.do?sys_id=${row.sys_id}`,
      },
      changeId: CHANGE_ID,
      version: {
        at: Date.parse('2026-03-02T10:01:00.000Z'),
        sequence: Number(row.sys_mod_count),
      },
      state: 'Canceled',
      by: 'mia.there',
      move: { event: 'cancel', reason: 'The vendor withdrew it' },
    },
  ]);
});

it('tells of its own writing with the version that the writing told', async () => {
  const pushed = await connect(url).push(change(), undefined, { signal });
  const { items } = await pullAll();
  expect(items).toEqual([
    expect.objectContaining({ version: pushed?.version, state: pushed?.state }),
  ]);
});

it('maps other states where that is configured', async () => {
  const row = await standing();
  instance.change(row, { state: '3', close_code: 'unsuccessful' });
  const { items } = await pullAll(undefined, {
    states: { fromServiceNow: { '3': 'finish' } },
  });
  expect(items).toEqual([
    expect.objectContaining({ move: { event: 'finish', outcome: 'failed' } }),
  ]);
});

it('passes over what is not its own, also when the instance tells of it', async () => {
  instance.understandsNothing = true;
  instance.add('change_request', { number: 'CHG9', state: '4' });
  instance.add('sysapproval_approver', { state: 'approved' });
  expect((await pullAll()).items).toEqual([]);
});

it('tells who approved, refused or was asked again, and who entered it', async () => {
  const row = await standing();
  const user = instance.add('sys_user', {
    user_name: 'ben.oduya',
    name: 'Ben Oduya',
    email: 'ben@bank.example',
  });
  const approval = (state: string, by = 'ben.oduya') =>
    instance.add('sysapproval_approver', {
      state,
      approver: user.sys_id,
      sysapproval: row.sys_id,
      sys_updated_by: by,
    });
  const approved = approval('approved');
  instance.pass(1);
  const refused = approval('rejected');
  instance.add('sys_journal_field', {
    element_id: refused.sys_id,
    element: 'comments',
    value: 'Too close to the quarter-end',
  });
  instance.pass(1);
  const asked = approval('requested', 'system');
  instance.pass(1);
  const entered = approval('approved', 'admin');
  approval('not_required');
  const { items } = await pullAll();
  expect(items.filter(({ kind }) => kind === 'decision')).toEqual([
    {
      kind: 'decision',
      id: approved.sys_id,
      reference: expect.objectContaining({
        id: row.sys_id,
        number: row.number,
      }),
      changeId: CHANGE_ID,
      person: { email: 'ben@bank.example', name: 'Ben Oduya' },
      decision: 'approve',
      version: { at: Date.parse('2026-03-02T10:01:00.000Z'), sequence: 0 },
    },
    expect.objectContaining({
      id: refused.sys_id,
      decision: 'reject',
      comment: 'Too close to the quarter-end',
    }),
    expect.objectContaining({ id: asked.sys_id, decision: 'open' }),
    expect.objectContaining({ id: entered.sys_id, enteredBy: 'admin' }),
  ]);
});

it('tells of records whose notes it may not read', async () => {
  const row = await standing();
  instance.change(row, { state: '4' });
  instance.faults.push(
    () => 'go on',
    FakeServiceNow.answer(403, { error: { message: 'No' } }),
  );
  expect((await pullAll()).items).toEqual([
    expect.objectContaining({ move: { event: 'cancel' } }),
  ]);
});

describe('pages', () => {
  const many = (count: number) => {
    for (let at = 0; at < count; at++) {
      instance.add('change_request', {
        number: `CHG${at}`,
        state: '-4',
        correlation_id: `change-${at}`,
        correlation_display: 'Continuity, revision 1',
      });
    }
  };

  it('leaves none of one second out, though they fill several pages', async () => {
    many(250);
    instance.pass(1);
    many(3);
    const { items, pages } = await pullAll();
    expect(new Set(idsOf(items)).size).toBe(253);
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(8);
  });

  it('leaves none of the second out in which a page ends', async () => {
    many(95);
    instance.pass(1);
    many(10);
    instance.pass(1);
    many(95);
    const { items } = await pullAll();
    expect(new Set(idsOf(items)).size).toBe(200);
  });

  it('leaves none out that moves to the end meanwhile', async () => {
    for (let second = 0; second < 15; second++) {
      many(10);
      instance.pass(1);
    }
    const connector = connect(url);
    const first = await connector.pull(undefined, { signal });
    // What was read moves away, so that all others move up.
    for (const row of instance.changes().slice(0, 50)) {
      instance.change(row, { state: '-3' });
    }
    const rest = await pullAll(first.cursor);
    expect(new Set(idsOf([...first.items, ...rest.items])).size).toBe(150);
  });

  it('asks again for what was committed late, and goes on from there', async () => {
    many(2);
    const { cursor } = await pullAll();
    // It bears a moment that has been read, and was not there then.
    many(1);
    instance.pass(30);
    many(1);
    const later = await pullAll(cursor);
    expect(new Set(idsOf(later.items)).size).toBe(4);
    instance.pass(600);
    many(1);
    const last = await pullAll(later.cursor);
    const after = await pullAll(last.cursor);
    expect(new Set(idsOf(after.items)).size).toBe(1);
    // Nothing new does not lead back.
    const still = await pullAll((await pullAll(after.cursor)).cursor);
    expect(new Set(idsOf(still.items)).size).toBe(1);
  });

  it('says so when a cursor is not its own', async () => {
    const failure = await failureOf(
      connect(url).pull('{"records":1}', { signal }),
    );
    expect(failure.message).toMatch(/not known how far/);
  });
});

describe('drafts', () => {
  const config = { drafts: { query: 'category=Software' } };
  const raised = (more: Record<string, string> = {}) => {
    const user = instance.add('sys_user', {
      name: 'Mia There',
      email: 'mia@bank.example',
    });
    const ci = instance.add('sys_user', { sys_id: CI, name: 'payments-api' });
    return instance.add('change_request', {
      number: 'CHG0040001',
      state: '-5',
      category: 'Software',
      short_description: 'Raise the limits',
      cmdb_ci: ci.sys_id,
      requested_by: user.sys_id,
      start_date: '2026-03-04 20:00:00',
      end_date: '2026-03-04 22:00:00',
      ...more,
    });
  };

  it('tells of records that match and are of no change', async () => {
    raised();
    raised({ category: 'Hardware' });
    raised({ correlation_id: CHANGE_ID });
    const { items } = await pullAll(undefined, config);
    expect(items).toEqual([
      {
        kind: 'draft',
        reference: expect.objectContaining({ number: 'CHG0040001' }),
        version: expect.objectContaining({ sequence: 0 }),
        state: 'New',
        title: 'Raise the limits',
        items: [
          {
            title: 'payments-api',
            annotation: {
              key: 'servicenow.com/cmdb-ci',
              values: [CI, 'payments-api'],
            },
            name: 'payments-api',
          },
        ],
        environments: ['production'],
        window: {
          start: Date.parse('2026-03-04T20:00:00Z'),
          end: Date.parse('2026-03-04T22:00:00Z'),
        },
        requestedBy: { email: 'mia@bank.example', name: 'Mia There' },
      },
    ]);
  });

  it('tells of none where that is not configured', async () => {
    raised();
    expect((await pullAll()).items).toEqual([]);
  });

  it('knows no entity by its name where that is switched off', async () => {
    raised({ start_date: '' });
    const { items } = await pullAll(undefined, {
      drafts: { ...config.drafts, byName: false },
    });
    expect(items[0]).not.toHaveProperty('window');
    expect(items[0]).toMatchObject({
      items: [expect.not.objectContaining({ name: 'payments-api' })],
    });
  });
});
