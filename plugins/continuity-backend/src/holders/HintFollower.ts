import type { Instant } from '@continuity/engine';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import type { HeldDeploymentStore } from './HeldDeploymentStore';

/** They are about the entities that they name; others may be about anything. */
const ABOUT_THEIR_SUBJECTS = /^(change|override|evidence|scorecard)\./;

/**
 * Has held deployments looked at when something was written that the gate looks at: a
 * change, a window, an override, evidence. Superfluous looks cost little and say nothing.
 */
export class HintFollower implements LedgerFollower {
  readonly name = 'held-deployments';
  readonly begins = 'newest';
  readonly types = [
    'change.*',
    'approval.*',
    'cab.*',
    'calendar.*',
    'override.*',
    'evidence.*',
    'graph.*',
    'scorecard.*',
  ];
  readonly #store: Pick<HeldDeploymentStore, 'hint'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<HeldDeploymentStore, 'hint'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
  ): Promise<CommitWithCursor | undefined> {
    const at = this.#now();
    const refs = new Set<string>();
    let isForAll = false;
    for (const { entry } of entries) {
      if (ABOUT_THEIR_SUBJECTS.test(entry.type) && entry.subjects.length > 0) {
        entry.subjects.forEach(ref => refs.add(ref));
      } else {
        isForAll = true;
      }
    }
    return entries.length === 0
      ? undefined
      : tx => this.#store.hint(tx, isForAll ? undefined : [...refs], at);
  }
}
