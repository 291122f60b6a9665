import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import type { Io } from '../Io';
import { addCheckCommand } from './check';
import { addExpandCommand } from './expand';
import { addExportCommand } from './export';
import { addImportCommand } from './import';
import { addLintCommand } from './lint';
import { addNextCommand } from './next';

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
  addCheckCommand(calendar, io, settle);
  addNextCommand(calendar, io, settle);
  addLintCommand(calendar, io, settle);
  addImportCommand(calendar, io, settle);
  addExportCommand(calendar, io, settle);
}
