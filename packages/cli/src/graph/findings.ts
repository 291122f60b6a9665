import {
  FINDING_SEVERITIES,
  findGraphFindings,
  pathSteps,
  type DependencyGraph,
  type FindingSeverity,
  type GraphFinding,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import {
  graphCommand,
  readCount,
  requireNodes,
  type GraphFlags,
} from './graphCommand';
import { counted } from './printing';
import { repeated } from './repeated';

interface Flags extends GraphFlags {
  root?: string[];
  tier?: string[];
  severity?: FindingSeverity[];
  limit: string;
  check?: boolean;
}

/** `continuity graph findings`: what cannot hold. */
export function addFindingsCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand<Flags>(parent, 'findings', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description(
      'What cannot hold: the path, the numbers, and what would mend it',
    )
    .option(
      '--root <node>',
      'whose single points of failure count; may be repeated',
      repeated,
    )
    .option(
      '--tier <tier>',
      'tiers, the strictest first; may be repeated (default: tier-1 to the last default tier)',
      repeated,
    )
    .addOption(
      new Option(
        '--severity <severity...>',
        'list only these, and check for them alone; may be repeated (default: all)',
      ).choices(FINDING_SEVERITIES),
    )
    .option('--limit <count>', 'how many of each kind are listed', '1000')
    .option('--check', 'exit 1 when there are any');
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  requireNodes('--root', flags.root ?? [], graph);
  const result = findGraphFindings(graph, {
    roots: flags.root,
    tiers: flags.tier,
    limit: readCount('--limit', flags.limit),
  });
  const { counts, severities, truncated } = result;
  const { severity = FINDING_SEVERITIES } = flags;
  const findings = result.findings.filter(one =>
    severity.includes(one.severity),
  );
  if (flags.json) {
    io.out(`${JSON.stringify({ ...result, findings }, null, 2)}\n`);
  } else {
    io.out(findings.map(render).join('\n'));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const separator = findings.length > 0 ? '\n' : '';
    const listed = FINDING_SEVERITIES.map(one => `${severities[one]} ${one}`);
    const rest = truncated
      ? `; looked at: ${result.findings.length}, ${listed.join(', ')}`
      : `: ${listed.join(', ')}`;
    io.out(
      `${separator}${counted(total, 'finding')}${total > 0 ? rest : ''}\n`,
    );
  }
  return flags.check && findings.length > 0 ? exitCodes.failed : exitCodes.ok;
}

function render(finding: GraphFinding): string {
  const { id, severity, because, message, path, leftOut = 0, remedy } = finding;
  const steps = pathSteps({ path, leftOut });
  return `${id} (${severity})
  what: ${plainLine(message)}
  why:  ${plainLine(because)}
  path: ${plainLine(steps.join(' -> '))}
  next: ${plainLine(remedy)}
`;
}
