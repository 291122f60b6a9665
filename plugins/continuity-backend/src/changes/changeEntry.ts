import { formatInstant, type LedgerEntry } from '@continuity/engine';
import { maskSecrets } from '../evidence';
import type { Happening, StoredApproval, StoredChange } from './types';

/** Who has to know of what happens to a change; refs of groups and users. */
export interface Concerned {
  owners: readonly string[];
  /** Of whom an approval may come that is missing. */
  waitingFor: readonly string[];
  /** Who is told when nobody decides. */
  escalateTo: readonly string[];
}

/** What the ledger says of something that happened to a change. */
export function changeEntry(
  { id, at, by, event, from, to, comment, details }: Happening,
  change: StoredChange,
  concerned: Concerned,
  approval?: StoredApproval,
): LedgerEntry {
  return {
    id,
    type: `change.${event}`,
    at: formatInstant(at),
    actor: { ref: by },
    subjects: [...change.content.entities],
    data: maskSecrets(
      JSON.parse(
        JSON.stringify({
          id: change.id,
          revision: change.revision,
          contentRevision: change.contentRevision,
          title: change.content.title,
          class: change.class,
          from,
          to,
          comment,
          details,
          seats: change.seats,
          concerned: {
            ...concerned,
            authors: change.authors,
            implementer: change.content.implementer,
          },
          ...(approval && {
            approval: { id: approval.id, decision: approval.decision },
            readiness: approval.readiness,
          }),
          ...(change.outcome !== undefined && { outcome: change.outcome }),
        }),
      ),
    ),
  };
}
