import {
  campaignSpan,
  countStandings,
  nextMoment,
  outcomeOf,
  step,
  campaignMachine,
  dueReminder,
  type CampaignContent,
  type CampaignContext,
  type CampaignEvent,
  type Instant,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type { Append, LedgerService } from '../ledger';
import type { CampaignCards } from './CampaignCards';
import type { CampaignCourse } from './CampaignDays';
import { campaignEntry } from './campaignEntry';
import type { CampaignQueries } from './CampaignQueries';
import type { CampaignStore } from './CampaignStore';
import { refused, StaleCampaignError, unknownCampaign } from './errors';
import type { MemberStore } from './MemberStore';
import { recipientsOf } from './recipientsOf';
import type {
  MemberOutcome,
  MemberSubject,
  StoredCampaign,
  StoredCampaignRevision,
} from './types';

/** Who answers for what happens by itself. */
const CLOCK = 'service:continuity';

/** Services chosen from a reading of the catalog. */
export interface ChosenMembers {
  subjects: ReadonlyMap<string, MemberSubject>;
  /** Of the catalog. */
  revision: number;
}

interface Writing {
  tx: Knex.Transaction;
  append: Append;
  campaign: StoredCampaign;
}

interface CampaignWriterOptions {
  cards: CampaignCards;
  ledger: Pick<LedgerService, 'write'>;
  members: MemberStore;
  queries: Pick<CampaignQueries, 'standings'>;
  store: CampaignStore;
}

/**
 * Writes what becomes of campaigns. The row, its revision, its services and the entries of
 * the ledger that people are told from stand or fall together, while the row is held: what
 * happens by itself happens once, however many replicas look.
 */
export class CampaignWriter {
  readonly #options: CampaignWriterOptions;

  constructor(options: CampaignWriterOptions) {
    this.#options = options;
  }

  /** A new campaign; it starts at once when its first day has come. */
  async create(
    id: string,
    content: CampaignContent,
    chosen: ChosenMembers,
    { by, at }: { by: string; at: Instant },
  ): Promise<StoredCampaign> {
    const { start, end } = campaignSpan(content);
    const planned = withDue({
      id,
      revision: 1,
      state: campaignMachine.initial,
      content,
      startsAt: start,
      endsAt: end,
      remindedUpTo: at,
      catalogRevision: chosen.revision,
      createdBy: by,
      createdAt: at,
      updatedBy: by,
      updatedAt: at,
    });
    const { ledger, members, store } = this.#options;
    const { result } = await ledger.write(async (tx, append) => {
      await store.insert(tx, planned);
      await store.addRevision(tx, id, revisionOf(planned, 'created'));
      await members.sync(tx, id, chosen.subjects, { at, atStart: true });
      await append([
        campaignEntry('created', planned, {
          by,
          at,
          titles: this.#options.cards.titlesOf(content),
        }),
      ]);
      return at >= start
        ? this.#start({ tx, append, campaign: planned }, at)
        : planned;
    });
    return result;
  }

  /**
   * @throws StaleCampaignError when it is not as it was seen any more
   * @throws ConflictError when it cannot be changed like that as it is
   */
  async revise(
    id: string,
    content: CampaignContent,
    chosen: ChosenMembers,
    edit: { expected: number; comment: string; by: string; at: Instant },
  ): Promise<StoredCampaign> {
    const { comment, by, at } = edit;
    return this.#change(id, edit.expected, async writing => {
      const { tx, append, campaign } = writing;
      const changes = changedFields(campaign.content, content);
      allow(campaign, 'revise', { now: at, changes });
      const { start, end } = campaignSpan(content);
      const after = withDue({
        ...campaign,
        revision: campaign.revision + 1,
        content,
        startsAt: start,
        endsAt: end,
        // Reminders of days that have passed by the new plan are not made up for.
        remindedUpTo: Math.max(campaign.remindedUpTo, at),
        catalogRevision: chosen.revision,
        updatedBy: by,
        updatedAt: at,
      });
      await this.#options.store.update(tx, after);
      await this.#options.store.addRevision(tx, id, {
        ...revisionOf(after, 'changed'),
        comment,
      });
      await this.#options.members.sync(tx, id, chosen.subjects, {
        at,
        atStart: after.state === 'planned',
      });
      await append([
        campaignEntry('changed', after, {
          by,
          at,
          titles: this.#options.cards.titlesOf(content),
          comment,
          changes,
        }),
      ]);
      return after.state === 'planned' && at >= start
        ? this.#start({ tx, append, campaign: after }, at)
        : after;
    });
  }

  /** @throws like {@link CampaignWriter.revise} */
  async cancel(
    id: string,
    course: CampaignCourse,
    edit: { expected: number; reason: string; by: string; at: Instant },
  ): Promise<StoredCampaign> {
    const { reason, by, at } = edit;
    return this.#change(id, edit.expected, async ({ tx, append, campaign }) => {
      allow(campaign, 'cancel', { now: at });
      const standings = await this.#options.queries.standings(campaign, tx);
      const counts = countStandings(
        standings.map(one => ({ ...one, services: 1 })),
      );
      const after = withDue({
        ...campaign,
        revision: campaign.revision + 1,
        state: 'cancelled',
        cancellation: { by, at, reason },
        outcome: { counts, days: course.days },
        updatedBy: by,
        updatedAt: at,
      });
      await this.#options.members.conclude(tx, id, standings);
      await this.#options.store.update(tx, after);
      await this.#options.store.addRevision(tx, id, {
        ...revisionOf(after, 'cancelled'),
        comment: reason,
      });
      await append([
        campaignEntry('cancelled', after, {
          by,
          at,
          titles: this.#options.cards.titlesOf(after.content),
          comment: reason,
          counts,
          // Nobody was told of one that had not begun.
          ...(campaign.state === 'running' && recipientsOf(standings)),
        }),
      ]);
      return after;
    });
  }

  /**
   * Makes its services those that the catalog has for it now.
   *
   * @param chosenFor - another revision of it may be for other services
   */
  async choose(
    { id, revision }: Pick<StoredCampaign, 'id' | 'revision'>,
    chosen: ChosenMembers,
    at: Instant,
  ): Promise<StoredCampaign | undefined> {
    return this.#happen(id, async ({ tx, campaign }) => {
      const isOpen =
        campaign.state === 'planned' || campaign.state === 'running';
      // After its end nobody joins or leaves any more.
      if (!isOpen || campaign.revision !== revision || at >= campaign.endsAt) {
        return undefined;
      }
      const after = { ...campaign, catalogRevision: chosen.revision };
      await this.#options.members.sync(tx, id, chosen.subjects, {
        at,
        atStart: campaign.state === 'planned',
      });
      await this.#options.store.update(tx, after);
      return after;
    });
  }

  /** Starts it, if it has not been. */
  async start(id: string, at: Instant): Promise<StoredCampaign | undefined> {
    return this.#happen(id, async writing => {
      const { campaign } = writing;
      return step(campaignMachine, campaign.state, 'start', {
        now: at,
        span: spanOf(campaign),
      }).allowed
        ? this.#start(writing, at)
        : undefined;
    });
  }

  /** Writes the reminder that is due, if nobody has. */
  async remind(id: string, at: Instant): Promise<StoredCampaign | undefined> {
    return this.#happen(id, async ({ tx, append, campaign }) => {
      const { state, content, remindedUpTo, endsAt } = campaign;
      if (state !== 'running' || at >= endsAt) return undefined;
      const reminder = dueReminder(content, remindedUpTo, at);
      if (!reminder) return undefined;
      const after = withDue({ ...campaign, remindedUpTo: at });
      await this.#options.store.update(tx, after);
      const standings = await this.#options.queries.standings(campaign, tx);
      await append([
        campaignEntry('reminded', after, {
          by: CLOCK,
          at,
          titles: this.#options.cards.titlesOf(content),
          days: reminder.days,
          counts: countStandings(
            standings.map(one => ({ ...one, services: 1 })),
          ),
          ...recipientsOf(standings),
        }),
      ]);
      return after;
    });
  }

  /** Writes what it came to, if nobody has. */
  async conclude(
    id: string,
    outcomes: readonly (MemberOutcome & { owner: string })[],
    { days }: Pick<CampaignCourse, 'days'>,
    at: Instant,
  ): Promise<StoredCampaign | undefined> {
    return this.#happen(id, async ({ tx, append, campaign }) => {
      const counts = countStandings(
        outcomes.map(one => ({ ...one, services: 1 })),
      );
      const result = step(campaignMachine, campaign.state, 'conclude', {
        now: at,
        span: spanOf(campaign),
        outcome: outcomeOf(counts),
      });
      if (!result.allowed) return undefined;
      const state = outcomeOf(counts);
      const after = withDue({
        ...campaign,
        revision: campaign.revision + 1,
        state,
        endedAt: at,
        outcome: { counts, days },
        updatedBy: CLOCK,
        updatedAt: at,
      });
      await this.#options.members.conclude(tx, id, outcomes);
      await this.#options.store.update(tx, after);
      await this.#options.store.addRevision(tx, id, revisionOf(after, state));
      await append([
        campaignEntry('ended', after, {
          by: CLOCK,
          at,
          titles: this.#options.cards.titlesOf(after.content),
          counts,
          ...recipientsOf(outcomes),
        }),
      ]);
      return after;
    });
  }

  async #start(
    { tx, append, campaign }: Writing,
    at: Instant,
  ): Promise<StoredCampaign> {
    const after = withDue({
      ...campaign,
      revision: campaign.revision + 1,
      state: 'running',
      // That it starts says all that a reminder of before would.
      remindedUpTo: at,
      updatedBy: CLOCK,
      updatedAt: at,
    });
    const { cards, members, queries, store } = this.#options;
    await store.update(tx, after);
    await store.addRevision(tx, after.id, revisionOf(after, 'started'));
    await members.begin(tx, after.id, after.startsAt);
    const standings = await queries.standings(after, tx);
    await append([
      campaignEntry('started', after, {
        by: CLOCK,
        at,
        titles: cards.titlesOf(after.content),
        counts: countStandings(standings.map(one => ({ ...one, services: 1 }))),
        ...recipientsOf(standings),
      }),
    ]);
    return after;
  }

  async #change(
    id: string,
    expected: number,
    work: (writing: Writing) => Promise<StoredCampaign>,
  ): Promise<StoredCampaign> {
    const { result } = await this.#options.ledger.write(async (tx, append) => {
      const campaign = await this.#options.store.lock(tx, id);
      if (!campaign) throw unknownCampaign(id);
      if (campaign.revision !== expected) {
        throw new StaleCampaignError(expected, campaign);
      }
      return work({ tx, append, campaign });
    });
    return result;
  }

  async #happen(
    id: string,
    work: (writing: Writing) => Promise<StoredCampaign | undefined>,
  ): Promise<StoredCampaign | undefined> {
    const { result } = await this.#options.ledger.write(async (tx, append) => {
      const campaign = await this.#options.store.lock(tx, id);
      return campaign && work({ tx, append, campaign });
    });
    return result;
  }
}

/** @throws ConflictError when the machine does not let it happen */
function allow(
  campaign: StoredCampaign,
  event: CampaignEvent,
  context: Omit<CampaignContext, 'span'>,
): void {
  const result = step(campaignMachine, campaign.state, event, {
    ...context,
    span: spanOf(campaign),
  });
  if (!result.allowed) throw refused(result.refusals);
}

function spanOf({ startsAt, endsAt }: StoredCampaign) {
  return { start: startsAt, end: endsAt };
}

function withDue(campaign: StoredCampaign): StoredCampaign {
  const { dueAt: _, ...rest } = campaign;
  const { state, content, remindedUpTo } = rest;
  const due = nextMoment(state, content, remindedUpTo);
  return { ...rest, ...(due !== undefined && { dueAt: due }) };
}

function changedFields(
  before: CampaignContent,
  after: CampaignContent,
): (keyof CampaignContent)[] {
  return (Object.keys(after) as (keyof CampaignContent)[]).filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

function revisionOf(
  { revision, updatedAt, updatedBy, content }: StoredCampaign,
  change: StoredCampaignRevision['change'],
): StoredCampaignRevision {
  return { revision, change, at: updatedAt, by: updatedBy, content };
}
