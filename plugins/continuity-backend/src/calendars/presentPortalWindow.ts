import type {
  PortalWindow,
  PortalWindowRevision,
} from '@continuity/plugin-continuity-common';
import { toIso } from '../http';
import type { StoredPortalWindow, StoredRevision } from './PortalWindowStore';

/** A window as the API shows it. */
export function presentPortalWindow(
  stored: StoredPortalWindow,
  mayEdit: boolean,
): PortalWindow {
  return {
    id: stored.id,
    revision: stored.revision,
    calendarRef: stored.calendarRef,
    owner: stored.ownerRef,
    timezone: stored.timezone,
    window: stored.window,
    mayEdit,
    createdAt: toIso(stored.createdAt),
    createdBy: stored.createdBy,
    updatedAt: toIso(stored.updatedAt),
    updatedBy: stored.updatedBy,
  };
}

/** A revision as the API shows it. */
export function presentRevision(stored: StoredRevision): PortalWindowRevision {
  const { revision, change, at, by, comment, timezone, window } = stored;
  return { revision, change, at: toIso(at), by, comment, timezone, window };
}
