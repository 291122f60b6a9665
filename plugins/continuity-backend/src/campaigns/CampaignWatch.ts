import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { CatalogProjection, CatalogSnapshot } from '../catalog';
import type { CampaignCards } from './CampaignCards';
import type { CampaignDays } from './CampaignDays';
import type { CampaignQueries } from './CampaignQueries';
import type { CampaignStore } from './CampaignStore';
import type { CampaignWriter } from './CampaignWriter';
import { chooseMembers } from './chooseMembers';
import type { MemberStore } from './MemberStore';
import { standingsAt } from './standingsAt';
import type { StoredCampaign } from './types';

/** So long after the end of a campaign we wait for what was due until then to be judged. */
const SETTLE_MS = 24 * 3_600_000;

interface CampaignWatchOptions {
  cards: CampaignCards;
  database: Knex;
  days: Pick<CampaignDays, 'course'>;
  members: Pick<MemberStore, 'at'>;
  projection: Pick<CatalogProjection, 'current'>;
  queries: Pick<CampaignQueries, 'dueBy'>;
  store: Pick<CampaignStore, 'toLookAt' | 'byId'>;
  writer: CampaignWriter;
  now: () => Instant;
}

/**
 * Looks from time to time what happens to campaigns by itself: their services change with
 * the catalog, they start, owners are reminded, they end. Each is written under the lock of
 * the campaign, so that it does not matter how many replicas look, or when one dies.
 */
export class CampaignWatch {
  readonly #options: CampaignWatchOptions;

  constructor(options: CampaignWatchOptions) {
    this.#options = options;
  }

  /** @throws when something could not be done for a campaign, after all others were */
  async look(signal?: AbortSignal): Promise<void> {
    const { projection, store, now } = this.#options;
    const snapshot = await projection.current();
    // Without a catalog nobody knows who belongs to one; time goes on all the same.
    const ids = await store.toLookAt(now(), snapshot?.revision);
    const problems: unknown[] = [];
    for (const id of ids) {
      if (signal?.aborted) return;
      try {
        await this.#lookAt(id, snapshot);
      } catch (error) {
        problems.push(error);
      }
    }
    if (problems.length > 0) throw problems[0];
  }

  async #lookAt(
    id: string,
    snapshot: CatalogSnapshot | undefined,
  ): Promise<void> {
    const { store, writer, now } = this.#options;
    let campaign = await store.byId(id);
    if (!campaign) return;
    if (snapshot) campaign = await this.#choose(campaign, snapshot);
    if (campaign.state === 'planned') {
      campaign = (await writer.start(id, now())) ?? campaign;
    }
    if (campaign.state !== 'running') return;
    if (now() < campaign.endsAt) await writer.remind(id, now());
    else await this.#conclude(campaign);
  }

  async #choose(
    campaign: StoredCampaign,
    snapshot: CatalogSnapshot,
  ): Promise<StoredCampaign> {
    const { cards, writer, now } = this.#options;
    const card = cards.of(campaign.content);
    if (
      campaign.catalogRevision === snapshot.revision ||
      now() >= campaign.endsAt ||
      // Whom it was for stays; nothing counts as reached any more.
      !card
    ) {
      return campaign;
    }
    const subjects = await chooseMembers(
      snapshot,
      card.scorecard,
      campaign.content.scope,
    );
    const chosen = { subjects, revision: snapshot.revision };
    const after = await writer.choose(campaign, chosen, now());
    return after ?? campaign;
  }

  async #conclude(campaign: StoredCampaign): Promise<void> {
    const { cards, database, days, members, queries, writer, now } =
      this.#options;
    const { id, endsAt } = campaign;
    const isSettled =
      now() >= endsAt + SETTLE_MS ||
      (await queries.dueBy(campaign, endsAt)) === 0;
    if (!isSettled) return;
    const belonged = await members.at(database, id, endsAt);
    const standings = await standingsAt(
      database,
      cards,
      campaign,
      endsAt,
      belonged.map(({ entityRef }) => entityRef),
    );
    const owners = new Map(
      belonged.map(({ entityRef, owner }) => [entityRef, owner]),
    );
    await writer.conclude(
      id,
      standings.map(one => ({
        ...one,
        owner: owners.get(one.entityRef) ?? '',
      })),
      await days.course(campaign, endsAt),
      now(),
    );
  }
}
