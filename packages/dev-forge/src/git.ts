import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const LARGEST = 64 * 1024 * 1024;

/** Nothing of whoever started the portal: their hooks, aliases and signatures are not the host's. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/**
 * Runs git in a bare repository, or in none.
 *
 * @returns what it printed
 * @throws when it fails, with what it said, or when it prints more than 64 MiB
 */
export async function git(args: string[], folder?: string): Promise<Buffer> {
  const { stdout } = await execute(
    'git',
    folder === undefined ? args : ['--git-dir', folder, ...args],
    { env: gitEnvironment(), encoding: 'buffer', maxBuffer: LARGEST },
  );
  return stdout;
}

/** @throws an error that says what to install when git, or its part that serves HTTP, is missing */
export async function requireGit(): Promise<void> {
  let folder: string;
  try {
    folder = (await git(['--exec-path'])).toString().trim();
  } catch (error) {
    throw new Error(
      'git was not found, and the Git host of the example portal needs it; install git (on Debian: apt-get install git)',
      { cause: error },
    );
  }
  const programs = ['git-http-backend', 'git-http-backend.exe'];
  if (!programs.some(program => existsSync(path.join(folder, program)))) {
    throw new Error(
      `git has no http-backend in ${folder}, and the Git host of the example portal needs it; install it (on Alpine: apk add git-daemon)`,
    );
  }
}
