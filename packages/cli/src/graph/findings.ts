import {
  findGraphFindings,
  type DependencyGraph,
  type GraphFinding,
} from '@continuity/engine';
import type { Command } from 'commander';
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
  const { findings, counts, truncated } = result;
  if (flags.json) {
    io.out(`${JSON.stringify(result, null, 2)}\n`);
  } else {
    io.out(findings.map(render).join('\n'));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const separator = findings.length > 0 ? '\n' : '';
    const rest = truncated ? `, ${findings.length} of them above` : '';
    io.out(`${separator}${counted(total, 'finding')}${rest}\n`);
  }
  return flags.check && findings.length > 0 ? exitCodes.failed : exitCodes.ok;
}

function render({ id, message, path, remedy }: GraphFinding): string {
  return `${id}
  what: ${plainLine(message)}
  path: ${plainLine(path.join(' -> '))}
  next: ${plainLine(remedy)}
`;
}
