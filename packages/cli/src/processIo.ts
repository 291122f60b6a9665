import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Io } from './Io';

/** The real world. */
export function createProcessIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever read the output is gone (`| head`); the exit code still tells the answer.
    stream.on('error', () => {});
  }
  return {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    colour:
      process.stdout.isTTY === true &&
      !process.env.NO_COLOR &&
      process.env.TERM !== 'dumb',
    env: process.env,
    stdin: process.stdin,
    now: Date.now,
    random: Math.random,
    sleep: milliseconds => sleep(milliseconds),
  };
}
