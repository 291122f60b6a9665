import type { Io } from '../Io';

/** A world that remembers what was said and does not wait. */
export interface TestIo extends Io {
  stdout: string;
  stderr: string;
  /** How long the program wanted to wait, in milliseconds. */
  sleeps: number[];
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
    env,
    stdin,
    now: Date.now,
    random: () => 0.5,
    sleep: async milliseconds => {
      io.sleeps.push(milliseconds);
    },
  };
  return io;
}

async function* nothing(): AsyncGenerator<string> {}
