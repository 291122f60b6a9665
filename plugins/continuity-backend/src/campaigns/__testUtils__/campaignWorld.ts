import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  countStandings,
  type CampaignContent,
  type Scorecard,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { component } from '../../catalog/__testUtils__/FakeCatalog';
import { LedgerCursorStore, LedgerReader } from '../../ledger';
import { CampaignSender } from '../../notifications/campaigns/CampaignSender';
import { DeliveryStore } from '../../notifications/DeliveryStore';
import { OwnerMail } from '../../notifications/OwnerMail';
import {
  createReplica,
  FakeProjection,
  planned,
} from '../../scorecards/__testUtils__/judgingWorld';
import { CampaignCards } from '../CampaignCards';
import { CampaignDays } from '../CampaignDays';
import { CampaignQueries } from '../CampaignQueries';
import { CampaignStore } from '../CampaignStore';
import { CampaignWatch } from '../CampaignWatch';
import { CampaignWriter } from '../CampaignWriter';
import { chooseMembers } from '../chooseMembers';
import { MemberStore } from '../MemberStore';

/** Asks for the level `plan` of the scorecard `planned`. */
export const content = (
  change: Partial<CampaignContent> = {},
): CampaignContent => ({
  title: 'Have a plan',
  description: 'We could not go back last time.',
  scorecard: 'planned',
  level: 'plan',
  scope: {},
  startsOn: '2027-03-01',
  endsOn: '2027-03-31',
  timezone: 'Europe/Zurich',
  owner: 'group:default/platform',
  reminders: [14, 1],
  ...change,
});

export const owned = (name: string, owner?: string): Entity => {
  const entity = component(name, { tier: 'tier-1', rto: 'PT1H' });
  const { owner: _, ...spec } = { ...entity.spec };
  return { ...entity, spec: { ...spec, ...(owner && { owner }) } };
};

/** Several replicas of all that has to do with campaigns, on one database and clock. */
export async function openCampaigns(
  knex: Knex,
  options: { now: string; entities: Entity[]; scorecards?: Scorecard[] },
) {
  const clock = { now: Date.parse(options.now) };
  const now = () => clock.now;
  const { scorecards = [planned] } = options;
  const projection = new FakeProjection();
  projection.become(...options.entities);
  const sent: NotificationSendOptions[] = [];
  /** Owners who cannot be told, as if the notification backend died over them. */
  const unreachable = new Set<string>();
  const notifications = {
    async send(letter: NotificationSendOptions) {
      const { recipients } = letter;
      const owner = recipients.type === 'entity' ? recipients.entityRef : '';
      if (unreachable.has(String(owner))) {
        throw new ServiceUnavailableError('down');
      }
      sent.push(letter);
    },
  };
  const replica = () => {
    const judging = createReplica({ knex, projection, clock, scorecards });
    const cards = new CampaignCards(scorecards);
    const store = new CampaignStore(knex);
    const members = new MemberStore();
    const queries = new CampaignQueries(knex, cards);
    const days = new CampaignDays({ database: knex, queries, members });
    const writer = new CampaignWriter({
      cards,
      ledger: judging.ledger,
      members,
      queries,
      store,
    });
    const watch = new CampaignWatch({
      cards,
      database: knex,
      days,
      members,
      projection,
      queries,
      store,
      writer,
      now,
    });
    const deliveries = new DeliveryStore(knex);
    const reader = new LedgerReader({
      follower: new CampaignSender({
        mail: new OwnerMail({ notifications, deliveries }),
        deliveries,
        pagePath: '/continuity',
      }),
      store: new LedgerCursorStore(knex),
      ledger: judging.ledger,
      logger: mockServices.logger.mock(),
      now,
    });
    return { judging, cards, store, queries, days, writer, watch, reader };
  };
  const replicas = [replica(), replica()] as const;
  const [first] = replicas;
  for (const { reader } of replicas) await reader.begin();

  const choose = async ({ scope, scorecard }: CampaignContent) => {
    const snapshot = await projection.current();
    const card = first.cards.of({ scorecard })?.scorecard ?? planned;
    return {
      subjects: await chooseMembers(snapshot, card, scope),
      revision: snapshot.revision,
    };
  };
  return {
    clock,
    projection,
    replicas,
    sent,
    unreachable,
    choose,
    ...first,
    entries: first.judging.entries,
    make: async (change: Partial<CampaignContent> = {}) => {
      const said = content(change);
      return first.writer.create(
        '0190b6a2-7c1e-7b0a-9f3e-000000000001',
        said,
        await choose(said),
        { by: 'user:default/anna', at: now() },
      );
    },
    /** What there is now of the one that was made. */
    known: async () => {
      const found = await first.store.byId(
        '0190b6a2-7c1e-7b0a-9f3e-000000000001',
      );
      if (!found) throw new Error('There is none');
      return found;
    },
    counts: async () => {
      const found = await first.store.byId(
        '0190b6a2-7c1e-7b0a-9f3e-000000000001',
      );
      return found && countStandings(await first.queries.groups(found, 'all'));
    },
    /** Judges what is due, and both replicas look after campaigns at once. */
    goOn: async (at?: string) => {
      if (at !== undefined) clock.now = Date.parse(at);
      await first.judging.tick();
      await Promise.all(
        replicas.map(({ watch }) => watch.look(AbortSignal.timeout(30_000))),
      );
    },
    /** What was sent since: to whom, and the title. */
    letters: async () => {
      const before = sent.length;
      await first.judging.ledger.sequence();
      for (const { reader } of replicas) {
        await reader.run(AbortSignal.timeout(30_000));
      }
      return sent
        .slice(before)
        .map(({ recipients, payload }) =>
          recipients.type === 'entity'
            ? `${recipients.entityRef} | ${payload.title}`
            : 'everybody',
        )
        .sort();
    },
    /** Reports a rollback plan for a service, which is what the level asks for. */
    plan: async (name: string, expectedDuration = 'PT10M') => {
      const observedAt = new Date(clock.now).toISOString();
      await first.judging.evidence.submit(
        [
          {
            kind: 'rollback-plan',
            source: 'test',
            externalId: `${name}-${observedAt}`,
            entityRef: `component:default/${name}`,
            observedAt,
            payload: {
              steps: ['back'],
              decisionOwner: 'group:default/a',
              decisionDeadline: 'PT5M',
              expectedDuration,
              dataHandling: 'none',
            },
          },
        ],
        'user:default/anna',
      );
    },
  };
}
