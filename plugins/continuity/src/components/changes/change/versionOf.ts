import type { Change } from '@continuity/plugin-continuity-common';

/** Different whenever something happened to a change, also what is no revision of it. */
export function versionOf({ summary, approvals }: Change): string {
  return JSON.stringify([
    summary.revision,
    summary.updatedAt,
    approvals.given.map(({ id, state }) => [id, state]),
    approvals.escalatesAt,
  ]);
}
