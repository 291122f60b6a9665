import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { documentOf } from '../catalog/documents';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { readChangeNews } from '../notifications/changes/changeNews';
import {
  errorOf,
  PIPELINE,
  readAgain,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import {
  anna,
  bank,
  ben,
  carl,
  complete,
  DIGEST,
  dora,
  erik,
  group,
  hours,
  olga,
  PAYMENTS,
  person,
  settings,
  suddenFreeze,
  TEAM,
  type Person,
} from './__testUtils__/changeWorld';

jest.setTimeout(120_000);

const databases = bothDatabases();

describe.each(databases.eachId())('changes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: bank,
      config: settings,
      groupsOfAnna: [TEAM],
      denied: ['continuity.change.administer'],
    });
  });

  afterEach(() => started.stop());

  const raise = async (content: object = complete, by: Person = anna) => {
    const { body, status } = await started.post(
      '/changes',
      { content },
      by.header,
    );
    expect(body.error).toBeUndefined();
    expect(status).toBe(201);
    return body;
  };
  const get = async (id: string, as: Person = anna) =>
    (await started.get(`/changes/${id}`, as.header).expect(200)).body;
  const move = (
    {
      summary: { id, revision },
    }: { summary: { id: string; revision: number } },
    event: string,
    more: object = {},
    as: Person = anna,
  ) =>
    started.post(
      `/changes/${id}/transitions`,
      { event, revision, ...more },
      as.header,
    );
  const decide = (
    {
      summary: { id, revision },
    }: { summary: { id: string; revision: number } },
    as: Person,
    more: object = {},
  ) =>
    started.post(
      `/changes/${id}/approvals`,
      { decision: 'approve', revision, ...more },
      as.header,
    );
  const waiting = async (content: object = complete) => {
    const assessed = (await move(await raise(content), 'assess').expect(200))
      .body;
    return (await move(assessed, 'request-approval').expect(200)).body;
  };
  const approved = async (content: object = complete) => {
    let change = await waiting(content);
    for (const who of [ben, carl, dora]) {
      change = (await decide(change, who).expect(200)).body;
    }
    return change;
  };
  const gate = async (body: object) =>
    (
      await started
        .post('/gate/decisions', {
          entity: PAYMENTS,
          environment: 'production',
          class: 'major',
          artifactDigest: DIGEST,
          dryRun: true,
          ...body,
        })
        .expect(200)
    ).body;

  it('lives from its draft to its review, with everything in the ledger', async () => {
    let change = await raise();
    expect(change.summary).toMatchObject({ state: 'draft', class: 'major' });
    expect(change.problems).toEqual([]);
    change = (await move(change, 'assess').expect(200)).body;
    change = (await move(change, 'request-approval').expect(200)).body;
    expect(change.summary).toMatchObject({
      state: 'awaiting-approval',
      seats: { filled: 0, required: 3 },
    });
    expect(change.approvals).toMatchObject({
      isComplete: false,
      missing:
        '1 for "Somebody else of the owners", 2 for "Change advisory board"',
    });
    expect((await gate({ change: change.summary.id })).verdict).toBe('deny');
    for (const who of [ben, carl, dora]) {
      change = (await decide(change, who).expect(200)).body;
    }
    expect(change.summary).toMatchObject({
      state: 'approved',
      seats: { filled: 3, required: 3 },
    });
    expect((await gate({ change: change.summary.id })).verdict).toBe('allow');
    change = (await move(change, 'schedule').expect(200)).body;
    change = (await move(change, 'start').expect(200)).body;
    expect(errorOf(await move(change, 'finish').expect(400)).message).toMatch(
      /^outcome: is missing/,
    );
    change = (
      await move(change, 'finish', { outcome: 'succeeded' }).expect(200)
    ).body;
    expect(change.summary.state).toBe('in-review');
    const refused = await move(change, 'complete-review', {
      review: { summary: 'Went well' },
    }).expect(409);
    expect(refused.body.error.refusals[0].reason).toMatch(/review\.followUp/);
    change = (
      await move(change, 'complete-review', {
        review: { summary: 'Went well', followUp: 'Nothing' },
      }).expect(200)
    ).body;
    expect(change.summary.state).toBe('closed');
    expect(change.next).toEqual([]);

    const { body } = await started.get(
      `/changes/${change.summary.id}/timeline`,
      anna.header,
    );
    expect(body.items.map(({ event }: { event: string }) => event)).toEqual([
      'create',
      'assess',
      'request-approval',
      'approval',
      'approval',
      'approval',
      'approve',
      'schedule',
      'start',
      'finish',
      'complete-review',
    ]);
    const verified = await started.get('/ledger/verification');
    expect(verified.body).toMatchObject({ ok: true });
    // Whoever tells people of changes understands every entry.
    const entries = (await started.get('/ledger/entries')).body.items.map(
      ({ canonical }: { canonical: string }) => JSON.parse(canonical),
    );
    expect(
      entries
        .filter(({ type }: { type: string }) => type.startsWith('change.'))
        .map(readChangeNews),
    ).toHaveLength(11);
  });

  it('has an emergency reviewed by somebody who neither wrote it nor carried it out', async () => {
    let change = await raise({
      ...complete,
      class: 'emergency',
      incident: 'INC-7',
      implementer: erik.ref,
    });
    change = (await move(change, 'assess').expect(200)).body;
    change = (await move(change, 'request-approval').expect(200)).body;
    for (const who of [carl, dora]) {
      change = (await decide(change, who).expect(200)).body;
    }
    // It begins without being scheduled.
    change = (await move(change, 'start', {}, erik).expect(200)).body;
    change = (
      await move(change, 'finish', { outcome: 'succeeded' }, erik).expect(200)
    ).body;
    expect(change.summary.state).toBe('in-review');
    const review = { summary: 'It held', followUp: 'Mend the alert' };
    for (const who of [anna, erik]) {
      const { next } = await get(change.summary.id, who);
      expect(next).toEqual([
        expect.objectContaining({ event: 'complete-review', allowed: false }),
      ]);
      expect(
        errorOf(
          await move(change, 'complete-review', { review }, who).expect(403),
        ).message,
      ).toContain('is reviewed by somebody else of its owners');
    }
    await move(change, 'complete-review', { review }, olga).expect(403);
    started.become({ groupsOf: { [ben.ref]: [TEAM] } });
    change = (
      await move(change, 'complete-review', { review }, ben).expect(200)
    ).body;
    expect(change.summary.state).toBe('closed');
  });

  it('says what is missing, field by field, and takes a draft all the same', async () => {
    const change = await raise({
      title: 'Something',
      entities: [PAYMENTS],
      environments: ['production'],
    });
    const fields = change.problems.map(({ path }: { path: string }) => path);
    expect(fields).toEqual(
      expect.arrayContaining([
        'content.window',
        'content.plan',
        'content.rollbackPlan',
      ]),
    );
    const refused = await move(change, 'assess').expect(409);
    expect(
      refused.body.error.refusals.map(
        ({ reason }: { reason: string }) => reason,
      ),
    ).toEqual(
      expect.arrayContaining([expect.stringContaining('rollbackPlan')]),
    );
    expect((await get(change.summary.id)).summary.state).toBe('draft');
  });

  it.each([
    ['no title', { title: undefined }, /content\.title/],
    ['no entity', { entities: [] }, /content\.entities/],
    [
      'something unknown',
      { entities: ['component:default/none'], digests: {} },
      /content\.entities\.0/,
    ],
    ['a window backwards', { window: hours(3, 1) }, /content\.window/],
    ['a field too much', { colour: 'red' }, /content/],
    [
      'a plan without steps',
      { rollbackPlan: { ...complete.rollbackPlan, steps: 'none' } },
      /content\.rollbackPlan\.steps/,
    ],
    [
      'another digest',
      { digests: { [PAYMENTS]: 'latest' } },
      /content\.digests/,
    ],
  ])('refuses %s by the name of the field', async (_, wrong, field) => {
    const { body } = await started
      .post('/changes', { content: { ...complete, ...wrong } }, anna.header)
      .expect(400);
    expect(body.error.message).toMatch(field);
    expect(
      (await started.get('/changes', anna.header)).body.items,
    ).toHaveLength(0);
  });

  it('keeps no secrets', async () => {
    const change = await raise({
      ...complete,
      plan: 'Use ghp_0123456789abcdefghijABCDEFGHIJ012345',
    });
    expect(change.content.plan).toBe('Use [masked]');
    expect(JSON.stringify(await knex('change_revisions'))).not.toContain(
      'ghp_',
    );
  });

  it('refuses a plan back that takes longer than the service may be away', async () => {
    const change = await raise({
      ...complete,
      rollbackPlan: { ...complete.rollbackPlan, expectedDuration: 'PT2H' },
    });
    expect(change.problems).toEqual([
      expect.objectContaining({
        path: 'content.rollbackPlan.expectedDuration',
      }),
    ]);
  });

  it('cannot be put up for approval with people whom nobody knows', async () => {
    const change = await raise({
      ...complete,
      implementer: 'user:default/anne',
      committers: [anna.ref, 'user:default/bob'],
      rollbackPlan: {
        ...complete.rollbackPlan,
        decisionOwner: 'group:default/team-paiments',
      },
    });
    expect(change.problems).toEqual(
      [
        ['implementer', 'user:default/anne'],
        ['committers.1', 'user:default/bob'],
        ['rollbackPlan.decisionOwner', 'group:default/team-paiments'],
      ].map(([path, ref]) => ({
        path: `content.${path}`,
        message: `"${ref}" is not in the catalog; expected somebody who is`,
      })),
    );
    await move(change, 'assess').expect(409);
  });

  it('lets nobody approve what they wrote, nor those it does not concern', async () => {
    const change = await waiting();
    expect(errorOf(await decide(change, anna).expect(403)).message).toMatch(
      /nobody approves what they wrote/,
    );
    expect(errorOf(await decide(change, olga).expect(403)).message).toMatch(
      /may fill none of its seats/,
    );
    const { body } = await started
      .post(
        `/changes/${change.summary.id}/approvals`,
        { decision: 'approve', revision: change.summary.revision },
        PIPELINE,
      )
      .expect(403);
    expect(body.error.message).toMatch(/Only people/);
    expect((await get(change.summary.id)).summary.seats.filled).toBe(0);
  });

  it('makes whoever revises it an author, and asks everybody again', async () => {
    let change = await waiting();
    await decide(change, carl).expect(200);
    await started
      .put(
        `/changes/${change.summary.id}`,
        {
          revision: change.summary.revision,
          content: { ...complete, title: 'Payments 4.3' },
        },
        ben.header,
      )
      .expect(403);
    change = (
      await started
        .put(
          `/changes/${change.summary.id}`,
          {
            revision: change.summary.revision,
            content: { ...complete, title: 'Payments 4.3' },
            comment: 'Renamed',
          },
          anna.header,
        )
        .expect(200)
    ).body;
    expect(change.summary).toMatchObject({
      state: 'draft',
      title: 'Payments 4.3',
      seats: { filled: 0 },
    });
    const { body } = await started.get(
      `/changes/${change.summary.id}/approvals`,
      anna.header,
    );
    expect(body.items).toEqual([
      expect.objectContaining({ by: carl.ref, state: 'superseded' }),
    ]);
    const history = await started.get(
      `/changes/${change.summary.id}/history`,
      anna.header,
    );
    expect(
      history.body.items.map(
        ({ content: { title } }: { content: { title: string } }) => title,
      ),
    ).toEqual(['Payments 4.3', 'Payments 4.2']);
    // The same person may approve it anew.
    change = (await move(change, 'assess').expect(200)).body;
    change = (await move(change, 'request-approval').expect(200)).body;
    change = (await decide(change, carl).expect(200)).body;
    expect(change.summary.seats.filled).toBe(1);
  });

  it('tells who is too late what there is now', async () => {
    const change = await raise();
    await move(change, 'assess').expect(200);
    const { body } = await move(change, 'assess').expect(409);
    expect(body.error.message).toMatch(/^revision: 1 is not the newest/);
    expect(body.error.current).toMatchObject({
      id: change.summary.id,
      revision: 2,
      state: 'assessed',
    });
    await started
      .post(
        `/changes/${change.summary.id}/transitions`,
        { event: 'cancel', comment: 'Not needed' },
        anna.header,
      )
      .set('if-match', '"2"')
      .expect(200);
    const without = await started
      .post(
        `/changes/${change.summary.id}/transitions`,
        { event: 'assess' },
        anna.header,
      )
      .expect(400);
    expect(errorOf(without).message).toMatch(/^revision: is missing/);
  });

  it('fills each seat once, whoever is asked first', async () => {
    const change = await waiting();
    await decide(change, carl).expect(200);
    expect(errorOf(await decide(change, carl).expect(409)).message).toMatch(
      /already/,
    );
    await decide(change, dora).expect(200);
    const refused = await decide(change, erik).expect(409);
    expect(errorOf(refused).message).toMatch(
      /Every seat that user:default\/erik could fill is filled/,
    );
    expect((await get(change.summary.id)).summary.seats.filled).toBe(2);
  });

  it('suspends an approval when a freeze appears, and shows only the difference', async () => {
    const change = await approved();
    await started.runTask('continuity-change-watch');
    expect((await get(change.summary.id)).summary.state).toBe('approved');
    await readAgain(knex, documentOf(suddenFreeze));
    // The gate looks by itself, and does not wait for anybody to notice.
    expect((await gate({ change: change.summary.id })).verdict).toBe('deny');
    await knex('changes').update({ watched_at: 0 });
    await started.runTask('continuity-change-watch');
    const suspended = await get(change.summary.id);
    expect(suspended.summary).toMatchObject({
      state: 'awaiting-approval',
      suspended: true,
      seats: { filled: 0, required: 3 },
    });
    expect(suspended.suspension.because.join(' ')).toMatch(
      /"Nothing moves" closes the planned time/,
    );
    expect(
      suspended.readiness.differences.filter(
        ({ regressed }: { regressed: boolean }) => regressed,
      ),
    ).toEqual([
      expect.objectContaining({
        part: 'closings',
        subject: 'freezecalendar:default/incident-freeze#stop',
      }),
    ]);
    expect((await gate({ change: change.summary.id })).verdict).toBe('deny');
    // Approved with it in view, it is approved; a freeze that blocks still does.
    let again = suspended;
    for (const who of [ben, carl, dora]) {
      again = (await decide(again, who).expect(200)).body;
    }
    expect(again.summary.state).toBe('approved');
    const refused = await move(again, 'schedule').expect(409);
    expect(refused.body.error.refusals[0].reason).toMatch(/Nothing moves/);
  });

  it('takes nothing away while it cannot see, and lets nothing begin', async () => {
    const change = await approved();
    const [{ read_at: readAt }] = await knex('catalog_projection');
    await knex('catalog_projection').update({
      read_at: Date.now() - 3_600_000,
    });
    await knex('changes').update({ watched_at: 0 });
    await started.runTask('continuity-change-watch');
    const blind = await get(change.summary.id);
    expect(blind.summary).toMatchObject({
      state: 'approved',
      suspended: false,
    });
    expect((await gate({ change: change.summary.id })).verdict).toBe('deny');
    await move(blind, 'schedule').expect(409);
    const waits = await raise({ ...complete, title: 'Another' });
    await move(waits, 'assess').expect(409);
    await knex('catalog_projection').update({ read_at: readAt });
    const again = await get(change.summary.id);
    expect(again.summary).toMatchObject({ seats: { filled: 3, required: 3 } });
    await move(again, 'schedule').expect(200);
  });

  it('covers just the artifact, class and place that were approved', async () => {
    const change = await approved();
    const { id } = change.summary;
    const other = `sha256:${'b'.repeat(64)}`;
    const answers = await Promise.all([
      gate({ change: id }),
      gate({ change: id, artifactDigest: other }),
      gate({ change: id, class: 'standard' }),
      gate({ change: id, environment: 'staging' }),
      gate({ change: randomUUID() }),
      gate({ change: 'CHG0001' }),
      gate({}),
    ]);
    expect(answers.map(({ verdict }) => verdict)).toEqual([
      'allow',
      'deny',
      'deny',
      'deny',
      'deny',
      'deny',
      'deny',
    ]);
  });

  it('gives an approval back, and then it is not approved any more', async () => {
    const change = await approved();
    const without = await decide(change, carl, { decision: 'withdraw' }).expect(
      400,
    );
    expect(errorOf(without).message).toMatch(/^comment: is missing/);
    const back = (
      await decide(change, carl, {
        decision: 'withdraw',
        comment: 'I overlooked the migration',
      }).expect(200)
    ).body;
    expect(back.summary).toMatchObject({
      state: 'awaiting-approval',
      suspended: true,
      seats: { filled: 2, required: 3 },
    });
    expect((await gate({ change: change.summary.id })).verdict).toBe('deny');
    const again = (await decide(back, erik).expect(200)).body;
    expect(again.summary).toMatchObject({
      state: 'approved',
      suspended: false,
    });
  });

  it('is refused with a reason, and can be revised', async () => {
    const change = await waiting();
    await decide(change, carl, { decision: 'reject' }).expect(400);
    const rejected = (
      await decide(change, carl, {
        decision: 'reject',
        comment: 'Not in December',
      }).expect(200)
    ).body;
    expect(rejected.summary.state).toBe('rejected');
    expect(rejected.next.map(({ event }: { event: string }) => event)).toEqual([
      'revise',
    ]);
  });

  it('lets somebody stand in for somebody who is away, and hands it on to nobody', async () => {
    const fill = person('fill');
    await readAgain(knex, documentOf(group('others', [fill.ref])));
    started.become({
      entities: [
        ...bank,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'fill', namespace: 'default' },
          spec: {},
        },
      ],
    });
    const change = await waiting();
    await decide(change, fill).expect(403);
    const { body: delegation } = await started
      .post(
        '/changes/delegations',
        { to: fill.ref, ...hours(-1, 24), reason: 'On leave' },
        carl.header,
      )
      .expect(201);
    const voted = (await decide(change, fill).expect(200)).body;
    expect(voted.summary.seats.filled).toBe(1);
    await started
      .post(`/changes/delegations/${delegation.id}/end`, {}, fill.header)
      .expect(403);
    await started
      .post(`/changes/delegations/${delegation.id}/end`, {}, carl.header)
      .expect(204);
    // What they decided in that time stays decided, and their place stays taken.
    const after = await get(change.summary.id);
    expect(after.approvals.missing).toBe(voted.approvals.missing);
    await decide(change, carl).expect(409);
    await started
      .post(
        '/changes/delegations',
        { to: carl.ref, ...hours(-1, 24) },
        carl.header,
      )
      .expect(400);
  });

  it('counts a place once, whoever of those who may take it approves', async () => {
    const change = await waiting();
    await started
      .post(
        '/changes/delegations',
        { to: olga.ref, ...hours(-1, 24) },
        carl.header,
      )
      .expect(201);
    expect(
      (await decide(change, carl).expect(200)).body.approvals.missing,
    ).toBe(
      '1 for "Somebody else of the owners", 1 for "Change advisory board"',
    );
    const second = await decide(change, olga).expect(409);
    expect(second.body.error.message).toContain('Every seat');
    expect(
      (await started.get('/changes?mine=approve', olga.header)).body.items,
    ).toEqual([]);
    await decide(change, dora).expect(200);
  });

  it('approves nothing but what was seen, and tells caches of every vote', async () => {
    const change = await waiting();
    const { id } = change.summary;
    const first = await started.get(`/changes/${id}`, ben.header).expect(200);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const { etag } = first.headers;
    expect(etag).toMatch(/^"3-[0-9a-f]+"$/);
    await decide(change, carl).expect(200);
    const second = await started
      .get(`/changes/${id}`, ben.header)
      .set('if-none-match', etag)
      .expect(200);
    expect(second.body.summary.seats.filled).toBe(1);
    // A freeze appears while somebody reads; the revision stays.
    await readAgain(knex, documentOf(suddenFreeze));
    const seen = second.body.readiness.fingerprint;
    const blind = await decide(change, ben, { seen }).expect(409);
    expect(blind.body.error).toMatchObject({
      message: expect.stringContaining('is not what you have seen'),
      current: { id, revision: 3 },
    });
    const now = await get(id, ben);
    expect(now.readiness.now.closings).toEqual({
      'freezecalendar:default/incident-freeze#stop': 'Nothing moves',
    });
    await started
      .post(
        `/changes/${id}/approvals`,
        { decision: 'approve', seen: now.readiness.fingerprint },
        ben.header,
      )
      .set('if-match', first.headers.etag)
      .expect(200);
  });

  it('tells beforehand that there are too few people', async () => {
    started.become({
      entities: [
        ...bank.filter(
          ({ metadata }) => metadata.name !== 'change-advisory-board',
        ),
        group('change-advisory-board', [carl.ref]),
      ],
    });
    const change = await raise();
    const assessed = (await move(change, 'assess').expect(200)).body;
    expect(assessed.approvals.shortage).toMatch(
      /2 different people have to approve for "Change advisory board", and only 1 may/,
    );
    await move(assessed, 'request-approval').expect(409);
  });

  it('says so when a group that has to approve is not there at all', async () => {
    started.become({
      entities: bank.filter(
        ({ metadata }) => metadata.name !== 'change-advisory-board',
      ),
    });
    const assessed = (await move(await raise(), 'assess').expect(200)).body;
    expect(assessed.approvals.shortage).toMatch(
      /and nobody may\. Not in the catalog: group:default\/change-advisory-board\./,
    );
  });

  it('needs a reason and somebody who agrees for a class below the computed one', async () => {
    const irreversible = {
      ...complete,
      class: 'standard',
      facts: { ...complete.facts, migration: 'irreversible' },
    };
    const change = await raise(irreversible);
    expect(change.classification.class).toBe('major');
    expect(change.problems).toEqual([
      expect.objectContaining({ path: 'content.classReason' }),
    ]);
    const reasoned = await raise({
      ...irreversible,
      classReason: 'Only a view',
    });
    expect(
      reasoned.approvals.rules.map(({ id }: { id: string }) => id),
    ).toContain('lower-class');
  });

  it('says what is in the way of its time, and finds another', async () => {
    const first = await approved({ ...complete, window: hours(2, 4) });
    await move(first, 'schedule').expect(200);
    const second = await approved({ ...complete, window: hours(3, 5) });
    const refused = await move(second, 'schedule').expect(409);
    expect(refused.body.error.refusals[0].reason).toMatch(
      /"Payments 4\.2" changes component:default\/payments-api/,
    );
    const { body } = await started
      .post(
        '/changes/slots',
        {
          change: second.summary.id,
          entities: [PAYMENTS],
          environments: ['production'],
          class: 'major',
          duration: 'PT2H',
          from: hours(2, 3).start,
        },
        anna.header,
      )
      .expect(200);
    expect(Date.parse(body.slots[0].start)).toBeGreaterThanOrEqual(
      Date.parse(first.content.window.end),
    );
    expect(body.slots[0].after).toMatch(/Payments 4\.2/);
  });

  it('has those in the way who are away or taken while they are needed', async () => {
    const conflicts = async (content: object) => {
      const { summary } = await raise({ ...complete, ...content });
      return (
        await started.get(`/changes/${summary.id}/conflicts`, anna.header)
      ).body.items as { kind: string; blocks: boolean; explanation: string }[];
    };
    const window = hours(2, 4);
    let carried = await waiting({
      ...complete,
      title: 'Shop 9',
      entities: ['component:default/shop'],
      digests: { 'component:default/shop': DIGEST },
      window: hours(3, 6),
      implementer: dora.ref,
    });
    for (const who of [olga, carl, erik]) {
      carried = (await decide(carried, who).expect(200)).body;
    }
    await move(carried, 'schedule').expect(200);
    for (const [who, to] of [
      [ben, carl],
      [erik, carl],
    ]) {
      await started
        .post(
          '/changes/delegations',
          { to: to.ref, ...hours(3, 9), reason: 'Away' },
          who.header,
        )
        .expect(201);
    }
    const rollbackPlan = { ...complete.rollbackPlan, decisionOwner: dora.ref };
    const found = await conflicts({
      window,
      implementer: ben.ref,
      rollbackPlan,
    });
    expect(found.map(({ kind, blocks }) => [kind, blocks]).sort()).toEqual([
      ['approver-busy', true],
      ['implementer-busy', true],
    ]);
    const words = found.map(({ explanation }) => explanation).join(' ');
    expect(words).toMatch(/dora.*carries out "Shop 9" then/);
    expect(words).toMatch(
      /ben.*is away: user:default\/carl decides in their place until/,
    );
    // Somebody else's absence is in nobody's way.
    expect(await conflicts({ window, implementer: olga.ref })).toEqual([]);
  });

  it('does not plan into a region that fails over, until its end is reported', async () => {
    let seconds = -60;
    const report = (
      phase: 'began' | 'ended',
      more: object = {},
      payload: object = {},
    ) =>
      started
        .post('/evidence', {
          kind: 'region-failover',
          source: 'monitoring',
          externalId: randomUUID(),
          entityRef: 'component:default/payments-db',
          environment: 'production',
          region: 'eu-west-1',
          observedAt: new Date(Date.now() + ++seconds * 1000).toISOString(),
          payload: { phase, reason: 'Power is out', ...payload },
          ...more,
        })
        .expect(201);
    const { summary } = await raise({
      ...complete,
      regions: ['eu-west-1'],
      window: hours(2, 4),
    });
    const conflicts = async () =>
      (
        await started
          .get(`/changes/${summary.id}/conflicts`, anna.header)
          .expect(200)
      ).body.items;
    // Elsewhere, and of what has nothing to do with it.
    await report('began', { region: 'us-east-1' });
    await report('began', { entityRef: 'component:default/shop' });
    expect(await conflicts()).toEqual([]);
    await report('began');
    expect(await conflicts()).toEqual([
      expect.objectContaining({
        kind: 'region',
        blocks: true,
        with: 'eu-west-1',
        explanation: expect.stringMatching(
          /Region eu-west-1: component:default\/payments-db is failing over: Power is out, by monitoring since .*no end was reported/,
        ),
      }),
    ]);
    // Expected to be over before the change begins.
    await report('began', {}, { expectedEnd: hours(1, 2).start });
    expect(await conflicts()).toEqual([]);
    await report('began');
    await report('ended');
    expect(await conflicts()).toEqual([]);
  });

  it('goes on in a freeze that an override passes over, once it is approved anew', async () => {
    let change = await approved({ ...complete, window: hours(-1, 1) });
    await readAgain(knex, documentOf(suddenFreeze));
    await knex('changes').update({ watched_at: 0 });
    await started.runTask('continuity-change-watch');
    change = await get(change.summary.id);
    expect(change.summary.suspended).toBe(true);
    const approve = async () => {
      for (const who of [ben, carl, dora]) {
        change = (await decide(change, who).expect(200)).body;
      }
    };
    await approve();
    const refused = await move(change, 'schedule').expect(409);
    expect(refused.body.error.message).toContain('Nothing moves');

    const { body: override } = await started
      .post(
        '/overrides',
        {
          rules: ['freeze:freezecalendar:default/incident-freeze#stop'],
          reason: 'Payments stand still',
          incident: 'INC-77',
          entities: [PAYMENTS],
          environments: ['production'],
          duration: 'PT2H',
        },
        anna.header,
      )
      .expect(201);
    for (const who of [ben, carl]) {
      await started
        .post(
          `/overrides/${override.id}/approvals`,
          { decision: 'approve', comment: 'Go' },
          who.header,
        )
        .expect(200);
    }
    change = (await move(change, 'schedule').expect(200)).body;
    expect(change.conflicts).toEqual([
      expect.objectContaining({ kind: 'freeze', blocks: false }),
    ]);
    change = (await move(change, 'start').expect(200)).body;
    change = (
      await move(change, 'finish', { outcome: 'succeeded' }).expect(200)
    ).body;
    expect(change.summary.state).toBe('in-review');
  });

  it('expires when its time is over, and calls for help before', async () => {
    const change = await waiting();
    await knex('changes').update({ escalate_at: 1, due_at: 1 });
    await started.runTask('continuity-change-watch');
    const { body } = await started.get(
      `/changes/${change.summary.id}/timeline`,
      anna.header,
    );
    expect(body.items.at(-1)).toMatchObject({
      event: 'escalate',
      by: 'service:continuity',
      details: [expect.stringContaining('Change advisory board')],
    });
    const late = await raise({ ...complete, window: hours(-3, -2) });
    await started.runTask('continuity-change-watch');
    expect((await get(late.summary.id)).summary.state).toBe('expired');
  });

  it('shows each what is theirs', async () => {
    const change = await waiting();
    const titles = async (query: string, as: Person) => {
      const { body } = await started.get(`/changes${query}`, as.header);
      return body.items.map(({ id }: { id: string }) => id);
    };
    const { id } = change.summary;
    expect(await titles('?mine=approve', carl)).toEqual([id]);
    expect(await titles('?mine=approve', anna)).toEqual([]);
    expect(await titles('?mine=author', anna)).toEqual([id]);
    expect(await titles('?mine=team', anna)).toEqual([id]);
    expect(await titles('?mine=team', olga)).toEqual([]);
    expect(await titles('?state=approved,awaiting-approval', olga)).toEqual([
      id,
    ]);
    expect(await titles(`?entity=${PAYMENTS}`, olga)).toEqual([id]);
    expect(await titles('?class=standard', olga)).toEqual([]);
    const wrong = await started.get('/changes?state=open', anna.header);
    expect(errorOf(wrong.body.error ? wrong : wrong).message).toMatch(
      /^state: "open" is not one of/,
    );
    const { body } = await started.get('/changes/board', anna.header);
    expect(
      body.columns.find(
        ({ state }: { state: string }) => state === 'awaiting-approval',
      ),
    ).toMatchObject({ total: 1, items: [{ id }] });
    // The same questions can be asked of the board.
    const onBoard = async (query: string, as: Person) =>
      (
        await started.get(`/changes/board?${query}`, as.header).expect(200)
      ).body.columns
        .map(({ total }: { total: number }) => total)
        .reduce((sum: number, total: number) => sum + total);
    expect(await onBoard('mine=approve', carl)).toBe(1);
    expect(await onBoard('mine=approve', anna)).toBe(0);
    expect(await onBoard('mine=team&class=major', anna)).toBe(1);
    expect(await onBoard(`entity=${PAYMENTS}`, olga)).toBe(1);
    expect(await onBoard('class=standard', olga)).toBe(0);
    await decide(change, carl).expect(200);
    expect(await titles('?mine=approve', carl)).toEqual([]);
  });

  it('is not there for those who may not see what it changes', async () => {
    const change = await waiting();
    started.become({ visible: ['component:default/shop'] });
    await started.get(`/changes/${change.summary.id}`, carl.header).expect(404);
    await decide(change, carl).expect(404);
    const { body } = await started.get('/changes', carl.header);
    expect(body.items).toEqual([]);
    // Whoever wrote it knows it.
    await started.get(`/changes/${change.summary.id}`, anna.header).expect(200);
  });

  it.each([
    ['continuity.change.read', 'get', '/changes'],
    ['continuity.change.create', 'post', '/changes'],
  ] as const)('needs %s', async (permission, method, path) => {
    started.become({ denied: [permission] });
    const asked =
      method === 'get'
        ? started.get(path, anna.header)
        : started.post(path, { content: complete }, anna.header);
    expect(errorOf(await asked.expect(403)).message).toContain(permission);
  });

  it('classifies with what the server knows itself', async () => {
    const { body } = await started
      .post(
        '/releases/classification',
        {
          entities: [PAYMENTS],
          environments: ['production'],
          facts: complete.facts,
          class: 'emergency',
        },
        anna.header,
      )
      .expect(200);
    expect(body.chosen).toMatchObject({
      class: 'emergency',
      problems: [expect.objectContaining({ path: 'incident' })],
    });
    expect(body.rules.length).toBeGreaterThan(5);
  });

  const crowd = Array.from({ length: 100 }, (_, n) => person(`member-${n}`));
  const withCrowd = () =>
    started.become({
      entities: [
        ...bank.filter(
          ({ metadata }) => metadata.name !== 'change-advisory-board',
        ),
        group(
          'change-advisory-board',
          crowd.map(({ ref }) => ref),
        ),
      ],
    });
  const provesSound = async (id: string) => {
    const steps: number[] = (
      await knex('change_happenings').where('change_id', id)
    ).map(({ step }) => step);
    expect(steps.sort((a, b) => a - b)).toEqual(
      steps.map((_, position) => position + 1),
    );
    const verified = await started.get('/ledger/verification');
    expect(verified.body).toMatchObject({ ok: true });
  };

  it.each([
    ['/releases/classification', {}],
    ['/changes/slots', { duration: 'PT1H' }],
  ])('answers %s about nothing that there is not', async (path, more) => {
    const wrongs: [object, string][] = [
      [{ entities: ['component:default/ghost'] }, 'entities.0: '],
      [
        { environments: ['produktion'] },
        'environments.0: "produktion" is not an environment of component:default/payments-api; expected one of production, staging',
      ],
      [{ regions: ['mars'] }, 'regions.0: "mars" is a region of none'],
    ];
    for (const [wrong, message] of wrongs) {
      const answer = await started.post(
        path,
        {
          entities: [PAYMENTS],
          environments: ['production'],
          ...more,
          ...wrong,
        },
        anna.header,
      );
      expect(answer.status).toBe(400);
      expect(errorOf(answer).message).toContain(message);
    }
  });

  it('fills just the seats when a hundred people approve at once', async () => {
    withCrowd();
    const change = await waiting();
    const answers = await Promise.all(crowd.map(who => decide(change, who)));
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(98);
    expect(await knex('change_approvals')).toHaveLength(2);
    expect((await get(change.summary.id)).summary).toMatchObject({
      state: 'awaiting-approval',
      seats: { filled: 2, required: 3 },
    });
    const done = (await decide(change, ben).expect(200)).body;
    expect(done.summary.state).toBe('approved');
    await provesSound(change.summary.id);
  });

  it('loses no edit and no approval when a hundred people edit and approve at once', async () => {
    withCrowd();
    const change = await waiting();
    const { id, revision } = change.summary;
    const edit = (n: number) =>
      started.put(
        `/changes/${id}`,
        { revision, content: { ...complete, title: `Edited ${n}` } },
        anna.header,
      );
    const answers = await Promise.all(
      crowd.map((who, n) => (n % 2 === 0 ? edit(n) : decide(change, who))),
    );
    const edited = answers.filter(
      ({ status }, n) => n % 2 === 0 && status === 200,
    );
    expect(edited).toHaveLength(1);
    const after = await get(id);
    expect(after.summary).toMatchObject({
      state: 'draft',
      revision: revision + 1,
      title: edited[0].body.content.title,
    });
    // Each approval that was accepted is there, and counts for nothing that it was not given on.
    const given = answers.filter(
      ({ status }, n) => n % 2 === 1 && status === 200,
    );
    const approvals = await knex('change_approvals');
    expect(approvals).toHaveLength(given.length);
    expect(approvals.filter(({ state }) => state === 'counts')).toEqual([]);
    await provesSound(id);
  });
});
