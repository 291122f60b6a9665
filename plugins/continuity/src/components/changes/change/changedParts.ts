import type { ChangeContent } from '@continuity/plugin-continuity-common';

/** In the order in which a change says them. */
const PARTS = [
  'title',
  'description',
  'entities',
  'environments',
  'regions',
  'digests',
  'window',
  'class',
  'classReason',
  'incident',
  'plan',
  'rollbackPlan',
  'tests',
  'communication',
  'implementer',
  'committers',
  'facts',
] as const satisfies readonly (keyof ChangeContent)[];

export type ContentPart = (typeof PARTS)[number];

/** The parts in which two contents differ. */
export function changedParts(
  before: ChangeContent,
  after: ChangeContent,
): ContentPart[] {
  return PARTS.filter(
    part => canonical(before[part]) !== canonical(after[part]),
  );
}

/** Independent of the order in which an object was written. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : part,
    ) ?? ''
  );
}
