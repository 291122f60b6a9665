/**
 * `continuity`: ask the gate, push evidence and verify the ledger from a pipeline.
 *
 * @packageDocumentation
 */
import process from 'node:process';
import { exitCodes } from './exitCodes';
import { createProcessIo } from './processIo';
import { run } from './run';

/** Runs the command line of this process and sets its exit code. */
export async function main(): Promise<void> {
  // Whatever ends the process early must not look like an allow.
  process.exitCode = exitCodes.noAnswer;
  process.exitCode = await run(process.argv.slice(2), createProcessIo());
}
