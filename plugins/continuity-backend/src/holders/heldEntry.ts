import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { maskSecrets } from '../evidence';
import type { StoredHeld } from './types';

/** What happens to a deployment that another system holds. */
export type HeldEvent = 'held' | 'judged' | 'told' | 'untold' | 'over';

/** Who asks the gate where another system waits for the answer. */
export function actorOf(holder: string): string {
  return `service:${holder}`;
}

/** What the ledger says of it. */
export function heldEntry(
  event: HeldEvent,
  held: Pick<StoredHeld, 'id' | 'key' | 'holder' | 'entityRef'>,
  at: Instant,
  data: Record<string, unknown> = {},
): LedgerEntry {
  return {
    id: randomUUID(),
    type: `deployment.${event}`,
    at: formatInstant(at),
    actor: { ref: actorOf(held.holder) },
    subjects: held.entityRef === undefined ? [] : [held.entityRef],
    data: maskSecrets(
      JSON.parse(
        JSON.stringify({
          id: held.id,
          holder: held.holder,
          key: held.key,
          ...data,
        }),
      ),
    ),
  };
}
