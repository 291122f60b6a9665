import { InputError } from '@backstage/errors';
import type {
  Instant,
  LevelTurn,
  TowardsLevel,
  TowardsStanding,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type { Page } from '../database';
import type { VisibleEntities } from '../fleet';
import { narrowTo, rowsOf } from '../scorecards';
import type { CampaignCards } from './CampaignCards';
import { MEMBERS, OUTCOMES, type MemberRow } from './MemberStore';
import type {
  MemberGroup,
  MemberOutcome,
  StandingMember,
  StoredCampaign,
} from './types';

/** Which services of a campaign; all conditions hold together. */
export interface MemberFilter {
  visible: VisibleEntities;
  /** Ref; the empty text stands for none. Absent: any. */
  owner?: string;
  text?: string;
  which: 'all' | 'open' | 'joined' | 'left' | TowardsStanding;
}

interface GroupRow {
  owner?: string;
  services: number | string;
  layout?: string | null;
  states?: string | null;
  standing?: TowardsStanding | null;
  missing?: string | null;
}

interface ServiceRow extends MemberRow {
  layout?: string | null;
  states?: string | null;
  details?: string | null;
  due_at?: number | string | null;
  standing?: TowardsStanding | null;
  missing?: string | null;
}

const RESULTS = 'scorecard_results';
const STANDINGS: readonly TowardsStanding[] = [
  'reached',
  'exempt',
  'not-known',
  'not-reached',
];

/**
 * Questions to what was judged of the services of a campaign; none of them judges anything.
 * Once a campaign has ended they answer what was then.
 */
export class CampaignQueries {
  readonly #knex: Knex;
  readonly #cards: CampaignCards;

  constructor(knex: Knex, cards: CampaignCards) {
    this.#knex = knex;
    this.#cards = cards;
  }

  /** Services by where they stand and what they lack; by owner, too, if asked. */
  async groups(
    campaign: StoredCampaign,
    visible: VisibleEntities,
    by?: 'owner',
    knex: Knex = this.#knex,
  ): Promise<MemberGroup[]> {
    const owner = by === undefined ? [] : ['m.owner'];
    const query = this.#members(knex, campaign, { visible, which: 'all' });
    const columns = campaign.outcome
      ? ['o.standing', 'o.missing']
      : ['r.layout', 'r.states'];
    const rows: GroupRow[] = await this.#withStandings(query, campaign, knex)
      .groupBy([...owner, ...columns])
      .select([...owner, ...columns])
      .count({ services: '*' });
    const read = this.#reader(campaign);
    return rows.map(row => ({
      services: Number(row.services),
      ...(row.owner !== undefined && { owner: row.owner }),
      ...read(row),
    }));
  }

  /** Where every service of a campaign that has not ended stands, by ref. */
  async standings(
    campaign: StoredCampaign,
    knex: Knex = this.#knex,
  ): Promise<(MemberOutcome & { owner: string })[]> {
    const rows: ServiceRow[] = await this.#withStandings(
      this.#members(knex, campaign, { visible: 'all', which: 'all' }),
      campaign,
      knex,
    )
      .select('m.entity_ref', 'm.owner', 'r.layout', 'r.states')
      .orderBy('m.entity_ref');
    const read = this.#reader(campaign);
    return rows.map(row => {
      const { standing, missing } = read(row);
      return { entityRef: row.entity_ref, owner: row.owner, standing, missing };
    });
  }

  /** By owner, then ref. */
  async services(
    campaign: StoredCampaign,
    filter: MemberFilter,
    page: { limit: number; cursor?: string },
    now: Instant,
  ): Promise<Page<StandingMember>> {
    const knex = this.#knex;
    const query = this.#withStandings(
      this.#members(knex, campaign, filter),
      campaign,
      knex,
    )
      .leftJoin('scorecard_services as s', 's.entity_ref', 'm.entity_ref')
      .select('m.*', 's.due_at')
      .orderBy(['m.owner', 'm.entity_ref'])
      .limit(page.limit + 1);
    query.select(
      campaign.outcome
        ? ['o.standing', 'o.missing']
        : ['r.layout', 'r.states', 'r.details'],
    );
    await this.#whereStanding(query, campaign, filter);
    if (page.cursor !== undefined) afterMember(query, page.cursor);
    const rows: ServiceRow[] = await query;
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    const read = this.#reader(campaign);
    return {
      items: items.map(row =>
        memberOf(row, read(row), campaign.outcome ? undefined : now),
      ),
      ...(rows.length > page.limit && last && { nextCursor: cursorOf(last) }),
    };
  }

  /** Where one service stands on several campaigns, by the id of the campaign. */
  async ofEntity(
    entityRef: string,
    campaigns: readonly StoredCampaign[],
  ): Promise<Map<string, TowardsLevel>> {
    const rows: { scorecard: string; layout: string; states: string }[] =
      await this.#knex(RESULTS)
        .where('entity_ref', entityRef)
        .select('scorecard', 'layout', 'states');
    return new Map(
      campaigns.map(campaign => {
        const row = rows.find(
          ({ scorecard }) => scorecard === campaign.content.scorecard,
        );
        const read = this.#cards.reader(campaign.content);
        return [campaign.id, read(row ?? { layout: null, states: null })];
      }),
    );
  }

  /** What is stored of all services on a scorecard, by ref. */
  async states(
    scorecard: string,
  ): Promise<Map<string, { layout: string; states: string }>> {
    const rows: { entity_ref: string; layout: string; states: string }[] =
      await this.#knex(RESULTS)
        .where('scorecard', scorecard)
        .select('entity_ref', 'layout', 'states');
    return new Map(rows.map(row => [row.entity_ref, row]));
  }

  /** How many belong to it who joined later, have left, and are being judged again. */
  async movements(
    campaign: StoredCampaign,
    visible: VisibleEntities,
    now: Instant,
  ): Promise<{ joined: number; left: number; mayDiffer: number }> {
    const counted = async (query: Knex.QueryBuilder) => {
      const [row]: { n: number | string }[] = await query.count({ n: '*' });
      return Number(row.n);
    };
    const which = (filter: MemberFilter['which']) =>
      this.#from(
        this.#members(this.#knex, campaign, { visible, which: filter }),
        this.#knex,
      );
    const [joined, left, mayDiffer] = await Promise.all([
      counted(which('joined')),
      counted(which('left')),
      campaign.outcome
        ? 0
        : counted(
            which('all')
              .join('scorecard_services as s', 's.entity_ref', 'm.entity_ref')
              .where('s.due_at', '<=', now),
          ),
    ]);
    return { joined, left, mayDiffer };
  }

  /** How many members are to be judged again since a moment, or before it. */
  async dueBy(
    campaign: StoredCampaign,
    moment: Instant,
    knex: Knex = this.#knex,
  ): Promise<number> {
    const [row]: { n: number | string }[] = await knex(`${MEMBERS} as m`)
      .join('scorecard_services as s', 's.entity_ref', 'm.entity_ref')
      .where('m.campaign_id', campaign.id)
      .where('m.joined_at', '<', moment)
      .where(stays =>
        stays.whereNull('m.left_at').orWhere('m.left_at', '>=', moment),
      )
      .where('s.due_at', '<=', moment)
      .count({ n: '*' });
    return Number(row.n);
  }

  /**
   * When services of a campaign came to stand on its level, and when they lost it, up to a
   * moment; the oldest first. From the history of results, whose checks are not read.
   */
  async turns(campaign: StoredCampaign, until: Instant): Promise<LevelTurn[]> {
    const levels = this.#cards.levelsFrom(campaign.content);
    if (levels.length === 0) return [];
    const knex = this.#knex;
    const reached = `case when h.level in (${levels
      .map(() => '?')
      .join(', ')}) then 1 else 0 end`;
    const history = knex(`${MEMBERS} as m`)
      .join('scorecard_history as h', 'h.entity_ref', 'm.entity_ref')
      .where('m.campaign_id', campaign.id)
      .where('h.scorecard', campaign.content.scorecard)
      .where('h.at', '<', until)
      .select(
        'h.entity_ref',
        'h.at',
        knex.raw(`${reached} as reached`, levels),
        knex.raw(
          `lag(${reached}, 1, 0) over (partition by h.entity_ref order by h.at, h.id) as earlier`,
          levels,
        ),
      );
    const rows: {
      entity_ref: string;
      at: number | string;
      reached: number;
    }[] = await knex
      .select('entity_ref', 'at', 'reached')
      .from(history.as('turns'))
      .whereRaw('reached <> earlier')
      .orderBy(['at', 'entity_ref']);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      at: Number(row.at),
      reached: row.reached === 1,
    }));
  }

  /** Members of some refs, those that left aside, by ref. */
  async named(
    campaign: StoredCampaign,
    visible: VisibleEntities,
    refs: readonly string[],
  ): Promise<Map<string, MemberRow>> {
    const rows: MemberRow[] = await this.#members(this.#knex, campaign, {
      visible,
      which: 'all',
    }).whereIn('entity_ref', [...refs]);
    return new Map(rows.map(row => [row.entity_ref, row]));
  }

  #members(
    knex: Knex,
    campaign: StoredCampaign,
    { visible, owner, text, which }: MemberFilter,
  ): Knex.QueryBuilder {
    const query = knex(MEMBERS).where('campaign_id', campaign.id);
    if (which === 'left') query.whereNotNull('left_at');
    else query.whereNull('left_at');
    if (which === 'joined') query.where('at_start', 0);
    if (owner !== undefined) query.where('owner', owner);
    if (text !== undefined) {
      query.whereRaw(`searched like ? escape '!'`, [
        `%${text.toLocaleLowerCase('en-US').replace(/[!%_]/g, '!$&')}%`,
      ]);
    }
    narrowTo(query, visible, this.#knex);
    return query;
  }

  #from(members: Knex.QueryBuilder, knex: Knex): Knex.QueryBuilder {
    return knex.from(members.as('m'));
  }

  #withStandings(
    members: Knex.QueryBuilder,
    campaign: StoredCampaign,
    knex: Knex,
  ): Knex.QueryBuilder {
    const query = this.#from(members, knex);
    return campaign.outcome
      ? query.leftJoin(`${OUTCOMES} as o`, join =>
          join
            .on('o.entity_ref', 'm.entity_ref')
            .andOnVal('o.campaign_id', campaign.id),
        )
      : query.leftJoin(`${RESULTS} as r`, join =>
          join
            .on('r.entity_ref', 'm.entity_ref')
            .andOnVal('r.scorecard', campaign.content.scorecard),
        );
  }

  async #whereStanding(
    query: Knex.QueryBuilder,
    campaign: StoredCampaign,
    { which, ...filter }: MemberFilter,
  ): Promise<void> {
    if (which === 'all' || which === 'joined' || which === 'left') return;
    const wanted =
      which === 'open' ? STANDINGS.filter(one => one !== 'reached') : [which];
    if (campaign.outcome) {
      query.where(any => {
        any.whereIn('o.standing', wanted);
        if (wanted.includes('not-known')) any.orWhereNull('o.standing');
      });
      return;
    }
    const layout = this.#cards.of(campaign.content)?.layout ?? '';
    const read = this.#cards.reader(campaign.content);
    const rows: { states: string }[] = await this.#withStandings(
      this.#members(this.#knex, campaign, { ...filter, which: 'all' }),
      campaign,
      this.#knex,
    )
      .where('r.layout', layout)
      .distinct('r.states as states');
    const states = rows
      .map(row => row.states)
      .filter(one => wanted.includes(read({ layout, states: one }).standing));
    query.where(any => {
      any.where(judged =>
        judged.where('r.layout', layout).whereIn('r.states', states),
      );
      if (wanted.includes('not-known')) {
        any.orWhereNull('r.layout').orWhereNot('r.layout', layout);
      }
    });
  }

  #reader(
    campaign: StoredCampaign,
  ): (row: GroupRow | ServiceRow) => TowardsLevel & Pick<MemberGroup, 'rows'> {
    if (campaign.outcome) {
      return ({ standing, missing }) => ({
        standing: standing ?? 'not-known',
        // Our own text, written by the member store.
        missing: missing ? JSON.parse(missing) : [],
      });
    }
    const read = this.#cards.reader(campaign.content);
    return ({ layout = null, states = null }) => read({ layout, states });
  }
}

/** @param now - absent: it is over, and nothing is told that is so only now */
function memberOf(
  row: ServiceRow,
  { standing, missing }: TowardsLevel,
  now: Instant | undefined,
): StandingMember {
  const [first] = missing;
  const next =
    first !== undefined && row.details
      ? rowsOf({ details: row.details }).find(({ check }) => check === first)
      : undefined;
  return {
    entityRef: row.entity_ref,
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    ...(row.owner !== '' && { owner: row.owner }),
    ...(row.system !== '' && { system: row.system }),
    tier: row.tier,
    joinedAt: Number(row.joined_at),
    atStart: row.at_start === 1,
    ...(row.left_at !== null && { leftAt: Number(row.left_at) }),
    standing,
    missing,
    mayDiffer:
      now !== undefined &&
      row.due_at !== null &&
      row.due_at !== undefined &&
      Number(row.due_at) <= now,
    ...(next && {
      next: {
        check: next.check,
        reason: next.reason,
        ...(next.remedy !== undefined && { remedy: next.remedy }),
      },
    }),
  };
}

function cursorOf({ owner, entity_ref }: MemberRow): string {
  return Buffer.from(JSON.stringify([owner, entity_ref]), 'utf8').toString(
    'base64url',
  );
}

/** Narrows to what stands behind the last service of a page. @throws InputError */
function afterMember(query: Knex.QueryBuilder, cursor: string): void {
  const [owner, ref] = decode(cursor);
  query.where(rows =>
    rows
      .where('m.owner', '>', owner)
      .orWhere(same =>
        same.where('m.owner', owner).andWhere('m.entity_ref', '>', ref),
      ),
  );
}

function decode(cursor: string): [string, string] {
  try {
    const read: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (
      Array.isArray(read) &&
      read.length === 2 &&
      read.every(part => typeof part === 'string' && !part.includes('\0'))
    ) {
      return [read[0], read[1]];
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'cursor: it is not a cursor of this list; pass the nextCursor of the page before, unchanged',
  );
}
