import type { Io } from '../Io';

/** A world that remembers what was said and does not wait. */
export interface TestIo extends Io {
  stdout: string;
  stderr: string;
  /** How long the program wanted to wait, in milliseconds. */
  sleeps: number[];
  /** What a signal would do now. Absent: it would end the program. */
  interrupt?: () => void;
}

export function createTestIo(
  env: Io['env'] = {},
  stdin: AsyncIterable<string> = nothing(),
): TestIo {
  const io: TestIo = {
    stdout: '',
    stderr: '',
    sleeps: [],
    out: text => {
      io.stdout += text;
    },
    err: text => {
      io.stderr += text;
    },
    colour: false,
    isWatched: false,
    env,
    stdin,
    now: Date.now,
    random: () => 0.5,
    sleep: async milliseconds => {
      io.sleeps.push(milliseconds);
    },
    onInterrupt: work => {
      io.interrupt = work;
      return () => {
        io.interrupt = undefined;
      };
    },
  };
  return io;
}

async function* nothing(): AsyncGenerator<string> {}
