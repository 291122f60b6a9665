import { orderGraph, type DependencyGraph } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { graphCommand, type GraphFlags } from './graphCommand';
import { counted, writeList } from './printing';

/** `continuity graph order`: waves for deployment and recovery. */
export function addOrderCommand(parent: Command, io: Io, settle: Settle) {
  graphCommand(parent, 'order', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  ).description(
    'Waves for deployment and recovery, dependencies first; circles stay together',
  );
}

function answer(graph: DependencyGraph, flags: GraphFlags, io: Io) {
  const { waves, components, softIgnored } = orderGraph(graph);
  if (flags.json) {
    writeList(io, waves);
    io.out('\n');
    return exitCodes.ok;
  }
  waves.forEach((wave, index) => {
    const more = wave.length > 20 ? ` and ${wave.length - 20} more` : '';
    io.out(`${index + 1}. ${plainLine(wave.slice(0, 20).join(', '))}${more}\n`);
  });
  for (const circle of components) {
    io.out(`In a circle, so together: ${plainLine(circle.join(', '))}\n`);
  }
  if (softIgnored > 0) {
    io.out(
      `${counted(
        softIgnored,
        'soft dependency lies on a circle and was',
        'soft dependencies lie on circles and were',
      )} not followed.\n`,
    );
  }
  return exitCodes.ok;
}
