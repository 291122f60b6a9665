import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { DeliveryStore } from './DeliveryStore';

export type NoticePayload = NotificationSendOptions['payload'];

/** What an owner is sent of an entry of the ledger. */
export interface Letter {
  /** Canonical ref of a Group or User. */
  owner: string;
  payload: NoticePayload;
  /** Ref of a user who belongs to the owner and is not told. Absent: everybody is. */
  except?: string;
}

/** Owners that are told at once. */
const AT_ONCE = 4;

/** What the notification backend answers to what it does not take; anything else may pass. */
const REFUSED = /\bstatus (?:400|413|422)\b/;

/**
 * Sends owners what an entry of the ledger has to tell them.
 *
 * At least once: when a process dies between sending and noting, the next one sends again
 * to the owners, four at most, of whom that is not known. It is the same notification
 * then, by its scope, and takes the place of the first.
 */
export class OwnerMail {
  readonly #notifications: NotificationService;
  readonly #deliveries: DeliveryStore;

  constructor(options: {
    notifications: NotificationService;
    deliveries: DeliveryStore;
  }) {
    this.#notifications = options.notifications;
    this.#deliveries = options.deliveries;
  }

  /**
   * Sends to those who were not reached yet.
   *
   * @param letters - one for each owner
   * @throws ServiceUnavailableError when notifications cannot be sent at all
   * @throws Error when some were refused, after all others were sent
   */
  async send(
    entryId: string,
    letters: readonly Letter[],
    signal: AbortSignal,
  ): Promise<void> {
    const reached = await this.#deliveries.reached(entryId);
    const waiting = letters.filter(({ owner }) => !reached.has(owner)).values();
    const refusals: string[] = [];
    const work = async () => {
      for (const { owner, payload, except } of waiting) {
        signal.throwIfAborted();
        try {
          await this.#notifications.send({
            recipients: {
              type: 'entity',
              entityRef: owner,
              ...(except !== undefined && { excludeEntityRef: except }),
            },
            payload,
          });
        } catch (error) {
          const problem = stringifyError(error);
          if (!REFUSED.test(problem)) {
            throw new ServiceUnavailableError(
              `Owners cannot be told: ${problem}`,
            );
          }
          refusals.push(`${owner}: ${problem}`);
          continue;
        }
        await this.#deliveries.note(entryId, owner);
      }
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, work),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
    }
    if (refusals.length > 0) {
      throw new Error(
        `${refusals.length} of ${
          letters.length
        } owners could not be told: ${refusals.sort().slice(0, 3).join('; ')}`,
      );
    }
  }
}
