import type {
  MigrationFinding,
  MigrationReport,
  MigrationsReport,
  PolicyVerdict,
  ScriptLoad,
} from '@continuity/migrations';
import { counted } from '../graph/printing';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';

const WORDS = {
  yes: ['REVERSIBLE', 'green'],
  no: ['NOT REVERSIBLE', 'red'],
  unknown: ['NOT KNOWN', 'yellow'],
} as const;

const COLOURS = { error: 'red', warning: 'yellow', info: 'green' } as const;

/** A report for people: each migration, what it does, and what to do about it. */
export function renderReport(
  report: MigrationsReport,
  verdict: PolicyVerdict,
  io: Io,
): string {
  return [
    ...report.migrations.map(one => renderMigration(one, verdict, io)),
    ...report.problems.map(
      ({ path, why }) =>
        `${emphasise(io, 'red', 'NOT READ')} ${plainLine(path)}
  why:  ${plainLine(why)}
`,
    ),
    summary(report, verdict, io),
  ].join('\n');
}

function renderMigration(
  migration: MigrationReport,
  verdict: PolicyVerdict,
  io: Io,
): string {
  const [word, colour] = WORDS[migration.reversible];
  const { version, title, phase, path } = migration;
  return `${emphasise(io, colour, word)} ${plainLine(version)} ${plainLine(
    title,
  )} (${phase}) ${plainLine(path)}
${facts(migration)
  .map(([name, text]) => `  ${name.padEnd(10)} ${plainLine(text)}\n`)
  .join('')}${migration.findings
    .map(finding => renderFinding(finding, verdict, io))
    .join('')}`;
}

function facts(migration: MigrationReport): [string, string][] {
  const { because, oldCodeOnNewSchema, newCodeOnOldSchema } = migration;
  const { lostGoingUp, lostGoingBack, up, down } = migration;
  return [
    ...because.map((why): [string, string] => ['because:', why]),
    [
      'code:',
      `old code on the new schema ${oldCodeOnNewSchema}, new code on the old schema ${newCodeOnOldSchema}`,
    ],
    ...loads('', up),
    ...(down ? loads('back: ', down) : []),
    ...lostGoingUp.map((what): [string, string] => ['lost:', what]),
    ...lostGoingBack.map((what): [string, string] => ['lost back:', what]),
  ];
}

function loads(
  prefix: string,
  { locks, rewrites }: ScriptLoad,
): [string, string][] {
  return [
    ...locks
      .filter(({ blocks }) => blocks !== 'nothing')
      .map(({ relation, mode, blocks }): [string, string] => [
        'locks:',
        `${prefix}${relation} ${mode}, which blocks ${blocks}`,
      ]),
    ...rewrites.map(({ relation, certain }): [string, string] => [
      'rewrites:',
      `${prefix}${relation}${certain ? '' : ', perhaps'}`,
    ]),
  ];
}

function renderFinding(
  finding: MigrationFinding,
  { forbidden }: PolicyVerdict,
  io: Io,
): string {
  const { severity, rule, path, line, column, message, why, remedy } = finding;
  const place = `${plainLine(path)}:${line}:${column}`;
  const isForbidden = forbidden.includes(finding) ? ', forbidden' : '';
  const head = `${emphasise(
    io,
    COLOURS[severity],
    severity,
  )} ${rule}${isForbidden}: ${place}`;
  if (severity === 'info' && !isForbidden) {
    return `
  ${head}
    what: ${plainLine(message)}
`;
  }
  return `
  ${head}
    what: ${plainLine(message)}
    why:  ${plainLine(why)}
    next: ${plainLine(remedy)}
`;
}

function summary(
  { migrations, layout }: MigrationsReport,
  { forbidden, problems, verdict }: PolicyVerdict,
  io: Io,
): string {
  const findings = migrations.flatMap(one => one.findings);
  const of = (severity: MigrationFinding['severity']) =>
    findings.filter(one => one.severity === severity).length;
  const going = (reversible: MigrationReport['reversible']) =>
    migrations.filter(one => one.reversible === reversible).length;
  const said =
    verdict === 'pass'
      ? emphasise(io, 'green', 'PASS')
      : emphasise(io, 'red', 'FAIL');
  return `${said} ${counted(
    migrations.length,
    'migration',
  )} of ${layout}: ${going('yes')} reversible, ${going('no')} not, ${going(
    'unknown',
  )} not known; ${counted(of('error'), 'error')}, ${counted(
    of('warning'),
    'warning',
  )}, ${counted(of('info'), 'remark')}; ${
    forbidden.length + problems.length
  } forbidden
`;
}
