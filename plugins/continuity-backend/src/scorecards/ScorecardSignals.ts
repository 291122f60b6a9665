import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { SCORECARD_SIGNALS } from '@continuity/plugin-continuity-common';

/** Pages that are open ask again at most this often because of us. */
const PAUSE_MS = 2_000;

/**
 * Tells pages that are open that a scorecard has other results. Everybody is told, and told
 * no more than the id of the scorecard: what changed is asked for, and permitted, as ever.
 */
export class ScorecardSignals {
  readonly #signals: SignalsService;
  readonly #logger: Pick<LoggerService, 'warn'>;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    signals: SignalsService;
    logger: Pick<LoggerService, 'warn'>;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** Never throws; what comes in quick succession is told once more at its end. */
  tell(scorecards: ReadonlySet<string>): void {
    for (const scorecard of scorecards) this.#waiting.add(scorecard);
    if (this.#timer === undefined) this.#send();
  }

  #send(): void {
    for (const scorecard of this.#waiting) {
      this.#signals
        .publish({
          recipients: { type: 'broadcast' },
          channel: SCORECARD_SIGNALS,
          message: { scorecard },
        })
        .catch(error =>
          this.#logger.warn(
            'Open pages could not be told of other results; they see them when they ask again',
            toError(error),
          ),
        );
    }
    this.#waiting.clear();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting.size > 0) this.#send();
    }, PAUSE_MS);
    // Nobody has to stay for a hint.
    this.#timer.unref();
  }
}
