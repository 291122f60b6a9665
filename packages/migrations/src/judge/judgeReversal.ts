import type { SchemaComparison } from '../schema/compareSchemas';
import type { PlacedEffect } from '../statements/effects';
import type { ScriptOutcome } from './runScript';

/** Whether up and down leave everything as it was. */
export interface Reversal {
  readonly verdict: 'no' | 'unknown' | 'yes';
  readonly because: readonly string[];
  /** How the schema comes back. */
  readonly differences: readonly string[];
  /** Whether there is anything to take back. */
  readonly needsScript: boolean;
}

/** What the way back is held against. */
interface Schemas {
  /** The schema before, against the one after up and down. */
  readonly restored: SchemaComparison;
  /** Up alone changes the schema. */
  readonly leavesTraces: boolean;
}

/**
 * A migration is reversible when its scripts say that it is: the schema comes back, and
 * every row and value that was there before. What has been written between up and down
 * is another question: see `lostGoingBack`.
 */
export function judgeReversal(
  up: ScriptOutcome,
  down: ScriptOutcome | undefined,
  { restored, leavesTraces }: Schemas,
): Reversal {
  const no: string[] = [];
  const unknown: string[] = [];
  for (const effect of up.effects) {
    if (effect.kind === 'unknown') unknown.push(effect.what);
    if (effect.kind === 'fails') unknown.push(`it fails: ${effect.what}`);
    if (effect.kind !== 'loses') continue;
    (effect.certain ? no : unknown).push(`lost: ${effect.what}`);
  }
  const written = relationsOf(up, 'writes-rows');
  if (!down) {
    const needsScript =
      leavesTraces || no.length + unknown.length + written.size > 0;
    if (needsScript) no.push('there is no script for the way back');
    return conclude(no, unknown, [], needsScript);
  }
  judgeRows(up, down, written, no, unknown);
  for (const effect of down.effects) {
    if (effect.kind === 'unknown')
      unknown.push(`on the way back: ${effect.what}`);
    if (effect.kind === 'fails') no.push(`the way back fails: ${effect.what}`);
  }
  if (restored.differences.length > 0) {
    no.push(...restored.differences.map(what => `not restored: ${what}`));
  }
  unknown.push(...restored.unknown.map(what => `not known: ${what}`));
  // What is not understood may restore what is missing, or take away what remains.
  const isUnclear = [up, down].some(({ effects }) =>
    effects.some(({ kind }) => kind === 'unknown'),
  );
  if (isUnclear) {
    return conclude([], [...unknown, ...no], [], true);
  }
  return conclude(no, unknown, restored.differences, true);
}

/** Rows that were added have to go, and those that were there have to stay. */
function judgeRows(
  up: ScriptOutcome,
  down: ScriptOutcome,
  written: ReadonlySet<string>,
  no: string[],
  unknown: string[],
): void {
  const deleted = relationsOf(down, 'deletes-rows');
  for (const relation of written) {
    if (deleted.has(relation)) {
      unknown.push(
        `whether exactly the rows that were added to ${relation} are deleted`,
      );
    } else {
      no.push(`rows that were added to ${relation} remain`);
    }
  }
  for (const effect of down.effects) {
    if (effect.kind !== 'loses') continue;
    if (effect.rule === 'update-rows') {
      unknown.push(`whether the former values come back: ${effect.what}`);
    }
    if (effect.rule === 'change-type' && !effect.certain) {
      unknown.push(`on the way back: ${effect.what}`);
    }
  }
  for (const relation of deleted) {
    if (!written.has(relation)) {
      const gone = relationsOf(up, 'deletes-rows').has(relation);
      if (!gone)
        no.push(
          `the way back deletes rows of ${relation} that were there before`,
        );
    }
  }
  for (const relation of relationsOf(down, 'writes-rows')) {
    unknown.push(
      `whether the rows that the way back adds to ${relation} are the former ones`,
    );
  }
}

function relationsOf(
  { effects }: ScriptOutcome,
  kind: 'deletes-rows' | 'writes-rows',
): Set<string> {
  return new Set(
    effects.flatMap((effect: PlacedEffect) =>
      effect.kind === kind && 'relation' in effect ? effect.relation : [],
    ),
  );
}

function conclude(
  no: readonly string[],
  unknown: readonly string[],
  differences: readonly string[],
  needsScript: boolean,
): Reversal {
  const because = [...new Set([...no, ...unknown])];
  if (no.length > 0)
    return { verdict: 'no', because, differences, needsScript };
  if (unknown.length > 0) {
    return { verdict: 'unknown', because, differences, needsScript };
  }
  return { verdict: 'yes', because: [], differences, needsScript };
}
