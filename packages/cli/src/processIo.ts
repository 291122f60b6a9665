import { writeSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Io } from './Io';

/** What a terminal, a pipeline and a closed window end a process with. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The real world. */
export function createProcessIo(): Io {
  return {
    out: createWriter(process.stdout.fd),
    err: forgiving(createWriter(process.stderr.fd)),
    colour:
      process.stdout.isTTY === true &&
      !process.env.NO_COLOR &&
      process.env.TERM !== 'dumb',
    isWatched: process.stderr.isTTY === true,
    env: process.env,
    stdin: process.stdin,
    now: Date.now,
    random: Math.random,
    sleep: milliseconds => sleep(milliseconds),
    onInterrupt: work => {
      // Also the second time: what is being removed must be removed.
      for (const signal of SIGNALS) process.on(signal, work);
      return () => {
        for (const signal of SIGNALS) process.removeListener(signal, work);
      };
    },
  };
}

/** How long a reader that is slower than the writer is waited for at a time. */
const PAUSE_MS = 5;

/**
 * Writes all of a text before it returns: a stream would hold gigabytes in memory, or lose
 * them where the other end does not take them at once.
 *
 * @throws Error when it cannot be written. Not when whoever read it is gone (`| head`);
 * the exit code still tells the answer.
 */
function createWriter(fd: number): (text: string) => void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let isGone = false;
  return text => {
    const octets = Buffer.from(text);
    for (let at = 0; at < octets.length && !isGone; ) {
      try {
        at += writeSync(fd, octets, at);
      } catch (error) {
        const code = codeOf(error);
        if (code === 'EPIPE') isGone = true;
        else if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, PAUSE_MS);
        else throw new Error(`the output cannot be written: ${code}`);
      }
    }
  };
}

/** What is said beside the answer is worth no failure of its own. */
function forgiving(write: (text: string) => void): (text: string) => void {
  return text => {
    try {
      write(text);
    } catch {
      // There is nowhere left to say so.
    }
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : String(error);
}
