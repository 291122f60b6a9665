import type { Instant } from '@continuity/engine';
import {
  type GraphProjection,
  isSaas,
  type SaasDecisionStore,
  type StoredSaasDecision,
} from '../../graph';
import type { LedgerService } from '../../ledger';
import { reviewEntry } from './reviewNews';
import type { ReviewNotice, ReviewNoticeStore } from './ReviewNoticeStore';
import { reviewStage } from './reviewStage';

/**
 * Looks from time to time which decisions about third-party services are to be reviewed,
 * and writes it into the ledger: once when the day is near, and once when it has come.
 * That it was said is written in the same transaction, and of replicas that look at the
 * same time only one can write it.
 */
export class ReviewWatch {
  readonly #decisions: Pick<SaasDecisionStore, 'newest'>;
  readonly #notices: ReviewNoticeStore;
  readonly #graph: Pick<GraphProjection, 'current'>;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #noticeMs: number;
  readonly #now: () => Instant;

  constructor(options: {
    decisions: Pick<SaasDecisionStore, 'newest'>;
    notices: ReviewNoticeStore;
    graph: Pick<GraphProjection, 'current'>;
    ledger: Pick<LedgerService, 'write'>;
    /** How long before the day a review is near. */
    noticeMs: number;
    now: () => Instant;
  }) {
    this.#decisions = options.decisions;
    this.#notices = options.notices;
    this.#graph = options.graph;
    this.#ledger = options.ledger;
    this.#noticeMs = options.noticeMs;
    this.#now = options.now;
  }

  /** @throws when the database cannot be asked */
  async look(): Promise<void> {
    const snapshot = await this.#graph.current();
    if (!snapshot) {
      // Nobody knows what is still there; what is due stays due.
      return;
    }
    const at = this.#now();
    const decisions = await this.#decisions.newest();
    const coming: ReviewNotice[] = [];
    for (const decision of decisions.values()) {
      const { entityRef, revision } = decision;
      const entry = snapshot.entry(entityRef);
      const stage = reviewStage(decision, this.#noticeMs, at);
      if (stage && entry && isSaas(entry.entity)) {
        coming.push({ entityRef, revision, stage });
      }
    }
    const untold = await this.#notices.without(coming);
    if (untold.length > 0) await this.#tell(untold, decisions, at);
  }

  async #tell(
    untold: readonly ReviewNotice[],
    decisions: ReadonlyMap<string, StoredSaasDecision>,
    at: Instant,
  ): Promise<void> {
    await this.#ledger.write(async (tx, append) => {
      for (const notice of untold) {
        const decision = decisions.get(notice.entityRef);
        if (decision && (await this.#notices.note(tx, notice))) {
          await append([reviewEntry(notice.stage, decision, at)]);
        }
      }
    });
  }
}
