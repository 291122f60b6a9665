import { reach, type Step } from '../steps';
import { isBag } from '../values';
import type { PathPart } from './parsePath';

/** Whether a place is one that a path picks, or lies in one. */
export function isAtPath(
  parts: readonly PathPart[],
  steps: readonly Step[],
): boolean {
  let at = 0;
  for (const part of parts) {
    if (part.pick === 'where') {
      // It looks at the item that was just stepped into.
      const before = steps[at - 1];
      if (!before || 'name' in before || !holds(part, before.item)) {
        return false;
      }
      continue;
    }
    const step = steps[at];
    if (!step || !takes(part, step)) return false;
    at += 1;
  }
  return true;
}

function takes(
  part: Exclude<PathPart, { pick: 'where' }>,
  step: Step,
): boolean {
  switch (part.pick) {
    case 'name':
      return 'name' in step && step.name === part.name;
    case 'index':
      return !('name' in step) && step.index === part.index;
    default:
      // In jq `[]` goes through the values of maps as well.
      return true;
  }
}

function holds(
  { path, test, value }: Extract<PathPart, { pick: 'where' }>,
  item: unknown,
): boolean {
  if (!isBag(item)) return false;
  const found =
    reach(
      item,
      path.map(name => ({ name })),
    ) ?? null;
  if (test === 'starts') {
    return typeof found === 'string' && found.startsWith(String(value));
  }
  return (found === value) === (test === 'equals');
}

/** Whether a place is one that a JSON Pointer names, or lies in one. */
export function isAtPointer(
  names: readonly string[],
  steps: readonly Step[],
): boolean {
  return (
    steps.length >= names.length &&
    names.every((name, depth) => {
      const step = steps[depth];
      return 'name' in step ? step.name === name : String(step.index) === name;
    })
  );
}
