import { CommanderError } from 'commander';
import { createProgram } from './createProgram';
import { exitCodes, type ExitCode } from './exitCodes';
import { messageOf, NoAnswerError, UsageError } from './failures';
import type { Io } from './Io';
import { plainLine } from './output/plainLine';

/**
 * Runs one command.
 *
 * @param args - the arguments without the executable, e.g. `['gate', '--entity', ...]`
 * @returns the exit code; never throws
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let outcome: ExitCode = exitCodes.noAnswer;
  const program = createProgram(io, code => {
    outcome = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome;
  } catch (error) {
    return explain(error, args, io);
  }
}

function explain(error: unknown, args: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong; help and version are no errors.
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  if (error instanceof UsageError) {
    io.err(`error: ${plainLine(error.message)}\n`);
    return exitCodes.usage;
  }
  const unexpected = error instanceof NoAnswerError ? '' : 'unexpected: ';
  io.err(`NO ANSWER: ${unexpected}${plainLine(messageOf(error))}\n`);
  if (args[0] === 'gate') {
    io.err('No answer is not an allow: a pipeline must treat it as deny.\n');
  }
  return exitCodes.noAnswer;
}
