import { findSinglePoints, type DependencyGraph } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { graphCommand, requireNodes, type GraphFlags } from './graphCommand';
import { counted, writeLines, writeList } from './printing';
import { repeated } from './repeated';

interface Flags extends GraphFlags {
  root?: string[];
}

/** `continuity graph spof`: whose failure alone brings a root down. */
export function addSpofCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand<Flags>(parent, 'spof', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description(
      'Nodes whose failure alone brings a root down, most roots first',
    )
    .option(
      '--root <node>',
      'what must not fall; may be repeated (default: nodes of kind business-function, else those that nothing depends on)',
      repeated,
    );
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  requireNodes('--root', flags.root ?? [], graph);
  const points = findSinglePoints(graph, flags.root);
  if (flags.json) {
    writeList(io, points);
    io.out('\n');
    return exitCodes.ok;
  }
  io.out(
    `${counted(points.count, 'single point')} of failure of ${counted(
      points.roots.length,
      'root',
    )}\n`,
  );
  writeLines(io, lines(points), points.count);
  return exitCodes.ok;
}

function* lines(
  points: ReturnType<typeof findSinglePoints>,
): IterableIterator<string> {
  for (const { node, roots } of points) {
    const shown = roots.slice(0, 5).join(', ');
    const more = roots.length > 5 ? ` and ${roots.length - 5} more` : '';
    yield `${node}  ${counted(roots.length, 'root')}: ${shown}${more}`;
  }
}
