import {
  measureImpact,
  type AffectedList,
  type DependencyGraph,
} from '@continuity/engine';
import type { Command } from 'commander';
import { collect } from '../calendar/collect';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { graphCommand, requireNodes, type GraphFlags } from './graphCommand';
import { counted, writeLines, writeList } from './printing';

interface Flags extends GraphFlags {
  down?: string[];
  region?: string[];
}

/** `continuity graph impact`: who fails and degrades when something is down. */
export function addImpactCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand<Flags>(parent, 'impact', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description(
      'Who fails and who degrades when something is down, and by which path',
    )
    .option('--down <node>', 'what is down; may be repeated', collect)
    .option(
      '--region <region>',
      'a region that is down; may be repeated',
      collect,
    );
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  const { down = [], region: regions = [] } = flags;
  if (down.length === 0 && regions.length === 0) {
    throw new UsageError('--down: is missing; expected a node, or --region');
  }
  requireNodes('--down', down, graph);
  const { failed, degraded } = measureImpact(graph, { down, regions });
  if (flags.json) {
    io.out('{ "failed": ');
    writeList(io, failed);
    io.out(',\n"degraded": ');
    writeList(io, degraded);
    io.out(' }\n');
    return exitCodes.ok;
  }
  io.out(`${counted(failed.count, 'node')} down or failed\n`);
  writeLines(io, lines(failed), failed.count);
  io.out(`${counted(degraded.count, 'node')} degraded\n`);
  writeLines(io, lines(degraded), degraded.count);
  return exitCodes.ok;
}

function* lines(list: AffectedList): IterableIterator<string> {
  for (const { node, hops, path } of list) {
    yield hops === 0
      ? `${node}  down`
      : `${node}  ${counted(hops, 'hop')}: ${path.join(' -> ')}`;
  }
}
