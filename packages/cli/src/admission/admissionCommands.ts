import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addServeCommand } from './serve';

/** `continuity admission ...`: the gate in front of a Kubernetes cluster. */
export function addAdmissionCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const admission = program
    .command('admission')
    .description('Put the gate in front of a Kubernetes cluster');
  addServeCommand(admission, io, settle);
}
