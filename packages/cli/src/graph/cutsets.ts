import { findCutSets, type DependencyGraph } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import {
  graphCommand,
  readCount,
  requireNodes,
  type GraphFlags,
} from './graphCommand';
import { counted, writeLines, writeList } from './printing';

interface Flags extends GraphFlags {
  root: string;
  max: string;
  limit: string;
}

/** `continuity graph cutsets`: the smallest sets that bring a root down together. */
export function addCutSetsCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand<Flags>(parent, 'cutsets', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description(
      'The smallest sets of nodes that bring a root down together. Exits 1 when there are more than can be told.',
    )
    .requiredOption('--root <node>', 'what must not fall')
    .option('--max <size>', 'the largest size to look for', '4')
    .option('--limit <count>', 'how many are listed', '10000');
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  const maxSize = readCount('--max', flags.max);
  const limit = readCount('--limit', flags.limit);
  requireNodes('--root', [flags.root], graph);
  const { cutSets, complete, because } = findCutSets(graph, flags.root, {
    maxSize,
    limit,
  });
  if (flags.json) {
    writeList(io, cutSets);
    io.out('\n');
  } else {
    io.out(
      `${counted(cutSets.length, 'minimal cut set')} of ${
        flags.root
      } with up to ${counted(maxSize, 'node')}\n`,
    );
    writeLines(
      io,
      cutSets.map(set => set.join(' + ')),
      cutSets.length,
    );
  }
  if (complete) return exitCodes.ok;
  io.err(`Not all: ${because}\n`);
  return exitCodes.failed;
}
