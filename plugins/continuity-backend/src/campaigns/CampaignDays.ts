import {
  campaignDays,
  type CampaignDay,
  type Instant,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type { CampaignQueries } from './CampaignQueries';
import type { MemberStore } from './MemberStore';
import type { StoredCampaign } from './types';

/** A service that was there and is not any more. */
export interface LostLevel {
  entityRef: string;
  lostAt: Instant;
}

/** How a campaign went, from the history of results. */
export interface CampaignCourse {
  days: CampaignDay[];
  /** The newest loss first. */
  lost: LostLevel[];
}

/** Who looks at the same campaign shortly after is told the same. */
const REMEMBER_MS = 15_000;
const REMEMBER_AT_MOST = 50;

/** Works out how campaigns went; going through their history takes its time. */
export class CampaignDays {
  readonly #knex: Knex;
  readonly #queries: Pick<CampaignQueries, 'turns'>;
  readonly #members: Pick<MemberStore, 'stays'>;
  readonly #remembered = new Map<
    string,
    { at: Instant; revision: number; course: Promise<CampaignCourse> }
  >();

  constructor(options: {
    database: Knex;
    queries: Pick<CampaignQueries, 'turns'>;
    members: Pick<MemberStore, 'stays'>;
  }) {
    this.#knex = options.database;
    this.#queries = options.queries;
    this.#members = options.members;
  }

  /** Some seconds old. */
  async of(campaign: StoredCampaign, now: Instant): Promise<CampaignCourse> {
    const known = this.#remembered.get(campaign.id);
    if (
      known &&
      known.revision === campaign.revision &&
      now - known.at < REMEMBER_MS
    ) {
      return known.course;
    }
    const [oldest] = this.#remembered.keys();
    this.#remembered.delete(campaign.id);
    if (oldest !== undefined && this.#remembered.size >= REMEMBER_AT_MOST) {
      this.#remembered.delete(oldest);
    }
    const course = this.course(campaign, now);
    this.#remembered.set(campaign.id, {
      at: now,
      revision: campaign.revision,
      course,
    });
    course.catch(() => this.#remembered.delete(campaign.id));
    return course;
  }

  /** Up to now, to its end, or to when it was called off. */
  async course(
    campaign: StoredCampaign,
    now: Instant,
  ): Promise<CampaignCourse> {
    const { startsAt, endsAt, cancellation, content } = campaign;
    const until = Math.min(now + 1, endsAt, cancellation?.at ?? Infinity);
    const [turns, stays] = await Promise.all([
      this.#queries.turns(campaign, until),
      this.#members.stays(this.#knex, campaign.id),
    ]);
    const last = new Map(turns.map(turn => [turn.entityRef, turn]));
    const gone = new Set(
      stays.flatMap(({ entityRef, until: end }) =>
        end === undefined ? [] : [entityRef],
      ),
    );
    return {
      days: campaignDays({ start: startsAt, end: endsAt }, content.timezone, {
        stays,
        turns,
        now: until - 1,
      }),
      lost: [...last.values()]
        .filter(
          ({ entityRef, reached, at }) =>
            !reached && at >= startsAt && !gone.has(entityRef),
        )
        .map(({ entityRef, at }) => ({ entityRef, lostAt: at }))
        .sort((a, b) => b.lostAt - a.lostAt),
    };
  }
}
