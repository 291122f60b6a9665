import type { DescribedChanges } from './describeChanges';
import type { KnownObject } from './objects';
import type {
  Comparison,
  DriftProblem,
  DriftReport,
  ObjectDrift,
  ObjectRef,
  RuleFinding,
} from './types';

const NOTHING = { changes: [], unlisted: 0, ignored: [], notes: [] };

/** Adds up what was found, object by object. */
export class Tally {
  readonly #objects: ObjectDrift[] = [];
  readonly #counts = {
    desired: 0,
    inSync: 0,
    changed: 0,
    missing: 0,
    extra: 0,
    fields: 0,
    unauthorised: 0,
    unattributed: 0,
    ignored: 0,
  };

  compared(
    { ref, source }: { ref: ObjectRef; source: string },
    described: DescribedChanges,
    notes: readonly string[],
  ): void {
    const { changes, unlisted, ignored } = described;
    const counts = this.#counts;
    const fields = changes.length + unlisted;
    counts.desired += 1;
    counts.fields += fields;
    counts.unauthorised += described.unauthorised;
    counts.unattributed += described.unattributed;
    counts.ignored += ignored.length;
    const state = fields > 0 ? 'changed' : 'in-sync';
    if (state === 'changed') counts.changed += 1;
    else counts.inSync += 1;
    if (fields + ignored.length + notes.length === 0) return;
    this.#objects.push({
      ref,
      state,
      source,
      changes,
      unlisted,
      ignored,
      notes,
    });
  }

  missing({ ref, source }: KnownObject): void {
    this.#counts.desired += 1;
    this.#counts.missing += 1;
    this.#objects.push({ ref, state: 'missing', source, ...NOTHING });
  }

  extra({ ref, source }: KnownObject): void {
    this.#counts.extra += 1;
    this.#objects.push({ ref, state: 'extra', source, ...NOTHING });
  }

  report(
    comparison: Comparison,
    problems: readonly DriftProblem[],
    rules: readonly RuleFinding[],
  ): DriftReport {
    const { changed, missing, extra } = this.#counts;
    const calm = problems.length > 0 ? 'unknown' : 'in-sync';
    return {
      outcome: changed + missing + extra > 0 ? 'drifted' : calm,
      comparison,
      counts: { ...this.#counts },
      objects: [...this.#objects],
      problems,
      rules,
    };
  }
}
