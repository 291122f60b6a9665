import type {
  PortalWindow,
  WindowDraft,
} from '@continuity/plugin-continuity-common';

/**
 * What to ask for a preview of removing a window: a freeze that is long over stands in
 * its place, which closes and opens as much as no window at all.
 */
export function removalDraft(saved: PortalWindow): WindowDraft {
  const { id, owner, timezone, window } = saved;
  return {
    owner,
    timezone,
    replaces: id,
    window: {
      id: window.id,
      title: window.title,
      reason: window.reason,
      scope: window.scope,
      effect: 'freeze',
      start: '2000-01-01',
      end: '2000-01-02',
    },
  };
}
