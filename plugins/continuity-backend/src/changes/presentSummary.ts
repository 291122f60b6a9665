import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { toIso } from '../http';
import type { ChangeHead, StoredChange } from './types';

export function presentHead(head: ChangeHead): ChangeSummary {
  const { window, createdAt, updatedAt, entities, environments } = head;
  return {
    id: head.id,
    revision: head.revision,
    state: head.state,
    class: head.class,
    title: head.title,
    entities,
    environments,
    ...(window && {
      window: { start: toIso(window.start), end: toIso(window.end) },
    }),
    ...(head.implementer !== undefined && { implementer: head.implementer }),
    suspended: head.suspended,
    retrospective: head.retrospective,
    seats: head.seats,
    createdBy: head.createdBy,
    createdAt: toIso(createdAt),
    updatedAt: toIso(updatedAt),
  };
}

/** What lists show of a change that is known whole. */
export function summaryOf(change: StoredChange): ChangeSummary {
  const { content, suspension } = change;
  const { title, entities, environments, window, implementer } = content;
  return presentHead({
    ...change,
    title,
    entities: [...entities],
    environments: [...environments],
    ...(window && { window }),
    ...(implementer !== undefined && { implementer }),
    suspended: suspension !== undefined,
  });
}
