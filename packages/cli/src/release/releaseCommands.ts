import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addClassifyCommand } from './classify';

/** `continuity release ...`: what a release is, without a server. */
export function addReleaseCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const release = program
    .command('release')
    .description('Work with releases, without a server');
  addClassifyCommand(release, io, settle);
}
