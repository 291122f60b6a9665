import { randomUUID } from 'node:crypto';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CampaignContent, Instant } from '@continuity/engine';
import type { CampaignContent as ContentInput } from '@continuity/plugin-continuity-common';
import type { CatalogProjection } from '../catalog';
import { keptText } from '../evidence';
import type { Access, Caller } from '../http';
import type { CampaignAuthority } from './CampaignAuthority';
import type { CampaignCards } from './CampaignCards';
import type { CampaignDays } from './CampaignDays';
import type { CampaignStore } from './CampaignStore';
import type { CampaignWriter, ChosenMembers } from './CampaignWriter';
import { chooseMembers } from './chooseMembers';
import { StaleCampaignError, unknownCampaign } from './errors';
import { readContent } from './readContent';
import type { StoredCampaign } from './types';

interface CampaignDeskOptions {
  access: Pick<Access, 'assertVisible'>;
  authority: CampaignAuthority;
  cards: CampaignCards;
  days: Pick<CampaignDays, 'course'>;
  projection: Pick<CatalogProjection, 'current'>;
  store: Pick<CampaignStore, 'byId'>;
  /** Ids of the tiers, strictest first. */
  tierIds: readonly string[];
  writer: CampaignWriter;
  now: () => Instant;
}

/** What people do with campaigns: make, change and cancel them. */
export class CampaignDesk {
  readonly #options: CampaignDeskOptions;

  constructor(options: CampaignDeskOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError that names the fields that are wrong
   * @throws NotAllowedError for who does not belong to the owner
   */
  async create(input: ContentInput, caller: Caller): Promise<StoredCampaign> {
    const { authority, writer } = this.#options;
    const at = this.#options.now();
    const content = this.#read(input, at);
    const rights = await authority.rightsOf(caller);
    rights.require('make', content.owner);
    await this.#requireOwner(content.owner, caller);
    return writer.create(randomUUID(), content, await this.#chosen(content), {
      by: caller.ref,
      at,
    });
  }

  /**
   * @throws InputError that names the fields that are wrong
   * @throws StaleCampaignError when it is not as it was seen any more
   * @throws ConflictError when it cannot be changed like that as it is
   */
  async revise(
    id: string,
    edit: { revision: number; content: ContentInput; comment: string },
    caller: Caller,
  ): Promise<StoredCampaign> {
    const { authority, writer } = this.#options;
    const at = this.#options.now();
    const before = await this.#seen(id, edit.revision);
    const rights = await authority.rightsOf(caller);
    rights.require('change', before.content.owner);
    const content = this.#read(edit.content, at, before.content.startsOn);
    const comment = keptText('comment', edit.comment);
    if (content.owner !== before.content.owner) {
      rights.require('make', content.owner);
      await this.#requireOwner(content.owner, caller);
    }
    return writer.revise(id, content, await this.#chosen(content), {
      expected: edit.revision,
      comment,
      by: caller.ref,
      at,
    });
  }

  /** @throws like {@link CampaignDesk.revise} */
  async cancel(
    id: string,
    { revision, reason }: { revision: number; reason: string },
    caller: Caller,
  ): Promise<StoredCampaign> {
    const { authority, days, writer } = this.#options;
    const at = this.#options.now();
    const before = await this.#seen(id, revision);
    const rights = await authority.rightsOf(caller);
    rights.require('change', before.content.owner);
    const kept = keptText('reason', reason);
    return writer.cancel(id, await days.course(before, at), {
      expected: revision,
      reason: kept,
      by: caller.ref,
      at,
    });
  }

  #read(
    input: ContentInput,
    now: Instant,
    startedOn?: string,
  ): CampaignContent {
    const { cards, tierIds } = this.#options;
    return readContent(input, {
      scorecards: cards.list(),
      tierIds,
      now,
      ...(startedOn !== undefined && { startedOn }),
    });
  }

  async #seen(id: string, revision: number): Promise<StoredCampaign> {
    const campaign = await this.#options.store.byId(id);
    if (!campaign) throw unknownCampaign(id);
    if (campaign.revision !== revision) {
      throw new StaleCampaignError(revision, campaign);
    }
    return campaign;
  }

  async #requireOwner(owner: string, caller: Caller): Promise<void> {
    try {
      await this.#options.access.assertVisible(owner, caller);
    } catch (error) {
      if (error instanceof NotFoundError) {
        throw new InputError(`owner: ${error.message}`);
      }
      throw error;
    }
  }

  async #chosen({
    scorecard: id,
    scope,
  }: CampaignContent): Promise<ChosenMembers> {
    const { cards, projection } = this.#options;
    const snapshot = await projection.current();
    const card = cards.of({ scorecard: id });
    if (!snapshot || !card) {
      throw new ServiceUnavailableError(
        'Nobody knows which services there are: the catalog has never been read completely',
      );
    }
    return {
      subjects: await chooseMembers(snapshot, card.scorecard, scope),
      revision: snapshot.revision,
    };
  }
}
