import { Command } from 'commander';
import { version } from '../package.json';
import { addAdmissionCommands } from './admission/admissionCommands';
import { addBaselineCommands } from './baseline/baselineCommands';
import { addCalendarCommands } from './calendar/calendarCommands';
import { addDecisionCommands } from './decision/decisionCommands';
import { addDriftCommand } from './drift/driftCommand';
import { addEvidenceCommands } from './evidence/evidenceCommands';
import type { ExitCode } from './exitCodes';
import { addGateCommand } from './gate/gateCommand';
import { addGraphCommands } from './graph/graphCommands';
import type { Io } from './Io';
import { addLedgerCommands } from './ledger/ledgerCommands';
import { addMigrationsCommands } from './migrations/migrationsCommands';
import { addReleaseCommands } from './release/releaseCommands';

/** What a command does with its outcome. */
export type Settle = (code: ExitCode) => void;

/** The command line with all its commands; a command hands its exit code to `settle`. */
export function createProgram(io: Io, settle: Settle): Command {
  const program = new Command('continuity')
    .description(
      'Asks Continuity for Backstage from a pipeline: may this be deployed there now?',
    )
    .version(version)
    // Before any command is added: they inherit it.
    .exitOverride()
    // An option of a command that has one of its own below is the one's behind which it stands.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: text => io.out(text),
      writeErr: text => io.err(text),
    })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Exit codes:
  0   allow, or done        10  deny
  1   rejected, or broken   11  needs approval
  2   wrong usage            3  no answer: treat it as deny

Environment:
  CONTINUITY_URL, CONTINUITY_TOKEN            where the portal is, and who asks
  CONTINUITY_DATABASE_URL                     where migrations are rehearsed
  HTTP_PROXY, HTTPS_PROXY, NO_PROXY           the way there
  NODE_EXTRA_CA_CERTS                         certificates to trust besides the usual`,
    );
  addGateCommand(program, io, settle);
  addDecisionCommands(program, io, settle);
  addCalendarCommands(program, io, settle);
  addGraphCommands(program, io, settle);
  addReleaseCommands(program, io, settle);
  addMigrationsCommands(program, io, settle);
  addDriftCommand(program, io, settle);
  addBaselineCommands(program, io, settle);
  addEvidenceCommands(program, io, settle);
  addLedgerCommands(program, io, settle);
  addAdmissionCommands(program, io, settle);
  return program;
}
