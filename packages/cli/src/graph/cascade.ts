import {
  describeDuration,
  durationSeconds,
  isDuration,
  simulateCascade,
  type Breach,
  type DependencyGraph,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import {
  graphCommand,
  requireNodes,
  requireRegions,
  type GraphFlags,
} from './graphCommand';
import { counted, writeLines } from './printing';
import { repeated } from './repeated';

interface Flags extends GraphFlags {
  down?: string[];
  region?: string[];
  for: string;
}

/** `continuity graph cascade`: an outage from its beginning until everything is back. */
export function addCascadeCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand<Flags>(parent, 'cascade', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description('Who breaks which objective when, in an outage of some length')
    .requiredOption('--for <duration>', 'how long it lasts, e.g. PT3H')
    .option('--down <node>', 'what is down; may be repeated', repeated)
    .option(
      '--region <region>',
      'a region that is down; may be repeated',
      repeated,
    );
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  const { down = [], region: regions = [] } = flags;
  if (down.length === 0 && regions.length === 0) {
    throw new UsageError('--down: is missing; expected a node, or --region');
  }
  if (!isDuration(flags.for)) {
    throw new UsageError(
      `--for: "${flags.for}" is not an ISO 8601 duration, e.g. PT3H`,
    );
  }
  requireNodes('--down', down, graph);
  requireRegions('--region', regions, graph);
  const cascade = simulateCascade(graph, {
    down,
    regions,
    lengthSeconds: durationSeconds(flags.for),
  });
  if (flags.json) {
    io.out(`${JSON.stringify(cascade, null, 2)}\n`);
    return exitCodes.ok;
  }
  const { nodes, breaches, backSeconds, exact, missing, absorbed } = cascade;
  io.out(`${counted(breaches.length, 'broken objective')}\n`);
  writeLines(io, breaches.map(describe), breaches.length);
  io.out(`${counted(nodes.length, 'node')} failed or degraded\n`);
  writeLines(
    io,
    nodes.map(
      node =>
        `${node.node}  ${node.state}, back after ${
          node.exact ? '' : 'at least '
        }${inWords(node.backSeconds)}`,
    ),
    nodes.length,
  );
  io.out(
    `All is back after ${exact ? '' : 'at least '}${inWords(backSeconds)}.\n`,
  );
  if (absorbed.length > 0) {
    io.out('Held by a group that can do without what it lost:\n');
    writeLines(
      io,
      absorbed.map(
        ({ owner, group, failed, left, minAvailable }) =>
          `${owner}  group ${group} loses ${failed.join(
            ', ',
          )}; left: ${left.join(', ')}, needed: ${minAvailable}`,
      ),
      absorbed.length,
    );
  }
  if (missing.length > 0) {
    io.out('No recovery time is declared for:\n');
    writeLines(io, missing, missing.length);
  }
  return exitCodes.ok;
}

function describe(breach: Breach): string {
  const path = breach.path.join(' -> ');
  return breach.objective === 'rto'
    ? `${breach.node}  RTO of ${inWords(breach.objectiveSeconds)}: back after ${
        breach.exact ? '' : 'at least '
      }${inWords(breach.backSeconds)}; ${path}`
    : `${breach.node}  RPO of ${inWords(
        breach.objectiveSeconds,
      )}: may lose ${inWords(breach.lossSeconds)}; ${path}`;
}

function inWords(seconds: number): string {
  return describeDuration(`PT${Number(seconds.toFixed(3))}S`);
}
