import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addAvailabilityCommand } from './availability';
import { addCascadeCommand } from './cascade';
import { addCutSetsCommand } from './cutsets';
import { addFindingsCommand } from './findings';
import { addImpactCommand } from './impact';
import { addOrderCommand } from './order';
import { addSpofCommand } from './spof';

/** `continuity graph ...`: what breaks and what holds, from a file of dependencies. */
export function addGraphCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const graph = program
    .command('graph')
    .description(
      'Ask a dependency graph in a file, without a server; impact also asks the portal',
    );
  addImpactCommand(graph, io, settle);
  addSpofCommand(graph, io, settle);
  addCutSetsCommand(graph, io, settle);
  addOrderCommand(graph, io, settle);
  addFindingsCommand(graph, io, settle);
  addAvailabilityCommand(graph, io, settle);
  addCascadeCommand(graph, io, settle);
}
