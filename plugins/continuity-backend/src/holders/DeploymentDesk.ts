import { formatInstant, type Instant } from '@continuity/engine';
import type {
  EndMessage,
  HeldDeploymentDesk,
  HoldMessage,
} from '@continuity/plugin-continuity-node';
import type { LedgerService } from '../ledger';
import type { HeldDeploymentStore } from './HeldDeploymentStore';
import { heldEntry } from './heldEntry';

/**
 * Takes the messages of one system. Each is one transaction: that it was taken, what it
 * did, and what the ledger says of it.
 */
export class DeploymentDesk implements HeldDeploymentDesk {
  readonly #holder: string;
  readonly #store: HeldDeploymentStore;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #now: () => Instant;

  constructor(options: {
    holder: string;
    store: HeldDeploymentStore;
    ledger: Pick<LedgerService, 'write'>;
    now: () => Instant;
  }) {
    this.#holder = options.holder;
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#now = options.now;
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#HeldDeploymentDesk.hold} */
  async hold(message: HoldMessage): Promise<'held' | 'known' | 'over'> {
    const at = this.#now();
    const { result } = await this.#ledger.write(async (tx, append) => {
      if (!(await this.#store.take(tx, this.#holder, message.delivery, at))) {
        return 'known';
      }
      const held = await this.#store.hold(tx, this.#holder, message, at);
      if (!held) return 'known';
      const isOver = held.state === 'over';
      await append([
        heldEntry('held', held, at, {
          delivery: message.delivery,
          requestedAt: formatInstant(held.requestedAt),
        }),
        ...(isOver
          ? [heldEntry('over', held, at, { reason: held.problem })]
          : []),
      ]);
      return isOver ? 'over' : 'held';
    });
    return result;
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#HeldDeploymentDesk.end} */
  async end(message: EndMessage): Promise<number> {
    const at = this.#now();
    const { result } = await this.#ledger.write(async (tx, append) => {
      if (!(await this.#store.take(tx, this.#holder, message.delivery, at))) {
        return 0;
      }
      const ended = await this.#store.end(tx, this.#holder, message, at);
      await append(
        ended.map(held =>
          heldEntry('over', held, at, { reason: message.reason }),
        ),
      );
      return ended.length;
    });
    return result;
  }
}
