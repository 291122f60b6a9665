import {
  changeMachine,
  compareReadiness,
  durationMs,
  step,
  type ChangeSettings,
  type Instant,
} from '@continuity/engine';
import { changeContext } from './changeContext';
import type { ChangeStore } from './ChangeStore';
import type { ChangeAsIs, ChangeEdit, ChangeWriter } from './ChangeWriter';
import { expiresAt } from './dueAt';
import { isClear } from './judging/seats';
import { requireStep } from './steps';
import { ITSELF, WATCHED_STATES, type StoredChange } from './types';

/** Changes that are looked at in one go; others have their turn next time. */
const AT_ONCE = 200;

/**
 * Looks after changes by the clock: lets those expire that nobody went on with, calls for
 * help where nobody decides, and takes an approval away as soon as it does not cover what
 * there is any more. Every replica may look; of two at once one writes.
 */
export class ChangeWatch {
  readonly #store: Pick<ChangeStore, 'due' | 'unwatchedSince' | 'watched'>;
  readonly #writer: ChangeWriter;
  readonly #settings: ChangeSettings;
  readonly #everyMs: number;
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<ChangeStore, 'due' | 'unwatchedSince' | 'watched'>;
    writer: ChangeWriter;
    settings: ChangeSettings;
    /** How often what was approved is compared with what there is, in milliseconds. */
    everyMs: number;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#writer = options.writer;
    this.#settings = options.settings;
    this.#everyMs = options.everyMs;
    this.#now = options.now;
  }

  async look(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    for (const id of await this.#store.due(now, AT_ONCE)) {
      signal.throwIfAborted();
      await this.#look(id, now);
    }
    const watched = await this.#store.unwatchedSince(
      now - this.#everyMs,
      AT_ONCE,
    );
    for (const id of watched) {
      signal.throwIfAborted();
      await this.#look(id, now);
    }
    await this.#store.watched(watched, now);
  }

  async #look(id: string, at: Instant): Promise<void> {
    await this.#writer.change(
      id,
      { by: ITSELF, at },
      async () => undefined,
      asIs => this.#edit(asIs, at),
    );
  }

  /** What has to be done about it. Undefined: nothing. */
  #edit(asIs: ChangeAsIs, at: Instant): ChangeEdit | undefined {
    const { change } = asIs;
    const expiry = expiresAt(change, this.#settings);
    if (expiry !== undefined && expiry <= at) return this.#expire(asIs, at);
    if (
      WATCHED_STATES.includes(change.state) &&
      (isClear(asIs.judged.snapshot) || hasExpired(asIs))
    ) {
      const because = whyNotCovered(asIs);
      if (because.length > 0) return this.#suspend(asIs, because, at);
    }
    if (change.escalateAt !== undefined && change.escalateAt <= at) {
      return escalated(asIs);
    }
    if (
      change.state === 'in-review' &&
      change.reviewDueAt !== undefined &&
      change.reviewDueAt <= at
    ) {
      return overdue(asIs);
    }
    // Approvals that lapsed while others are waited for give their seats back.
    return asIs.seats.lapsed.length > 0 && isClear(asIs.judged.snapshot)
      ? { after: change, happened: [] }
      : undefined;
  }

  #expire(asIs: ChangeAsIs, at: Instant): ChangeEdit {
    const { change } = asIs;
    const to = requireStep(
      step(changeMachine, change.state, 'expire', this.#context(asIs)),
    );
    const { window } = change.content;
    const { escalateAt, ...rest } = change;
    return {
      after: { ...rest, state: to, revision: change.revision + 1 },
      happened: [
        {
          event: 'expire',
          to,
          details: [
            window && window.end <= at
              ? 'Its planned time is over, and it has not begun.'
              : 'Nobody went on with it for too long.',
          ],
        },
      ],
    };
  }

  #suspend(
    asIs: ChangeAsIs,
    because: readonly string[],
    at: Instant,
  ): ChangeEdit {
    const { change } = asIs;
    const to = requireStep(
      step(changeMachine, change.state, 'suspend', this.#context(asIs)),
    );
    return {
      after: {
        ...change,
        state: to,
        revision: change.revision + 1,
        preApproved: false,
        suspension: { at, because: [...because] },
        escalateAt: at + durationMs(this.#settings.approvals.escalateAfter),
      },
      happened: [{ event: 'suspend', to, details: [...because] }],
    };
  }

  #context(asIs: ChangeAsIs) {
    return changeContext({
      ...asIs,
      conflicts: [],
      readiness: [],
      review: [],
      settings: this.#settings,
    });
  }
}

/** Why what was approved does not cover what there is; sentences. */
export function whyNotCovered({
  change,
  judged,
  seats,
}: Pick<ChangeAsIs, 'change' | 'judged' | 'seats'>): string[] {
  const worse = change.readiness
    ? compareReadiness(change.readiness, judged.snapshot)
        .filter(({ regressed }) => regressed)
        .map(({ explanation }) => explanation)
    : ['What was approved is not known.'];
  if (worse.length > 0 || change.preApproved) return worse;
  // While nobody can tell who may approve, it does not begin: the step is refused then.
  if (!judged.roster || seats.plan.isComplete) return [];
  return [
    ...seats.lapsed.map(
      ({ approval, because }) =>
        `The approval of ${approval.by} ended: ${because}`,
    ),
    `Not everybody who has to approve it has: ${seats.missing}.`,
  ];
}

/** That is so whatever can be seen. */
function hasExpired({ seats }: Pick<ChangeAsIs, 'seats'>): boolean {
  return seats.lapsed.some(({ state }) => state === 'expired');
}

/** Once; whoever is told then has to act. */
function escalated({ change, seats }: ChangeAsIs): ChangeEdit {
  const { escalateAt, ...rest } = change;
  return {
    after: rest satisfies StoredChange,
    happened: [
      {
        event: 'escalate',
        to: change.state,
        details: [`Still missing: ${seats.missing}.`],
      },
    ],
  };
}

function overdue({ change }: ChangeAsIs): ChangeEdit {
  const { reviewDueAt, ...rest } = change;
  return {
    after: rest satisfies StoredChange,
    happened: [
      {
        event: 'overdue',
        to: change.state,
        details: ['Its review is overdue.'],
      },
    ],
  };
}
