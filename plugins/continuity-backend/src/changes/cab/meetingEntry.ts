import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type { StoredMeeting } from './types';

/** What the ledger says of a meeting; its minutes whole, when it is closed. */
export function meetingEntry(
  step: 'called' | 'closed' | 'cancelled',
  { id, group, title, start, ended, minutes }: StoredMeeting,
  by: string,
  at: Instant,
): LedgerEntry {
  return {
    id: randomUUID(),
    type: `cab.${step}`,
    at: formatInstant(at),
    actor: { ref: by },
    subjects: [group],
    data: JSON.parse(
      JSON.stringify({
        id,
        group,
        title,
        start: formatInstant(start),
        note: ended?.note,
        minutes,
      }),
    ),
  };
}
