import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addAnalyzeCommand } from './analyze';
import { addRehearseCommand } from './rehearse';

/** `continuity migrations ...`: whether a schema can go back, without a server. */
export function addMigrationsCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const migrations = program
    .command('migrations')
    .description('Work with migrations of PostgreSQL, without a server');
  addAnalyzeCommand(migrations, io, settle);
  addRehearseCommand(migrations, io, settle);
}
