import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addExpandCommand } from './expand';

/** `continuity calendar ...`: everything about windows that needs no server. */
export function addCalendarCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const calendar = program
    .command('calendar')
    .description('Work with freeze calendars, without a server');
  addExpandCommand(calendar, io, settle);
}
