import { compareSchemas } from '../schema/compareSchemas';
import type { SchemaModel } from '../schema/SchemaModel';
import type { Migration, MigrationFinding, MigrationReport } from '../types';
import { findInScript } from './findInScript';
import { judgeCode } from './judgeCode';
import { judgeReversal, type Reversal } from './judgeReversal';
import { migrationRules, type RuleId } from './rules';
import type { ScriptOutcome } from './runScript';
import { loadOf } from './scriptLoad';

/** The schema at its moments. */
export interface Schemas {
  readonly before: SchemaModel;
  readonly after: SchemaModel;
  /** After up and down. */
  readonly back: SchemaModel;
}

/** Puts together what is known about one migration. */
export function judgeMigration(
  { version, title }: Migration,
  { up, down }: { up: ScriptOutcome; down: ScriptOutcome | undefined },
  { before, after, back }: Schemas,
): MigrationReport {
  const code = judgeCode(up.effects);
  const changes = compareSchemas(before, after);
  const reversal = judgeReversal(up, down, {
    restored: compareSchemas(before, back),
    leavesTraces: changes.differences.length + changes.unknown.length > 0,
  });
  return {
    version,
    title,
    path: up.path,
    ...(down && { downPath: down.path }),
    reversible: reversal.verdict,
    because: reversal.because,
    ...code,
    lostGoingUp: lostIn(up),
    lostGoingBack: down ? lostIn(down) : [],
    up: loadOf(up.effects),
    ...(down && { down: loadOf(down.effects) }),
    findings: [
      ...findInScript(up, 'up'),
      ...wayBack(reversal, up, down, code.oldCodeOnNewSchema === 'runs'),
      ...(down ? findInScript(down, 'down') : []),
    ],
  };
}

function lostIn({ effects }: ScriptOutcome): string[] {
  const lost = effects.flatMap(effect =>
    effect.kind === 'loses' ? effect.what : [],
  );
  return [...new Set(lost)];
}

/** Findings about the migration as a whole. */
function wayBack(
  { differences, needsScript }: Reversal,
  up: ScriptOutcome,
  down: ScriptOutcome | undefined,
  oldCodeRuns: boolean,
): MigrationFinding[] {
  const finding = (
    rule: RuleId,
    message: string,
    { path }: ScriptOutcome,
    direction: 'down' | 'up',
  ): MigrationFinding => ({
    rule,
    ...pick(rule),
    direction,
    message,
    path,
    line: 1,
    column: 1,
  });
  if (!down) {
    if (!needsScript) return [];
    const rule = oldCodeRuns ? 'no-down-script' : 'no-way-back';
    return [finding(rule, 'No script takes this migration back', up, 'up')];
  }
  if (differences.length === 0) return [];
  const named = differences.slice(0, 5).join('; ');
  const more =
    differences.length > 5 ? `; and ${differences.length - 5} more` : '';
  return [
    finding(
      'down-does-not-restore',
      `After up and down: ${named}${more}`,
      down,
      'down',
    ),
  ];
}

function pick(rule: RuleId) {
  const { severity, why, remedy } = migrationRules[rule];
  return { severity, why, remedy };
}
