import {
  blockersOf,
  campaignReminders,
  campaignSpan,
  countStandings,
  type CampaignContent,
  type CheckRegistry,
  type Instant,
} from '@continuity/engine';
import type {
  Campaign,
  CampaignContent as ContentInput,
  CampaignPreview,
  CampaignProgress,
  CampaignRevision,
  CampaignService,
  CampaignsPage,
  EntityCampaign,
  Page,
} from '@continuity/plugin-continuity-common';
import type { CatalogProjection } from '../catalog';
import type { FleetVisibility } from '../fleet';
import { toIso, type Access, type Caller } from '../http';
import type { CampaignAuthority, CampaignRights } from './CampaignAuthority';
import type { CampaignCards } from './CampaignCards';
import type { CampaignDays } from './CampaignDays';
import type { CampaignQueries, MemberFilter } from './CampaignQueries';
import type { CampaignFilter, CampaignStore } from './CampaignStore';
import { chooseMembers } from './chooseMembers';
import { unknownCampaign } from './errors';
import { groupByOwner } from './groupByOwner';
import {
  presentCampaign,
  presentMember,
  presentRevision,
} from './presentCampaign';
import { tryContent } from './readContent';
import type { StandingMember, StoredCampaign } from './types';

const MAX_OWNERS = 500;
const MAX_LOST = 100;
const PREVIEWED = 50;

interface CampaignReaderOptions {
  access: Pick<Access, 'assertVisible'>;
  authority: CampaignAuthority;
  cards: CampaignCards;
  checks: Pick<CheckRegistry, 'get'>;
  days: Pick<CampaignDays, 'of'>;
  projection: Pick<CatalogProjection, 'current'>;
  queries: CampaignQueries;
  store: CampaignStore;
  /** Ids of the tiers, strictest first. */
  tierIds: readonly string[];
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  now: () => Instant;
}

/** Answers how far campaigns are, to those who may see the services. Judges nothing. */
export class CampaignReader {
  readonly #options: CampaignReaderOptions;

  constructor(options: CampaignReaderOptions) {
    this.#options = options;
  }

  async list(
    filter: CampaignFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<CampaignsPage> {
    const { authority, store } = this.#options;
    const [{ items, nextCursor }, rights] = await Promise.all([
      store.list(filter, page),
      authority.rightsOf(caller),
    ]);
    return {
      items: await Promise.all(
        items.map(campaign => this.#present(campaign, rights, caller)),
      ),
      ...(nextCursor !== undefined && { nextCursor }),
      may: { create: rights.mayMake },
    };
  }

  /** @throws NotFoundError */
  async byId(id: string, caller: Caller): Promise<Campaign> {
    const campaign = await this.#known(id);
    return this.present(campaign, caller);
  }

  async present(campaign: StoredCampaign, caller: Caller): Promise<Campaign> {
    const rights = await this.#options.authority.rightsOf(caller);
    return this.#present(campaign, rights, caller);
  }

  /** @throws NotFoundError */
  async progress(id: string, caller: Caller): Promise<CampaignProgress> {
    const { cards, days, queries, visibility, now } = this.#options;
    const campaign = await this.#known(id);
    const visible = await visibility.visibleTo(caller);
    const [groups, course] = await Promise.all([
      queries.groups(campaign, visible, 'owner'),
      days.of(campaign, now()),
    ]);
    const card = cards.of(campaign.content)?.scorecard;
    const lost = await queries.named(
      campaign,
      visible,
      course.lost.map(({ entityRef }) => entityRef),
    );
    const shown = course.lost.flatMap(({ entityRef, lostAt }) => {
      const member = lost.get(entityRef);
      return member ? [{ member, lostAt }] : [];
    });
    const owners = groupByOwner(groups);
    return {
      blockers: card
        ? blockersOf(card, campaign.content.level, groups).map(blocker => ({
            ...blocker,
            title: this.#titleOf(blocker.check),
          }))
        : [],
      owners: owners.slice(0, MAX_OWNERS),
      ownersLeftOut: Math.max(0, owners.length - MAX_OWNERS),
      days: campaign.outcome?.days ?? course.days,
      lost: shown.slice(0, MAX_LOST).map(({ member, lostAt }) => ({
        entityRef: member.entity_ref,
        name: member.name,
        ...(member.title !== null && { title: member.title }),
        ...(member.owner !== '' && { owner: member.owner }),
        lostAt: toIso(lostAt),
      })),
      lostLeftOut: Math.max(0, shown.length - MAX_LOST),
    };
  }

  /** @throws NotFoundError */
  async services(
    id: string,
    filter: Omit<MemberFilter, 'visible'>,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<CampaignService>> {
    const { queries, visibility, now } = this.#options;
    const campaign = await this.#known(id);
    const visible = await visibility.visibleTo(caller);
    const { items, nextCursor } = await queries.services(
      campaign,
      { ...filter, visible },
      page,
      now(),
    );
    return {
      items: this.#presented(campaign.content, items),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** Newest first. @throws NotFoundError */
  async history(id: string): Promise<CampaignRevision[]> {
    await this.#known(id);
    return (await this.#options.store.history(id)).map(presentRevision);
  }

  /** @throws NotFoundError when the service is not there, or hidden */
  async ofEntity(entityRef: string, caller: Caller): Promise<EntityCampaign[]> {
    const { access, cards, queries, store } = this.#options;
    await access.assertVisible(entityRef, caller);
    const campaigns = await store.ofEntity(entityRef);
    const standings = await queries.ofEntity(entityRef, campaigns);
    return campaigns.map(({ id, state, content, endsAt }) => {
      const { standing = 'not-known', missing = [] } = standings.get(id) ?? {};
      const { scorecard, level, startsOn, endsOn, timezone } = content;
      return {
        id,
        title: content.title,
        state,
        scorecard,
        level: cards.titlesOf(content).levelTitle ?? level,
        startsOn,
        endsOn,
        timezone,
        endsAt: toIso(endsAt),
        owner: content.owner,
        standing,
        missing: [...missing],
      };
    });
  }

  /** What a campaign would mean; everything that is wrong with it is part of that. */
  async preview(
    { id, content: input }: { id?: string; content: ContentInput },
    caller: Caller,
  ): Promise<CampaignPreview> {
    const { cards, store, tierIds, now } = this.#options;
    const before = id === undefined ? undefined : await store.byId(id);
    const { content, problems } = tryContent(input, {
      scorecards: cards.list(),
      tierIds,
      now: now(),
      ...(before && { startedOn: before.content.startsOn }),
    });
    const isWrong = (...fields: string[]) =>
      problems.some(({ path }) => fields.includes(path.split('.')[0]));
    const days = isWrong('startsOn', 'endsOn', 'timezone')
      ? undefined
      : campaignSpan(content);
    return {
      problems,
      ...(days && { startsAt: toIso(days.start), endsAt: toIso(days.end) }),
      reminders: days
        ? campaignReminders(content).map(({ at }) => toIso(at))
        : [],
      ...(isWrong('scorecard', 'level', 'scope')
        ? { services: [] }
        : await this.#previewServices(content, caller)),
    };
  }

  async #previewServices(
    content: CampaignContent,
    caller: Caller,
  ): Promise<Pick<CampaignPreview, 'counts' | 'services'>> {
    const { cards, projection, queries, visibility, now } = this.#options;
    const snapshot = await projection.current();
    const card = cards.of(content);
    if (!snapshot || !card) return { services: [] };
    const [subjects, visible, states] = await Promise.all([
      chooseMembers(snapshot, card.scorecard, content.scope),
      visibility.visibleTo(caller),
      queries.states(content.scorecard),
    ]);
    const read = cards.reader(content);
    const members = [...subjects.values()]
      .filter(({ entityRef }) => visible === 'all' || visible.has(entityRef))
      .map<StandingMember>(subject => {
        const { standing, missing } = read(
          states.get(subject.entityRef) ?? { layout: null, states: null },
        );
        return {
          ...subject,
          joinedAt: now(),
          atStart: true,
          standing,
          missing,
          mayDiffer: false,
        };
      })
      .sort(
        (a, b) =>
          Number(a.standing === 'reached') - Number(b.standing === 'reached') ||
          (a.entityRef < b.entityRef ? -1 : 1),
      );
    return {
      counts: countStandings(members.map(one => ({ ...one, services: 1 }))),
      services: this.#presented(content, members.slice(0, PREVIEWED)),
    };
  }

  async #present(
    campaign: StoredCampaign,
    rights: CampaignRights,
    caller: Caller,
  ): Promise<Campaign> {
    const { cards, queries, visibility, now } = this.#options;
    const at = now();
    const visible = await visibility.visibleTo(caller);
    const [groups, movements] = await Promise.all([
      queries.groups(campaign, visible),
      queries.movements(campaign, visible, at),
    ]);
    return presentCampaign(campaign, {
      titles: cards.titlesOf(campaign.content),
      counts: countStandings(groups),
      movements,
      rights,
      now: at,
    });
  }

  #presented(
    content: Pick<CampaignContent, 'scorecard'>,
    members: readonly StandingMember[],
  ): CampaignService[] {
    const checks = this.#options.cards.of(content)?.scorecard.checks ?? [];
    const titles = new Map(
      checks.map(({ check }) => [check, this.#titleOf(check)]),
    );
    return members.map(member => presentMember(member, titles));
  }

  #titleOf(check: string): string {
    return this.#options.checks.get(check)?.title ?? check;
  }

  async #known(id: string): Promise<StoredCampaign> {
    const campaign = await this.#options.store.byId(id);
    if (!campaign) throw unknownCampaign(id);
    return campaign;
  }
}
