import type { PlacedEffect } from '../statements/effects';
import type { CodeVerdict, MigrationPhase } from '../types';

/** Whether code of one release runs on the schema of the other. */
export interface CodeJudgement {
  readonly oldCodeOnNewSchema: CodeVerdict;
  readonly newCodeOnOldSchema: CodeVerdict;
  readonly phase: MigrationPhase;
}

/** The up script decides: old code meets the new schema while a release is rolled out or back. */
export function judgeCode(effects: readonly PlacedEffect[]): CodeJudgement {
  const has = (kind: PlacedEffect['kind']) =>
    effects.some(effect => effect.kind === kind);
  const isUnknown = has('unknown');
  const oldCodeOnNewSchema = verdict(
    has('removes'),
    isUnknown,
    has('tightens'),
  );
  const newCodeOnOldSchema = verdict(has('adds'), isUnknown, has('loosens'));
  return {
    oldCodeOnNewSchema,
    newCodeOnOldSchema,
    phase: isUnknown
      ? 'unknown'
      : phaseOf(oldCodeOnNewSchema === 'runs', newCodeOnOldSchema === 'runs'),
  };
}

function verdict(
  fails: boolean,
  isUnknown: boolean,
  depends: boolean,
): CodeVerdict {
  if (fails) return 'fails';
  if (isUnknown) return 'unknown';
  return depends ? 'depends' : 'runs';
}

function phaseOf(oldRuns: boolean, newRuns: boolean): MigrationPhase {
  if (oldRuns) return newRuns ? 'neutral' : 'expand';
  return newRuns ? 'contract' : 'breaking';
}
