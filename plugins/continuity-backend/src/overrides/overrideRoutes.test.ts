import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { shareContinuity } from '../__testUtils__/shareContinuity';
import { readOverrideNews } from '../notifications/changes/changeNews';
import {
  errorOf,
  PIPELINE,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { KnexLedgerStore, LedgerService } from '../ledger';
import {
  as,
  CONFIG,
  FREEZE,
  MAIL,
  MEMBERS,
  PAY,
  payments,
  refOf,
  request,
} from './__testUtils__/payments';
import { OverrideClock } from './OverrideClock';
import { OverrideSteps } from './OverrideSteps';
import { KnexOverrideStore } from './OverrideStore';

jest.setTimeout(120_000);

const HOUR_MS = 3_600_000;
const databases = bothDatabases();

describe.each(databases.eachId())('overrides on %s', databaseId => {
  const shared = shareContinuity(() => databases.migrated(databaseId), CONFIG);
  let knex: Knex;
  let started: StartedContinuity;

  beforeEach(async () => {
    ({ knex, started } = await shared.start({ entities: payments() }));
  });

  afterAll(() => shared.stop());

  const ask = (change: Record<string, unknown> = {}, who = 'anna') =>
    started.post('/overrides', request(change), as(who));
  const asked = async (
    change: Record<string, unknown> = {},
    who = 'anna',
  ): Promise<string> => {
    const { status, body } = await ask(change, who);
    expect([status, body.error]).toEqual([201, undefined]);
    return body.id;
  };
  const decide = (id: string, who: string, decision = 'approve') =>
    started.post(
      `/overrides/${id}/approvals`,
      { decision, comment: `${who} looked` },
      as(who),
    );
  const close = (id: string, who: string) =>
    started.post(`/overrides/${id}/close`, { reason: 'It is mended' }, as(who));
  const REVIEW = {
    summary: 'Rolled the fix out',
    justified: true,
    followUp: 'Alert on refused payments',
  };
  const review = (id: string, who: string, body: object = REVIEW) =>
    started.post(`/overrides/${id}/review`, body, as(who));
  const seen = async (id: string, who = 'ben') =>
    (await started.get(`/overrides/${id}`, as(who))).body;
  const approved = async (change: Record<string, unknown> = {}) => {
    const id = await asked(change);
    await decide(id, 'ben');
    const { body } = await decide(id, 'carl');
    expect(body.state).toBe('in-force');
    return id;
  };
  const ledger = () => new LedgerService(new KnexLedgerStore(knex));
  const entries = async () => {
    // What was written at the same moment waits for its place.
    await ledger().sequence();
    const { body } = await started.get('/ledger/entries?limit=500');
    return body.items
      .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
      .filter(({ type }: { type: string }) => type.startsWith('override.'));
  };
  const told = async () =>
    (await entries()).map(
      ({ type, actor }: { type: string; actor: { ref: string } }) =>
        `${type} ${actor.ref}`,
    );
  /** As if so much time had gone by. */
  const later = (ms: number) =>
    knex('change_overrides').update({
      created_at: knex.raw('created_at - ?', [ms]),
      lapses_at: knex.raw('lapses_at - ?', [ms]),
      starts_at: knex.raw('starts_at - ?', [ms]),
      ends_at: knex.raw('ends_at - ?', [ms]),
    });
  const clock = () => {
    const store = new KnexOverrideStore(knex);
    const now = Date.now;
    const steps = new OverrideSteps({ store, ledger: ledger(), now });
    return new OverrideClock({ store, steps, now });
  };

  it('lives from the request to the review, with everything in the ledger', async () => {
    const before = Date.now();
    const made = await ask();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: 'requested',
      rules: [FREEZE],
      requestedBy: refOf('anna'),
      approvals: [],
      seats: { filled: 0, required: 2 },
    });
    expect(made.body.start).toBeUndefined();
    const { id } = made.body;

    const first = await decide(id, 'ben');
    expect(first.body).toMatchObject({
      state: 'requested',
      approvals: [{ by: refOf('ben'), comment: 'ben looked' }],
      seats: {
        filled: 1,
        required: 2,
        open: [
          { count: 1, from: expect.arrayContaining([expect.any(String)]) },
        ],
      },
    });
    const second = await decide(id, 'dora');
    expect(second.body).toMatchObject({
      state: 'in-force',
      seats: { filled: 2, required: 2 },
    });
    const start = Date.parse(second.body.start);
    expect(start).toBeGreaterThanOrEqual(before);
    expect(Date.parse(second.body.end) - start).toBe(2 * HOUR_MS);

    const early = await review(id, 'ben');
    expect([early.status, errorOf(early).message]).toEqual([
      409,
      expect.stringContaining('in force'),
    ]);
    const closed = await close(id, 'anna');
    expect(closed.body).toMatchObject({
      state: 'in-review',
      closedBy: refOf('anna'),
      closedBecause: 'It is mended',
    });
    const end = Date.parse(closed.body.end);
    expect(end).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(closed.body.reviewDueAt) - end).toBe(48 * HOUR_MS);

    const own = await review(id, 'anna');
    expect([own.status, errorOf(own).message]).toEqual([
      403,
      expect.stringContaining('somebody else'),
    ]);
    const reviewed = await review(id, 'ben');
    expect(reviewed.body).toMatchObject({
      state: 'reviewed',
      review: { ...REVIEW, by: refOf('ben') },
    });
    expect((await review(id, 'carl')).status).toBe(409);
    expect(await seen(id)).toEqual(reviewed.body);

    expect(await told()).toEqual([
      `override.requested ${refOf('anna')}`,
      `override.approved ${refOf('ben')}`,
      `override.approved ${refOf('dora')}`,
      `override.in-force ${refOf('dora')}`,
      `override.closed ${refOf('anna')}`,
      `override.reviewed ${refOf('ben')}`,
    ]);
    const [requested] = await entries();
    expect(requested).toMatchObject({
      subjects: [PAY],
      data: { id, incident: 'INC-7', rules: [FREEZE] },
    });
    const { body: verification } = await started.get('/ledger/verification');
    expect(verification.ok).toBe(true);
    // Whoever tells people of overrides understands every entry.
    expect((await entries()).map(readOverrideNews)).not.toEqual([]);
  });

  it('asks as many people as the strictest tier does', async () => {
    const { body: one } = await ask({ entities: [MAIL] });
    expect(one.seats).toMatchObject({ filled: 0, required: 1 });
    expect((await decide(one.id, 'ben')).body.state).toBe('in-force');
    const { body: both } = await ask({ entities: [MAIL, PAY] });
    expect(both.seats.required).toBe(2);
  });

  it('counts nobody twice, and never whoever asked', async () => {
    const id = await asked();
    const own = await decide(id, 'anna');
    expect([own.status, errorOf(own).message]).toEqual([
      403,
      expect.stringContaining('somebody else'),
    ]);
    await decide(id, 'ben');
    const again = await decide(id, 'ben');
    expect([again.status, errorOf(again).message]).toEqual([
      409,
      expect.stringMatching(
        /already.*needs 1 from group:default\/board or group:default\/team-pay/,
      ),
    ]);
    const stranger = await decide(id, 'zoe');
    expect([stranger.status, errorOf(stranger).message]).toEqual([
      403,
      expect.stringContaining('group:default/board'),
    ]);
    const token = await started.post(
      `/overrides/${id}/approvals`,
      { decision: 'approve' },
      PIPELINE,
    );
    expect([token.status, errorOf(token).message]).toEqual([
      403,
      expect.stringContaining('people'),
    ]);
    expect(await seen(id)).toMatchObject({
      state: 'requested',
      approvals: [{ by: refOf('ben') }],
    });
  });

  it('lets who stands in for somebody approve, while they do', async () => {
    const id = await asked();
    expect((await decide(id, 'eve')).status).toBe(403);
    const hour = { starts_at: Date.now() - HOUR_MS, created_at: 0 };
    await knex('approval_delegations').insert([
      {
        id: '00000000-0000-4000-8000-000000000001',
        from_ref: refOf('dora'),
        to_ref: refOf('eve'),
        ends_at: Date.now() + HOUR_MS,
        ...hour,
      },
      // Whose place nobody can take in what they asked for themselves.
      {
        id: '00000000-0000-4000-8000-000000000002',
        from_ref: refOf('anna'),
        to_ref: refOf('zoe'),
        ends_at: Date.now() + HOUR_MS,
        ...hour,
      },
    ]);
    expect((await decide(id, 'zoe')).status).toBe(403);
    expect((await decide(id, 'eve')).body.seats.filled).toBe(1);
    await knex('approval_delegations').update({ ends_at: Date.now() });
    // The vote was given while it counted.
    expect((await decide(id, 'ben')).body.state).toBe('in-force');
  });

  it('takes exactly as many of thirty people at once as there are seats', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `p${index}`);
    started.become({
      entities: payments({ ...MEMBERS, board: crowd }),
    });
    const id = await asked();
    const answers = await Promise.all(crowd.map(name => decide(id, name)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).toHaveLength(2);
    expect(statuses.filter(status => status === 409)).toHaveLength(28);
    const { approvals, state, seats } = await seen(id);
    expect([state, seats]).toEqual(['in-force', { filled: 2, required: 2 }]);
    expect(
      answers
        .flatMap(({ status }, index) =>
          status === 200 ? [refOf(crowd[index])] : [],
        )
        .sort(),
    ).toEqual(approvals.map(({ by }: { by: string }) => by).sort());
    expect(
      (await told()).filter((one: string) => one.includes('in-force')),
    ).toHaveLength(1);
    const { body: verification } = await started.get('/ledger/verification');
    expect(verification.ok).toBe(true);
  });

  it('ends with a refusal, with a withdrawal, or undecided', async () => {
    const refused = await asked();
    await decide(refused, 'ben');
    expect((await decide(refused, 'zoe', 'refuse')).status).toBe(403);
    expect((await decide(refused, 'carl', 'refuse')).body).toMatchObject({
      state: 'refused',
      closedBy: refOf('carl'),
      closedBecause: 'carl looked',
    });
    const late = await decide(refused, 'dora');
    expect([late.status, errorOf(late).message]).toEqual([
      409,
      expect.stringContaining('refused'),
    ]);

    const withdrawn = await asked();
    expect((await close(withdrawn, 'anna')).body.state).toBe('withdrawn');
    expect((await close(withdrawn, 'anna')).status).toBe(409);

    const ended = await asked();
    expect((await close(ended, 'zoe')).status).toBe(403);
    expect((await close(ended, 'ben')).body.state).toBe('refused');

    const lapsed = await asked();
    await decide(lapsed, 'ben');
    await later(2 * HOUR_MS);
    const over = await decide(lapsed, 'carl');
    expect([over.status, errorOf(over).message]).toEqual([
      409,
      expect.stringContaining('lapsed'),
    ]);
    expect((await seen(lapsed)).state).toBe('lapsed');
    expect((await review(lapsed, 'ben')).status).toBe(409);
    expect((await told()).at(-1)).toBe(`override.approved ${refOf('ben')}`);
    await clock().tick();
    expect((await told()).at(-1)).toBe('override.lapsed service:continuity');
  });

  it('closes by itself, told once however many look', async () => {
    const id = await approved();
    await later(HOUR_MS);
    await clock().tick();
    expect((await seen(id)).state).toBe('in-force');

    await later(HOUR_MS);
    // Nobody has written it down yet, and it is over all the same.
    const unwritten = await seen(id);
    expect(unwritten).toMatchObject({
      state: 'in-review',
      closedBy: 'service:continuity',
      closedBecause: expect.stringContaining('time is over'),
    });
    expect((await close(id, 'anna')).status).toBe(409);
    await Promise.all([clock().tick(), clock().tick(), clock().tick()]);
    expect(await seen(id)).toEqual(unwritten);
    expect(
      (await told()).filter((one: string) => one.includes('closed')),
    ).toEqual(['override.closed service:continuity']);
  });

  it('tells of its end before its review when the clock stands still', async () => {
    const id = await approved();
    await later(2 * HOUR_MS);
    expect((await review(id, 'ben')).body.state).toBe('reviewed');
    await clock().tick();
    expect((await told()).slice(-2)).toEqual([
      'override.closed service:continuity',
      `override.reviewed ${refOf('ben')}`,
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no incident', { incident: undefined }, 'incident'],
    ['an incident without a word', { incident: ' ' }, 'incident'],
    ['a time that is too long', { duration: 'PT5H' }, 'duration'],
    ['a rule that none is', { rules: ['catalog'] }, 'rules.0'],
    ['a check that none is', { rules: [FREEZE, 'check:luck'] }, 'rules.1'],
    [
      'a check that no policy lets be overridden',
      { rules: ['check:rollback-plan-current'] },
      'rules.0',
    ],
    [
      'entities that the catalog does not have',
      { entities: [PAY, 'component:default/ghost'] },
      'component:default/ghost',
    ],
    [
      'what cannot be deployed',
      { entities: ['group:default/board'] },
      'entities',
    ],
    [
      'an environment that none of the services has',
      { environments: ['production', 'produktion'] },
      'environments.1: "produktion" is not an environment of any of the services; expected one of production, production-us',
    ],
    [
      'a region that is not there',
      { environments: ['production'], regions: ['us'] },
      'regions.0: "us" is not a region of any of the services there; expected one of eu',
    ],
    [
      'a window that its calendar does not have',
      { rules: [FREEZE, 'freeze:freezecalendar:default/close#month-ende'] },
      'rules.1: there is no window "freeze:freezecalendar:default/close#month-ende"',
    ],
    [
      'a calendar that there is not',
      { rules: ['maintenance:freezecalendar:default/gone#month-end'] },
      'rules.0: there is no window',
    ],
    ['no reason', { reason: '' }, 'reason'],
    ['half a character', { reason: 'Oh \ud83d' }, 'reason'],
  ])('refuses %s and names the field', async (_, change, field) => {
    const response = await ask(change);
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
    expect(await knex('change_overrides')).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('refuses what nobody can approve, and says who is too few', async () => {
    started.become({
      entities: payments({ 'team-pay': ['anna', 'ben'] }),
    });
    const response = await ask();
    expect([response.status, errorOf(response).message]).toEqual([
      409,
      expect.stringMatching(
        /2 people.*only user:default\/ben.*does not have group:default\/board/,
      ),
    ]);
    started.become({ entities: payments({ 'team-pay': ['anna'] }) });
    expect(errorOf(await ask()).message).toContain('nobody');
  });

  it('asks people only, and those with the permission', async () => {
    const token = await started.post('/overrides', request(), PIPELINE);
    expect([token.status, errorOf(token).message]).toEqual([
      403,
      expect.stringContaining('people'),
    ]);
    const id = await approved();
    started.become({
      denied: [
        'continuity.override.request',
        'continuity.override.approve',
        'continuity.override.review',
        'continuity.change.read',
      ],
    });
    for (const response of [
      await ask(),
      await decide(id, 'dora'),
      await close(id, 'ben'),
      await review(id, 'ben'),
      await started.get('/overrides', as('ben')),
      await started.get(`/overrides/${id}`, as('ben')),
    ]) {
      expect(response.status).toBe(403);
      expect(errorOf(response).message).toContain('permission');
    }
    // Who may only ask may end only what they asked for.
    started.become({ denied: ['continuity.override.approve'] });
    expect((await close(id, 'ben')).status).toBe(403);
    expect((await close(id, 'anna')).status).toBe(200);
    const audits = started.auditor.createEvent.mock.calls.map(
      ([{ eventId }]) => eventId,
    );
    expect(audits).toContain('override-close');
  });

  it('says what a review lacks', async () => {
    const id = await approved();
    await close(id, 'anna');
    const response = await review(id, 'ben', { summary: 'Done' });
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      expect.stringMatching(/justified: .*followUp: /),
    ]);
  });

  it('keeps no secret that somebody typed in', async () => {
    const secret = `ghp_${'a'.repeat(36)}`;
    const id = await asked({
      reason: `Log in with ${secret}`,
      incident: `INC ${secret}`,
      entities: [MAIL],
    });
    await started.post(
      `/overrides/${id}/approvals`,
      { decision: 'approve', comment: secret },
      as('ben'),
    );
    await started.post(
      `/overrides/${id}/close`,
      { reason: secret },
      as('anna'),
    );
    await review(id, 'ben', { ...REVIEW, summary: secret, followUp: secret });
    expect((await seen(id)).state).toBe('reviewed');
    for (const table of ['change_overrides', 'ledger_entries']) {
      expect(JSON.stringify(await knex(table))).not.toContain(secret);
    }
  });

  it('shows an override to who may see all that it covers, and to who asked', async () => {
    const both = await asked({ entities: [PAY, MAIL] });
    const one = await asked({ entities: [MAIL] }, 'carl');
    started.become({ visible: [MAIL] });
    const list = async (who: string) => {
      const { body } = await started.get('/overrides', as(who));
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await list('ben')).toEqual([one]);
    expect(await list('anna')).toEqual([one, both]);
    expect((await started.get(`/overrides/${both}`, as('ben'))).status).toBe(
      404,
    );
    expect((await decide(both, 'ben')).status).toBe(404);
    expect((await seen(both, 'anna')).id).toBe(both);
    const hidden = await ask({ entities: [PAY] }, 'ben');
    expect([hidden.status, errorOf(hidden).message]).toEqual([
      400,
      expect.stringContaining(PAY),
    ]);
  });

  it('lists by state as it is now, page by page', async () => {
    const over = await approved();
    await later(2 * HOUR_MS);
    const lapsed = await asked();
    await knex('change_overrides')
      .where('id', lapsed)
      .update({ lapses_at: Date.now() });
    const running = await approved();
    const waiting = await asked();
    const list = async (query: string) => {
      const { body } = await started.get(`/overrides${query}`, as('ben'));
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await list('?state=in-force')).toEqual([running]);
    expect(await list('?state=in-review')).toEqual([over]);
    expect(await list('?state=requested')).toEqual([waiting]);
    expect(await list('?state=lapsed')).toEqual([lapsed]);
    expect((await list('?state=requested,in-review')).sort()).toEqual(
      [waiting, over].sort(),
    );
    expect(await list('?state=refused')).toEqual([]);
    const wrong = await started.get('/overrides?state=open', as('ben'));
    expect([wrong.status, errorOf(wrong).message]).toEqual([
      400,
      expect.stringMatching(/^state: "open".*in-force/),
    ]);

    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await started.get(
        `/overrides?limit=1${cursor && `&cursor=${cursor}`}`,
        as('ben'),
      );
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(paged).toHaveLength(4);
    expect(paged).toEqual(await list(''));
  });

  it('says of an id that none can be which part of the address it is', async () => {
    const response = await started.get('/overrides/cut-off', as('ben'));
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      // The portal shows it as one that there is not.
      'id: must match format "uuid"',
    ]);
  });

  it('says 404 of an override that is not there', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const response of [
      await started.get(`/overrides/${id}`, as('ben')),
      await decide(id, 'ben'),
      await close(id, 'ben'),
      await review(id, 'ben'),
    ]) {
      expect([response.status, errorOf(response).message]).toEqual([
        404,
        expect.stringContaining(id),
      ]);
    }
  });
});
