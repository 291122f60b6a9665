import { formatInstant, type LedgerEntry } from '@continuity/engine';
import { maskSecrets } from '../evidence';
import type { StoredPortalWindow, StoredRevision } from './PortalWindowStore';

/**
 * What the ledger says of a change: what held before and what holds after it, so that
 * it can be judged without anything else.
 *
 * @param id - of the entry
 * @param confirmed - whether it went ahead although it opened something at once
 */
export function windowEntry(
  id: string,
  change: {
    revision: StoredRevision;
    before?: StoredPortalWindow;
    after: StoredPortalWindow;
    confirmed: boolean;
  },
): LedgerEntry {
  const { revision, before, after, confirmed } = change;
  const isRemoved = revision.change === 'removed';
  return {
    id,
    type: `calendar.window.${revision.change}`,
    at: formatInstant(revision.at),
    actor: { ref: revision.by },
    subjects: [after.calendarRef],
    data: maskSecrets({
      id: after.id,
      owner: after.ownerRef,
      revision: after.revision,
      ...(revision.comment !== undefined && { comment: revision.comment }),
      ...(confirmed && { confirmed }),
      ...(before && { before: declared(before) }),
      ...(!isRemoved && { after: declared(after) }),
    }),
  };
}

function declared({ timezone, window }: StoredPortalWindow) {
  return { timezone, window };
}
