import { randomUUID } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import { ConnectorError } from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  anna,
  bank,
  ben,
  carl,
  complete,
  dora,
  olga,
  PAYMENTS,
  settings,
  TEAM,
  type Person,
} from '../changes/__testUtils__/changeWorld';
import {
  errorOf,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { OtherSystem } from './__testUtils__/OtherSystem';

jest.setTimeout(120_000);

const databases = bothDatabases();
const FOLLOWER = 'continuity-ledger-reader-change-connectors';
const QUEUE = 'continuity-connector-queue';
const PULL = 'continuity-connector-pull-other';

const mailOf = ({ ref }: Person) => `${ref.split('/')[1]}@bank.example`;

/** The people of the bank have addresses, and two of them share another one. */
const entities: Entity[] = [
  ...bank.map(entity =>
    entity.kind === 'User'
      ? {
          ...entity,
          spec: {
            profile: { email: `${entity.metadata.name}@bank.example` },
          },
        }
      : entity,
  ),
  ...['twin-a', 'twin-b'].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { email: 'twins@bank.example' } },
  })),
];

describe.each(databases.eachId())('connectors on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  let other: OtherSystem;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    other = new OtherSystem();
    started = await startContinuity({
      knex,
      entities,
      config: settings,
      connectors: [other],
      groupsOfAnna: [TEAM],
      denied: ['continuity.change.administer'],
    });
  });
  afterEach(() => started.stop());

  const get = async (id: string, as: Person = anna) =>
    (await started.get(`/changes/${id}`, as.header).expect(200)).body;
  const move = async (id: string, event: string, more: object = {}) => {
    const { revision } = (await get(id)).summary;
    return (
      await started
        .post(
          `/changes/${id}/transitions`,
          { event, revision, ...more },
          anna.header,
        )
        .expect(200)
    ).body;
  };
  const raise = async (content: object = complete): Promise<string> => {
    const { body } = await started
      .post('/changes', { content }, anna.header)
      .expect(201);
    return body.summary.id;
  };
  const waiting = async (content: object = complete) => {
    const id = await raise(content);
    await move(id, 'assess');
    await move(id, 'request-approval');
    return id;
  };
  const decide = async (id: string, who: Person) => {
    const { revision } = (await get(id)).summary;
    await started
      .post(
        `/changes/${id}/approvals`,
        { decision: 'approve', revision },
        who.header,
      )
      .expect(200);
  };
  const revise = async (id: string, content: object) => {
    const { revision } = (await get(id)).summary;
    await started
      .put(`/changes/${id}`, { revision, content }, anna.header)
      .expect(200);
    await move(id, 'assess');
    await move(id, 'request-approval');
  };
  const follow = () => started.runTask(FOLLOWER);
  const write = () => started.runTask(QUEUE);
  const synchronise = async () => {
    await follow();
    await write();
  };
  const pull = () => started.runTask(PULL);
  const due = () =>
    knex('connector_queue')
      .whereNotNull('next_at')
      .update({ next_at: Date.now() });
  const recordOf = async (id: string) => {
    const { body } = await started
      .get(`/changes/${id}/records`, anna.header)
      .expect(200);
    return body.items[0];
  };
  const connector = async () => {
    const { body } = await started.get('/operations/connectors').expect(200);
    return body.items[0];
  };
  const retry = (id: string) =>
    started.post(`/operations/connectors/other/queue/${id}/retry`, {});
  const told = async (): Promise<{ type: string; data: any; actor: any }[]> => {
    const { body } = await started.get('/ledger/entries?limit=500');
    return body.items
      .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
      .filter(({ type }: { type: string }) => type.startsWith('connector.'));
  };
  const typesTold = async () => (await told()).map(({ type }) => type);
  /** A change that waits for approval here and stands there. */
  const standing = async (content: object = complete) => {
    const id = await waiting(content);
    await synchronise();
    return id;
  };

  describe('writing', () => {
    it('writes a change once there is something to see, and says what it is there', async () => {
      const draft = await raise();
      await synchronise();
      expect(other.records.size).toBe(0);
      expect(await recordOf(draft)).toBeUndefined();
      await move(draft, 'assess');
      await synchronise();
      expect(await recordOf(draft)).toEqual({
        connector: 'other',
        title: 'Other system',
        number: 'OTH1',
        url: 'https://other.example/OTH1',
        state: 'assessed',
        revision: 2,
        synchronisedAt: expect.any(String),
        problems: [],
        decisions: [],
      });
      expect(other.records.get(draft)?.change).toMatchObject({
        content: { title: complete.title },
        entities: [{ ref: PAYMENTS, name: 'payments-api' }],
        url: `/continuity/changes/${draft}`,
      });
      expect(await typesTold()).toEqual(['connector.record.created']);
      await synchronise();
      expect(other.writes).toHaveLength(1);
    });

    it('writes the newest revision, however many came before', async () => {
      const id = await waiting();
      await follow();
      expect((await connector()).queue).toEqual([
        expect.objectContaining({ changeId: id, revision: 3, refused: false }),
      ]);
      await write();
      expect(other.writes).toHaveLength(1);
      expect(other.records.get(id)?.state).toBe('awaiting-approval');
      expect((await connector()).waiting).toBe(0);
    });

    it('makes one record although the answer was lost, and backs off in between', async () => {
      other.loseAnswers = 2;
      const id = await standing();
      const [queued] = (await connector()).queue;
      expect(queued).toMatchObject({
        attempts: 1,
        refused: false,
        problem: { reason: expect.stringContaining('The answer was lost') },
      });
      expect(Date.parse(queued.nextAt) - Date.now()).toBeGreaterThan(3_000);
      await write();
      expect(other.writes).toHaveLength(1);
      await due();
      await write();
      const [again] = (await connector()).queue;
      expect(Date.parse(again.nextAt) - Date.now()).toBeGreaterThan(8_000);
      await due();
      await write();
      expect(other.records.size).toBe(1);
      expect(await recordOf(id)).toMatchObject({
        number: 'OTH1',
        problems: [],
      });
      expect((await connector()).waiting).toBe(0);
      expect(await typesTold()).toEqual([
        'connector.push.failing',
        'connector.record.created',
      ]);
    });

    it('waits as long as it is asked to', async () => {
      other.faults.push(
        new ConnectorError('Too many questions', {
          retryable: true,
          retryAfterMs: 600_000,
        }),
      );
      await standing();
      const [queued] = (await connector()).queue;
      expect(Date.parse(queued.nextAt) - Date.now()).toBeGreaterThan(590_000);
    });

    it('keeps what was refused until somebody says so, or it is changed', async () => {
      const refusal = () =>
        new ConnectorError('It knows no such group', {
          retryable: false,
          remedy: 'Correct assignment_group.',
        });
      other.faults.push(refusal(), refusal());
      const id = await standing();
      expect(await recordOf(id)).toMatchObject({
        waiting: {
          refused: true,
          problem: {
            reason: 'It knows no such group',
            remedy: 'Correct assignment_group.',
          },
        },
      });
      await write();
      expect(other.records.size).toBe(0);
      const failed = await retry(id).expect(200);
      expect(failed.body).toEqual({
        outcome: 'failed',
        problem: 'It knows no such group',
        attempts: 2,
      });
      const done = await retry(id).expect(200);
      expect(done.body).toMatchObject({ outcome: 'done', attempts: 3 });
      expect(other.records.size).toBe(1);
      await retry(id).expect(404);
      expect(started.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'connector-push-retry' }),
      );
      expect(await typesTold()).toEqual([
        'connector.push.refused',
        'connector.push.refused',
        'connector.push.retried',
        'connector.record.created',
        'connector.push.retried',
      ]);
    });

    it('tries what was refused again once it is changed', async () => {
      other.faults.push(new ConnectorError('No', { retryable: false }));
      const id = await standing();
      await revise(id, { ...complete, title: 'Payments 4.3' });
      await synchronise();
      expect(other.records.get(id)?.change.content.title).toBe('Payments 4.3');
    });

    it('is done by one of two replicas', async () => {
      let open = () => {};
      other.gate = new Promise(resolve => {
        open = () => resolve();
      });
      const second = await startContinuity({
        knex,
        entities,
        config: settings,
        connectors: [other],
        groupsOfAnna: [TEAM],
      });
      try {
        await waiting();
        await follow();
        const both = [write(), second.runTask(QUEUE)];
        await new Promise(resolve => setTimeout(resolve, 500));
        expect((await connector()).queue[0]).toMatchObject({ writing: true });
        open();
        await Promise.all(both);
        expect(other.writes).toHaveLength(1);
        expect(other.records.size).toBe(1);
      } finally {
        await second.stop();
      }
    });

    it('goes on where a replica died between writing and noting', async () => {
      const id = await standing();
      // As if nothing of it had been noted, and the lease were still held.
      await knex('connector_records').delete();
      await knex('connector_queue').insert({
        connector: 'other',
        change_id: id,
        revision: 3,
        since: Date.now(),
        attempts: 0,
        next_at: Date.now(),
        holder: randomUUID(),
        held_until: Date.now() + 60_000,
      });
      await write();
      expect(other.writes).toHaveLength(1);
      await knex('connector_queue').update({ held_until: Date.now() - 1 });
      await write();
      expect(other.records.size).toBe(1);
      expect(await recordOf(id)).toMatchObject({ number: 'OTH1', revision: 3 });
    });

    it('shows what stands there and does not fit, and tries it when that moves', async () => {
      other.problem = {
        reason: 'It does not let it go on.',
        remedy: 'Approve it.',
      };
      const id = await standing();
      expect(await recordOf(id)).toMatchObject({
        number: 'OTH1',
        problems: [
          { reason: 'It does not let it go on.', remedy: 'Approve it.' },
        ],
      });
      expect((await connector()).conflicts).toEqual([
        expect.objectContaining({ changeId: id, number: 'OTH1' }),
      ]);
      expect(await typesTold()).toEqual([
        'connector.record.created',
        'connector.conflict',
      ]);
      other.problem = undefined;
      other.tell(other.moved(id, 'authorize'));
      await pull();
      await write();
      expect((await recordOf(id)).problems).toEqual([]);
    });
  });

  describe('deciding there', () => {
    it('is the vote of that person, on the same terms', async () => {
      const id = await standing();
      other.tell(
        other.decided(id, mailOf(ben).toLocaleUpperCase('en-US')),
        other.decided(id, mailOf(carl)),
        other.decided(id, mailOf(dora), { comment: 'Looks sound' }),
      );
      await pull();
      const change = await get(id);
      expect(change.summary).toMatchObject({
        state: 'approved',
        seats: { filled: 3, required: 3 },
      });
      expect(
        change.approvals.given.map(({ by }: { by: string }) => by).sort(),
      ).toEqual([ben.ref, carl.ref, dora.ref]);
      const { decisions } = await recordOf(id);
      expect(decisions).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ by: dora.ref, outcome: 'counted' }),
        ]),
      );
      const approvals = await knex('change_approvals').where({ by: dora.ref });
      expect(approvals).toEqual([
        expect.objectContaining({
          comment: 'Approved in Other system (OTH1): Looks sound',
        }),
      ]);
      expect(
        (await typesTold()).filter(type => type === 'connector.decision'),
      ).toHaveLength(3);
    });

    it('changes nothing twice, in whatever order it comes', async () => {
      const id = await standing();
      const first = other.decided(id, mailOf(ben));
      const touched = { ...first, version: { at: other.tick() } };
      other.tell(touched, first, touched);
      await pull();
      other.tell(first);
      await pull();
      expect(await knex('change_approvals')).toHaveLength(1);
      expect((await recordOf(id)).decisions).toHaveLength(1);
    });

    it('counts once when it was counted and not noted', async () => {
      const id = await standing();
      const given = other.decided(id, mailOf(ben));
      other.tell(given);
      await pull();
      await knex('connector_records').update({ decisions: '[]' });
      other.tell(given);
      await pull();
      expect(await knex('change_approvals')).toHaveLength(1);
      expect((await recordOf(id)).decisions).toEqual([
        expect.objectContaining({ by: ben.ref, outcome: 'counted' }),
      ]);
    });

    it('is only shown where the configuration does not say that it counts', async () => {
      other.approvals = 'show';
      const id = await standing();
      other.tell(other.decided(id, mailOf(ben)));
      await pull();
      expect(await knex('change_approvals')).toEqual([]);
      expect((await recordOf(id)).decisions).toEqual([
        expect.objectContaining({
          by: ben.ref,
          outcome: 'shown',
          note: expect.stringContaining('the configuration says "show"'),
          remedy: expect.stringContaining('decide here'),
        }),
      ]);
    });

    it.each([
      ['an author', mailOf(anna), /wrote a part of it/],
      ['somebody without a seat', mailOf(olga), /may fill none of its seats/],
      ['somebody unknown', 'who@elsewhere.example', /No user of the catalog/],
      ['two people at once', 'twins@bank.example', /Several users/],
    ])('does not count for %s', async (_, mail, note) => {
      const id = await standing();
      other.tell(other.decided(id, mail));
      await pull();
      expect(await knex('change_approvals')).toEqual([]);
      expect((await recordOf(id)).decisions).toEqual([
        expect.objectContaining({
          outcome: 'shown',
          note: expect.stringMatching(note),
          remedy: expect.any(String),
        }),
      ]);
    });

    it('does not count when somebody else entered it, or no address is told', async () => {
      const id = await standing();
      other.tell(
        other.decided(id, mailOf(ben), { enteredBy: 'an administrator' }),
        other.decided(id, mailOf(carl), { person: { name: 'Carl' } }),
      );
      await pull();
      expect(await knex('change_approvals')).toEqual([]);
      const notes = (await recordOf(id)).decisions.map(
        ({ note }: { note: string }) => note,
      );
      expect(notes.join(' ')).toMatch(/an administrator entered it for ben/);
      expect(notes.join(' ')).toMatch(/there is no e-mail address/);
    });

    it('does not count when it was given before the current revision stood there', async () => {
      const id = await standing();
      const early = other.decided(id, mailOf(ben));
      await revise(id, { ...complete, title: 'Payments 4.3' });
      const between = other.decided(id, mailOf(carl));
      other.tell(between);
      await pull();
      expect((await recordOf(id)).decisions[0].note).toMatch(
        /revision 4\) does not stand in Other system yet/,
      );
      await synchronise();
      other.tell(early);
      await pull();
      expect((await recordOf(id)).decisions[0].note).toMatch(
        /before what the change says now \(revision 4\) stood in/,
      );
      expect(await knex('change_approvals')).toEqual([]);
      // Asked again, and given again on what it says now.
      other.tell(
        other.decided(id, mailOf(ben), { decision: 'open' }),
        other.decided(id, mailOf(ben)),
      );
      await pull();
      expect(await knex('change_approvals')).toEqual([
        expect.objectContaining({ by: ben.ref, content_revision: 4 }),
      ]);
    });

    it('counts after the state was written again, for what it says is the same', async () => {
      const id = await standing();
      const given = other.decided(id, mailOf(carl));
      await decide(id, ben);
      other.records.delete(id);
      await synchronise();
      other.tell(given);
      await pull();
      expect((await get(id)).summary.seats.filled).toBe(2);
    });

    it('refuses the change where a person refuses it there', async () => {
      other.approvals = 'show';
      const id = await standing();
      other.tell(
        other.decided(id, mailOf(carl), {
          decision: 'reject',
          comment: 'Too close to the quarter-end',
        }),
      );
      await pull();
      expect((await get(id)).summary.state).toBe('rejected');
      const { body } = await started.get(
        `/changes/${id}/timeline`,
        anna.header,
      );
      expect(body.items.at(-1)).toMatchObject({
        event: 'reject',
        by: carl.ref,
        comment: 'Refused in Other system (OTH1): Too close to the quarter-end',
      });
    });
  });

  describe('moving there', () => {
    it('cancels here, with the reason, and is not told back', async () => {
      const id = await standing();
      const cancelled = other.moved(id, 'Canceled', {
        event: 'cancel',
        reason: 'The vendor withdrew it',
      });
      other.tell(cancelled, cancelled);
      await pull();
      const { body } = await started.get(
        `/changes/${id}/timeline`,
        anna.header,
      );
      expect(body.items.at(-1)).toMatchObject({
        event: 'cancel',
        by: 'service:other',
        comment:
          'Cancelled in Other system (OTH1) by Mia There: The vendor withdrew it',
      });
      expect(body.items).toHaveLength(4);
      expect(await recordOf(id)).toMatchObject({
        state: 'Canceled',
        problems: [],
      });
    });

    it('cannot go around the rules; that is kept with what to do', async () => {
      const id = await standing();
      other.tell(other.moved(id, 'Implement', { event: 'start' }));
      await pull();
      expect((await get(id)).summary.state).toBe('awaiting-approval');
      expect((await recordOf(id)).problems).toEqual([
        {
          reason: expect.stringMatching(
            /OTH1 is "Implement" in Other system, and the change cannot follow/,
          ),
          remedy: expect.stringContaining('set OTH1 back'),
          at: expect.any(String),
        },
      ]);
      expect(await typesTold()).toContain('connector.conflict');
      // Nothing new there, nothing new here; set back, it is over.
      other.tell(other.moved(id, 'Implement', { event: 'start' }));
      await pull();
      expect(
        (await typesTold()).filter(type => type === 'connector.conflict'),
      ).toHaveLength(1);
      other.tell(other.moved(id, 'Authorize'));
      await pull();
      expect((await recordOf(id)).problems).toEqual([]);
    });

    it('does not take its own writing for news', async () => {
      const id = await standing();
      const { reference, at } = other.records.get(id)!;
      other.tell({
        kind: 'record',
        reference,
        changeId: id,
        version: { at },
        state: 'something else',
        move: { event: 'cancel' },
      });
      await pull();
      expect((await get(id)).summary.state).toBe('awaiting-approval');
      expect((await recordOf(id)).state).toBe('awaiting-approval');
    });

    it('is told of what was done there although a push came first', async () => {
      const id = await standing();
      const cancelled = other.moved(id, 'Canceled', { event: 'cancel' });
      await revise(id, { ...complete, title: 'Payments 4.3' });
      await synchronise();
      // It bears what was done and what was written over it.
      const { at } = other.records.get(id)!;
      other.tell({ ...cancelled, version: { at } });
      await pull();
      expect((await get(id)).summary.state).toBe('cancelled');
      expect((await recordOf(id)).state).toBe('Canceled');
    });

    it('passes over an older version that comes late', async () => {
      const id = await standing();
      const older = other.moved(id, 'Canceled', { event: 'cancel' });
      other.tell(other.moved(id, 'Authorize'), older);
      await pull();
      expect((await get(id)).summary.state).toBe('awaiting-approval');
    });

    it('finds what a push made and nobody noted, by what it says it is for', async () => {
      const id = await standing();
      await knex('connector_records').delete();
      other.tell(other.moved(id, 'Canceled', { event: 'cancel' }));
      await pull();
      expect((await get(id)).summary.state).toBe('cancelled');
      expect(await recordOf(id)).toMatchObject({ number: 'OTH1' });
    });

    it('says when it cannot be asked, waits, and says when it can again', async () => {
      other.faults.push(
        new ConnectorError('It is down', {
          retryable: true,
          retryAfterMs: 60_000,
        }),
      );
      await pull();
      const status = await connector();
      expect(status.pullFailing).toMatchObject({
        problem: { reason: 'It is down' },
      });
      expect(
        Date.parse(status.pullFailing.retryAt) - Date.now(),
      ).toBeGreaterThan(50_000);
      await pull();
      expect((await connector()).pulledAt).toBeUndefined();
      await knex('connector_cursors').update({ next_at: 0 });
      await pull();
      expect(await connector()).toMatchObject({ pulledAt: expect.any(String) });
      expect((await connector()).pullFailing).toBeUndefined();
      expect(await typesTold()).toEqual([
        'connector.pull.failing',
        'connector.pull.recovered',
      ]);
    });
  });

  describe('raising there', () => {
    const drafts = async () =>
      (await started.get('/changes', anna.header).expect(200)).body.items;

    it('drafts it here once, with whoever raised it as its author', async () => {
      const raised = other.raised('OTH900', {
        description: 'A new limit',
        requestedBy: { email: mailOf(ben), name: 'Ben' },
        window: { start: Date.now(), end: Date.now() + 3_600_000 },
      });
      other.tell(raised, raised);
      await pull();
      other.tell(raised);
      await pull();
      const [draft, ...more] = await drafts();
      expect(more).toEqual([]);
      const change = await get(draft.id);
      expect(change).toMatchObject({
        summary: { title: 'Raised there', state: 'draft', createdBy: ben.ref },
        authors: [ben.ref],
        content: { entities: [PAYMENTS], environments: ['production'] },
      });
      expect(await recordOf(draft.id)).toMatchObject({ number: 'OTH900' });
      expect(await typesTold()).toEqual(['connector.draft.created']);
    });

    it('keeps what it cannot draft, and drafts it once it can', async () => {
      const unknown = {
        title: 'Mainframe',
        annotation: { key: 'other.example/ci', values: ['ci-9'] },
      };
      other.tell(other.raised('OTH901', { items: [unknown] }));
      await pull();
      await pull();
      expect(await drafts()).toEqual([]);
      expect((await connector()).untaken).toEqual([
        {
          number: 'OTH901',
          url: 'https://other.example/OTH901',
          title: 'Raised there',
          problem: {
            reason:
              'No entity of the catalog is Mainframe; expected one with the annotation other.example/ci: ci-9.',
            remedy: expect.stringContaining('Correct the annotation'),
            at: expect.any(String),
          },
        },
      ]);
      expect(await typesTold()).toEqual(['connector.draft.refused']);
      started.become({
        entities: entities.map(entity =>
          entity.metadata.name === 'payments-api'
            ? {
                ...entity,
                metadata: {
                  ...entity.metadata,
                  annotations: { 'other.example/ci': 'ci-9' },
                },
              }
            : entity,
        ),
      });
      await pull();
      expect(await drafts()).toHaveLength(1);
      expect((await connector()).untaken).toEqual([]);
    });

    it.each([
      ['without anything that is changed', { items: [] }, /what it changes/],
      ['without a title', { title: ' ' }, /content.title/],
    ])('says what is wrong with one %s', async (_, more, reason) => {
      other.tell(other.raised('OTH902', more));
      await pull();
      expect((await connector()).untaken[0].problem.reason).toMatch(reason);
    });
  });

  it('hides what a change is elsewhere from whoever may not see it', async () => {
    const id = await standing();
    started.become({ visible: [] });
    await started.get(`/changes/${id}/records`, olga.header).expect(404);
    await started.get(`/changes/${randomUUID()}/records`).expect(404);
  });

  it.each([
    ['GET', '/operations/connectors', 'continuity.operations.read'],
    [
      'POST',
      `/operations/connectors/other/queue/${randomUUID()}/retry`,
      'continuity.operations.retry',
    ],
    ['GET', `/changes/${randomUUID()}/records`, 'continuity.change.read'],
  ])('%s %s needs %s', async (method, path, permission) => {
    started.become({ denied: [permission] });
    const response = await (method === 'GET'
      ? started.get(path)
      : started.post(path, {})
    ).expect(403);
    expect(errorOf(response).message).toContain(permission);
  });
});
