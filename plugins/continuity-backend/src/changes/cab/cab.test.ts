import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  PIPELINE,
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import {
  anna,
  bank,
  ben,
  BOARD,
  carl,
  complete,
  dora,
  erik,
  olga,
  settings,
  TEAM,
  type Person,
} from '../__testUtils__/changeWorld';

jest.setTimeout(120_000);

const databases = bothDatabases();
const HOUR_MS = 3_600_000;
const inHours = (hours: number) =>
  new Date(Date.now() + hours * HOUR_MS).toISOString();

describe.each(databases.eachId())('the board on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: bank,
      config: settings,
      groupsOfAnna: [TEAM],
      groupsOf: {
        [carl.ref]: [BOARD],
        [dora.ref]: [BOARD],
        [erik.ref]: [BOARD],
      },
      denied: ['continuity.change.administer'],
    });
  });

  afterEach(() => started.stop());

  const waiting = async (more: object = {}) => {
    let { body } = await started.post(
      '/changes',
      { content: { ...complete, ...more } },
      anna.header,
    );
    for (const event of ['assess', 'request-approval']) {
      const { id, revision } = body.summary;
      ({ body } = await started
        .post(`/changes/${id}/transitions`, { event, revision }, anna.header)
        .expect(200));
    }
    return body.summary as { id: string; revision: number; title: string };
  };
  const agenda = async (as: Person) =>
    (await started.get(`/cab/agenda?group=${BOARD}`, as.header).expect(200))
      .body;
  const decideAll = async (
    as: Person,
    ...decisions: [{ id: string; revision: number }, string, string][]
  ) =>
    (
      await started
        .post(
          '/changes/decisions',
          {
            decisions: decisions.map(
              ([{ id: change, revision }, decision, comment]) => ({
                change,
                revision,
                decision,
                comment,
              }),
            ),
          },
          as.header,
        )
        .expect(200)
    ).body.results;
  const call = (as: Person, more: object = {}) =>
    started.post(
      '/cab/meetings',
      { group: BOARD, start: inHours(-1), ...more },
      as.header,
    );

  it('lists what waits for it, the riskiest first, with why', async () => {
    const small = await waiting({ title: 'Small' });
    const large = await waiting({
      title: 'Large',
      facts: { ...complete.facts, migration: 'irreversible' },
    });
    const { items, more } = await agenda(carl);
    expect(more).toBe(false);
    expect(items.map((item: any) => item.change.id)).toEqual([
      large.id,
      small.id,
    ]);
    expect(items[0].risk.points - items[1].risk.points).toBe(20);
    expect(items[0].risk.factors).toContainEqual({
      kind: 'migration',
      points: 20,
      explanation: 'Its database migration is irreversible.',
    });
    expect(items[0]).toMatchObject({ asksCaller: true, votes: [] });
    // Whoever wrote it sees it, and is not asked.
    expect((await agenda(anna)).items[0].asksCaller).toBe(false);
  });

  it('says that a group is no board, rather than that nothing waits for it', async () => {
    const { status, body } = await started.get(
      '/cab/agenda?group=group:default/bord',
      carl.header,
    );
    expect([status, body.error.message]).toEqual([
      404,
      expect.stringContaining(
        'group: "group:default/bord" is asked by no protocol; expected one of ',
      ),
    ]);
  });

  it('leaves a change when its seats are taken, whoever else has to decide', async () => {
    const change = await waiting();
    for (const who of [carl, dora]) {
      const [result] = await decideAll(who, [change, 'approve', 'Well tried']);
      expect(result).toMatchObject({ change: change.id, done: true });
    }
    expect((await agenda(carl)).items).toEqual([]);
    expect(
      (await started.get(`/changes/${change.id}`, anna.header)).body.summary,
    ).toMatchObject({ state: 'awaiting-approval', seats: { filled: 2 } });
  });

  it('decides on each change alone, and says what came of it', async () => {
    const one = await waiting({ title: 'One' });
    const two = await waiting({ title: 'Two' });
    const three = await waiting({ title: 'Three' });
    const results = await decideAll(
      carl,
      [one, 'approve', 'Tried on staging'],
      [{ ...two, revision: 1 }, 'approve', 'Seen long ago'],
      [
        { id: '00000000-0000-4000-8000-000000000000', revision: 1 },
        'approve',
        'What is it?',
      ],
      [three, 'reject', 'No way back'],
    );
    expect(results).toMatchObject([
      { change: one.id, done: true, summary: { seats: { filled: 1 } } },
      { change: two.id, done: false, refusal: { name: 'ConflictError' } },
      { done: false, refusal: { name: 'NotFoundError' } },
      { change: three.id, done: true, summary: { state: 'rejected' } },
    ]);
    expect(results[1].refusal.message).toContain(
      'revision: 1 is not the newest',
    );
    // Nobody approves what they wrote themselves, nor without belonging to it.
    expect(await decideAll(anna, [one, 'approve', 'Mine'])).toMatchObject([
      { done: false, refusal: { name: 'NotAllowedError' } },
    ]);
    expect(await decideAll(olga, [one, 'approve', 'Hers'])).toMatchObject([
      { done: false, refusal: { name: 'NotAllowedError' } },
    ]);
  });

  it('approves nothing but what was seen, where it is said what was', async () => {
    const { id, revision } = await waiting();
    const { readiness } = (
      await started.get(`/changes/${id}`, carl.header).expect(200)
    ).body;
    const approve = async (seen: string) => {
      const { body } = await started.post(
        '/changes/decisions',
        {
          decisions: [
            { change: id, revision, decision: 'approve', seen, comment: 'Ok' },
          ],
        },
        carl.header,
      );
      return body.results[0];
    };
    expect(await approve('something-else')).toMatchObject({
      done: false,
      refusal: { name: 'ConflictError' },
    });
    expect(await approve(readiness.fingerprint)).toMatchObject({ done: true });
  });

  it('asks for a reason for every decision', async () => {
    const { id, revision } = await waiting();
    const answer = await started.post(
      '/changes/decisions',
      { decisions: [{ change: id, revision, decision: 'approve' }] },
      carl.header,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('comment');
  });

  it('holds a meeting: votes before, decisions in it, minutes that stay', async () => {
    const early = await waiting({ title: 'Early' });
    const inMeeting = await waiting({ title: 'In the meeting' });
    const putOff = await waiting({ title: 'Put off' });
    const { body: meeting } = await call(carl, {
      title: 'Weekly',
      start: inHours(1),
    });
    await decideAll(erik, [early, 'approve', 'I am away at the time']);
    expect(
      (
        await started.post(
          `/cab/meetings/${meeting.id}/close`,
          { present: [] },
          carl.header,
        )
      ).body.error.message,
    ).toContain('It begins at');
    // The hour has come.
    await knex('cab_meetings').update({ starts_at: Date.now() });
    await decideAll(
      carl,
      [early, 'approve', 'Agreed'],
      [inMeeting, 'reject', 'The way back was never tried'],
    );
    await started
      .post(
        `/changes/${early.id}/approvals`,
        { decision: 'approve', revision: early.revision, comment: 'Owner' },
        ben.header,
      )
      .expect(200);
    const open = (
      await started.get(`/cab/meetings/${meeting.id}`, dora.header).expect(200)
    ).body;
    expect(open).toMatchObject({
      meeting: { state: 'planned', title: 'Weekly' },
      members: [carl.ref, dora.ref, erik.ref],
      mayLead: true,
    });
    expect(open.decided).toHaveLength(2);
    expect(open.minutes).toBeUndefined();

    const { body: closed } = await started
      .post(
        `/cab/meetings/${meeting.id}/close`,
        {
          present: [carl.ref, 'user:default/Dora'],
          note: 'Next week again; ghp_abcdefghijklmnopqrstuvwxyz0123456789',
          notes: [{ change: putOff.id, note: 'Waits for the load test' }],
        },
        carl.header,
      )
      .expect(200);
    expect(closed.meeting).toMatchObject({
      state: 'closed',
      ended: { by: carl.ref },
    });
    expect(closed.meeting.ended.note).not.toContain('ghp_abcdefghij');
    expect(closed.minutes).toMatchObject({
      present: [carl.ref, dora.ref],
      absent: [erik.ref],
    });
    const of = (id: string) =>
      closed.minutes.items.find((item: any) => item.change === id);
    expect(of(early.id)).toMatchObject({
      outcome: 'approved',
      votes: [
        { by: erik.ref, beforeMeeting: true, comment: 'I am away at the time' },
        { by: carl.ref, beforeMeeting: false },
        { by: ben.ref, beforeMeeting: false },
      ],
    });
    expect(of(inMeeting.id)).toMatchObject({
      outcome: 'rejected',
      votes: [{ decision: 'reject', comment: 'The way back was never tried' }],
    });
    expect(of(putOff.id)).toMatchObject({
      outcome: 'waiting',
      votes: [],
      note: 'Waits for the load test',
    });
    expect(of(putOff.id).entities).toBeUndefined();

    // What is decided later does not change them, and nobody ends it twice.
    await decideAll(dora, [putOff, 'reject', 'Still not tried']);
    const later = (
      await started.get(`/cab/meetings/${meeting.id}`, anna.header).expect(200)
    ).body;
    expect(later.minutes).toEqual(closed.minutes);
    expect(later.mayLead).toBe(false);
    const ends = await Promise.all(
      ['close', 'cancel'].map(end =>
        started.post(
          `/cab/meetings/${meeting.id}/${end}`,
          end === 'close' ? { present: [] } : { reason: 'Nobody came' },
          dora.header,
        ),
      ),
    );
    expect(ends.map(({ status }) => status)).toEqual([409, 409]);

    const kept = (
      await started.get('/ledger/entries?limit=200', anna.header)
    ).body.items
      .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
      .filter(({ type }: { type: string }) => type.startsWith('cab.'));
    expect(kept.map(({ type }: any) => type)).toEqual([
      'cab.called',
      'cab.closed',
    ]);
    expect(kept[1].data.minutes.items).toHaveLength(3);
    expect(
      (await started.get('/ledger/verification', anna.header)).body,
    ).toMatchObject({ ok: true });
  });

  it('is ended by one of two who end it at once', async () => {
    const { body } = await call(carl);
    const ends = await Promise.all(
      [carl, dora, erik].map(who =>
        started.post(
          `/cab/meetings/${body.id}/close`,
          { present: [who.ref] },
          who.header,
        ),
      ),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is held by its members only', async () => {
    expect((await call(olga)).status).toBe(403);
    expect((await call({ ref: 'x', header: PIPELINE })).status).toBe(403);
    const { body } = await call(carl);
    for (const [path, input] of [
      ['close', { present: [] }],
      ['cancel', { reason: 'No' }],
    ] as const) {
      expect(
        (
          await started.post(
            `/cab/meetings/${body.id}/${path}`,
            input,
            olga.header,
          )
        ).status,
      ).toBe(403);
    }
  });

  it.each([
    [{ group: 'user:default/carl' }, 'group:'],
    [{ group: 'group:default/nobody' }, 'does not belong'],
    [{ start: 'tomorrow' }, 'start'],
    [{ start: '2020-01-01T00:00:00Z' }, 'start:'],
    [{ start: '2199-01-01T00:00:00Z' }, 'start:'],
    [{ title: '' }, 'title'],
  ])('refuses to be called with %j', async (more, words) => {
    const answer = await call(carl, more);
    expect([400, 403]).toContain(answer.status);
    expect(answer.body.error.message).toContain(words);
    expect(await knex('cab_meetings')).toEqual([]);
  });

  it.each([
    [{ present: [olga.ref] }, 'present.0: user:default/olga is not a member'],
    [
      {
        present: [],
        notes: [
          { change: '00000000-0000-4000-8000-000000000000', note: 'What?' },
        ],
      },
      'notes.0.change:',
    ],
  ])('refuses to be closed with %j', async (input, words) => {
    const { body } = await call(carl);
    const answer = await started.post(
      `/cab/meetings/${body.id}/close`,
      input,
      carl.header,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(words);
    expect(
      (await started.get(`/cab/meetings/${body.id}`, carl.header)).body.meeting
        .state,
    ).toBe('planned');
  });

  it('can be called off, with why, and lists its meetings', async () => {
    const { body: first } = await call(carl, { start: inHours(2) });
    const { body: second } = await call(carl, { start: inHours(3) });
    const { body: off } = await started
      .post(
        `/cab/meetings/${first.id}/cancel`,
        { reason: 'Nothing to decide' },
        dora.header,
      )
      .expect(200);
    expect(off).toMatchObject({
      state: 'cancelled',
      ended: { by: dora.ref, note: 'Nothing to decide' },
    });
    const list = async (query: string) =>
      (await started.get(`/cab/meetings?${query}`, anna.header)).body;
    expect((await list('limit=1')).items).toMatchObject([{ id: second.id }]);
    const { nextCursor } = await list('limit=1');
    expect((await list(`limit=1&cursor=${nextCursor}`)).items).toMatchObject([
      { id: first.id },
    ]);
    expect((await list('state=planned')).items).toHaveLength(1);
    expect((await list(`group=${TEAM}`)).items).toEqual([]);
    const boards = await started.get('/cab/boards', carl.header);
    expect(boards.body.items).toContainEqual({ group: BOARD, isMember: true });
  });
});
