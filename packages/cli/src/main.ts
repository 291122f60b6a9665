import { ResponseError } from '@backstage/errors';
import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { evidencePush } from './commands/evidencePush';
import { gate, type GateOptions, gateRequest } from './commands/gate';
import {
  ledgerVerify,
  type LedgerVerifyOptions,
} from './commands/ledgerVerify';
import { exitCodes, NoAnswerError, UsageError } from './exitCodes';
import { connect, type ConnectionOptions } from './http/connection';
import { describe } from './http/retrying';
import { readEvidenceFile } from './input/evidenceFile';
import type { Terminal } from './terminal';

/**
 * Runs the command line.
 *
 * @param args - without the program's own name
 * @returns the exit code; see `exitCodes`
 */
export async function main(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = createProgram(terminal, finish);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, args[0] === 'gate', terminal);
  }
}

function createProgram(
  terminal: Terminal,
  finish: (code: number) => void,
): Command {
  const program = new Command('continuity')
    .description('May this be deployed there now, and can we get back in time?')
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.out(text.trimEnd()),
      writeErr: text => terminal.err(text.trimEnd()),
    });
  const note = (line: string) => terminal.err(line);

  talksToPortal(program.command('gate'))
    .description('Ask the gate: exit 0 allow, 10 deny, 11 needs approval')
    .requiredOption('--entity <ref>', 'what is to be deployed')
    .requiredOption('--environment <name>', 'where to')
    .option('--region <name>', 'only this region of the environment')
    .option('--class <class>', 'standard, major or emergency', 'standard')
    .option('--digest <sha256:...>', 'what exactly is to be deployed')
    .option('--change <id>', 'the change request')
    .option('--at <time>', 'ask about another moment, ISO 8601')
    .option('--dry-run', 'ask without recording the decision')
    .option('--idempotency-key <key>', 'same key, same decision')
    .option('--json', "print the API's answer")
    .action(async (options: GateOptions & ConnectionOptions) => {
      const request = gateRequest(options);
      finish(await gate(request, options, connect(options, note), terminal));
    });

  const evidence = program.command('evidence').description('Report evidence');
  talksToPortal(evidence.command('push'))
    .description(
      'Push evidence from a file: JSON or NDJSON, - for standard input',
    )
    .requiredOption('--file <file>', 'the evidence')
    .action(async (options: { file: string } & ConnectionOptions) => {
      const lines = readEvidenceFile(options.file);
      finish(await evidencePush(lines, connect(options, note), terminal));
    });

  const ledger = program.command('ledger').description('The decision ledger');
  talksToPortal(ledger.command('verify'))
    .description('Recompute the whole ledger; exit 1 names the first bad entry')
    .option('--file <file>', 'a saved ledger instead of a server')
    .option('--checkpoint <file>', 'hold it against a checkpoint kept before')
    .option('--save-checkpoint <file>', 'keep the checkpoint that was reached')
    .option('--save <file>', 'keep the entries, one a line')
    .option('--json', 'print the outcome as JSON')
    .action(async (options: LedgerVerifyOptions & ConnectionOptions) => {
      const client = () => connect(options, note);
      finish(await ledgerVerify(options, client, terminal));
    });
  return program;
}

function talksToPortal(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', 'the portal')
        .env('CONTINUITY_URL')
        .default('http://localhost:7007'),
    )
    .addOption(
      new Option('--token <token>', 'external access token').env(
        'CONTINUITY_TOKEN',
      ),
    )
    .option('--timeout <time>', 'for one attempt', '30s')
    .option('--retries <n>', 'after a failed attempt', '3')
    .option('--ca-file <file>', 'PEM of an own certificate authority');
}

/** Says what went wrong on stderr and turns it into an exit code that is never an allow. */
function explain(
  error: unknown,
  asksGate: boolean,
  terminal: Terminal,
): number {
  if (error instanceof CommanderError) {
    // Commander has printed it already; help and version are no mistakes.
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  if (error instanceof UsageError) {
    terminal.err(error.message);
    return exitCodes.usage;
  }
  if (error instanceof ResponseError && error.statusCode === 400) {
    terminal.err(`The server refused the question: ${error.cause.message}`);
    return exitCodes.usage;
  }
  const consequence = asksGate ? ' A pipeline must treat this as deny.' : '';
  terminal.err(`No answer: ${reasonOf(error)}.${consequence}`);
  return exitCodes.noAnswer;
}

function reasonOf(error: unknown): string {
  if (error instanceof NoAnswerError) return error.message;
  if (error instanceof z.ZodError) {
    return 'what the server sent is not a ledger';
  }
  if (error instanceof ResponseError) {
    const { statusCode } = error;
    if (statusCode === 401) {
      return 'the portal does not know the token (401); check CONTINUITY_TOKEN';
    }
    if (statusCode === 403) {
      return "the token lacks the permission (403); check its accessRestrictions in the portal's configuration";
    }
    if (statusCode === 404) {
      return 'there is no Continuity at this address (404); check --url';
    }
    return `status ${statusCode}, ${error.cause.message}`;
  }
  return describe(error);
}
