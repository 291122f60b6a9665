import { ServiceUnavailableError } from '@backstage/errors';
import {
  entityOwner,
  type GraphProjection,
  type GraphSnapshot,
  type SaasDecisionStore,
} from '../../graph';
import type {
  CommitWithCursor,
  LedgerFollower,
  PlacedEntry,
} from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import type { Letter, OwnerMail } from '../OwnerMail';
import { composeReview } from './composeReview';
import { readReview, REVIEW_TYPES, type ReviewNews } from './reviewNews';

/** Tells owners of third-party services what the ledger says of reviews. */
export class ReviewSender implements LedgerFollower {
  readonly name = 'saas-review-notifications';
  readonly begins = 'newest';
  readonly types = [REVIEW_TYPES];
  readonly batch = 20;
  readonly setAsideAfter = 10;
  readonly #mail: OwnerMail;
  readonly #deliveries: DeliveryStore;
  readonly #graph: Pick<GraphProjection, 'current'>;
  readonly #decisions: Pick<SaasDecisionStore, 'newest'>;
  readonly #pagePath: string;

  constructor(options: {
    mail: OwnerMail;
    deliveries: DeliveryStore;
    /** Knows whose a service is. */
    graph: Pick<GraphProjection, 'current'>;
    /** Knows whether it was decided again meanwhile. */
    decisions: Pick<SaasDecisionStore, 'newest'>;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  }) {
    this.#mail = options.mail;
    this.#deliveries = options.deliveries;
    this.#graph = options.graph;
    this.#decisions = options.decisions;
    this.#pagePath = options.pagePath;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor> {
    const [snapshot, decisions] = await Promise.all([
      this.#graph.current(),
      this.#decisions.newest(),
    ]);
    if (!snapshot) {
      throw new ServiceUnavailableError(
        'Nobody knows whose third-party services are: the catalog has never been read',
      );
    }
    for (const { entry } of entries) {
      const news = readReview(entry);
      const isNewest =
        decisions.get(news.entityRef)?.revision === news.revision;
      const letter = isNewest
        ? letterOf(news, snapshot, this.#pagePath)
        : undefined;
      if (letter) await this.#mail.send(entry.id, [letter], signal);
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }
}

/**
 * To the owner; where nobody is named, to the person who decided. Absent: the service is
 * gone, or nobody can be told.
 */
function letterOf(
  news: ReviewNews,
  snapshot: GraphSnapshot,
  pagePath: string,
): Letter | undefined {
  const entity = snapshot.entry(news.entityRef)?.entity;
  if (!entity) return undefined;
  const { decidedBy } = news;
  const owner =
    entityOwner(entity) ??
    (decidedBy.startsWith('user:') ? decidedBy : undefined);
  if (owner === undefined) return undefined;
  const title = entity.metadata.title ?? entity.metadata.name;
  return { owner, payload: composeReview(news, title, pagePath) };
}
