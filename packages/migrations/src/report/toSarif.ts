import type { Location, Log, ReportingConfiguration, Result } from 'sarif';
import {
  migrationRules,
  type MigrationRule,
  type MigrationSeverity,
} from '../judge/rules';
import type { PolicyVerdict } from '../judge/applyPolicy';
import type { MigrationsReport } from '../types';

/** What SARIF calls a severity (3.27.10 of the standard). */
const LEVELS = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<MigrationSeverity, ReportingConfiguration.level>;

/** Who says it. */
export interface SarifTool {
  readonly version: string;
  readonly informationUri: string;
}

/**
 * A report as SARIF 2.1.0 (OASIS), for code scanning: what the policy forbids is an
 * error, whatever the severity of its rule.
 */
export function toSarif(
  report: MigrationsReport,
  { forbidden, problems }: PolicyVerdict,
  tool: SarifTool,
): object {
  const rules = Object.entries(migrationRules);
  const findings = report.migrations.flatMap(({ findings: own }) => own);
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'continuity migrations',
            version: tool.version,
            informationUri: tool.informationUri,
            rules: rules.map(([id, rule]) => describe(id, rule)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map(
            (finding): Result => ({
              ruleId: finding.rule,
              ruleIndex: rules.findIndex(([id]) => id === finding.rule),
              level: forbidden.includes(finding)
                ? 'error'
                : LEVELS[finding.severity],
              message: {
                text: `${finding.message}. ${finding.why} ${finding.remedy}`,
              },
              locations: [place(finding.path, finding.line, finding.column)],
              properties: { direction: finding.direction },
            }),
          ),
          ...report.problems.map(
            (problem): Result => ({
              ruleId: 'unreadable-script',
              ruleIndex: rules.findIndex(([id]) => id === 'unreadable-script'),
              level: problems.includes(problem) ? 'error' : 'warning',
              message: { text: problem.why },
              locations: [place(problem.path, 1, 1)],
            }),
          ),
        ],
      },
    ],
  } satisfies Log;
}

function describe(id: string, { title, why, remedy, severity }: MigrationRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: remedy },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function place(path: string, startLine: number, startColumn: number): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(path) },
      region: { startLine, startColumn },
    },
  };
}
