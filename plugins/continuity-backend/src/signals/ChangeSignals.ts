import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { LedgerEntry } from '@continuity/engine';
import {
  CHANGE_SIGNALS,
  type ChangeSignal,
} from '@continuity/plugin-continuity-common';

/** What entries of the ledger are about, by the first word of their type. */
const SUBJECTS: Readonly<Record<string, ChangeSignal['about']>> = {
  change: 'change',
  override: 'override',
  cab: 'meeting',
};

/**
 * Tells pages that are open that they show something that is not so any more. Everybody is
 * told, and told no more than an id: what it is about is asked for, and permitted, as ever.
 * A hint; pages ask again by themselves now and then.
 */
export class ChangeSignals {
  readonly #signals: SignalsService;
  readonly #logger: Pick<LoggerService, 'warn'>;

  constructor(options: {
    signals: SignalsService;
    logger: Pick<LoggerService, 'warn'>;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** Never throws, and nobody has to wait for it. */
  tell(entries: readonly LedgerEntry[]): void {
    for (const message of signalsOf(entries)) {
      this.#signals
        .publish({
          recipients: { type: 'broadcast' },
          channel: CHANGE_SIGNALS,
          message: { ...message },
        })
        .catch(error =>
          this.#logger.warn(
            'Open pages could not be told of a change; they see it when they ask again',
            toError(error),
          ),
        );
    }
  }
}

/** One for each thing, however much happened to it at once. */
function signalsOf(entries: readonly LedgerEntry[]): ChangeSignal[] {
  const found = new Map<string, ChangeSignal>();
  for (const { type, data } of entries) {
    const about = SUBJECTS[type.split('.', 1)[0]];
    if (about === undefined || type.startsWith('change.unauthorised.')) {
      continue;
    }
    const id = idOf(data);
    if (id !== undefined) found.set(`${about} ${id}`, { about, id });
  }
  return [...found.values()];
}

function idOf(data: LedgerEntry['data']): string | undefined {
  return typeof data === 'object' &&
    data !== null &&
    'id' in data &&
    typeof data.id === 'string'
    ? data.id
    : undefined;
}
