import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireGit } from './git.ts';

describe('requireGit', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('is content with the git of this machine', async () => {
    await expect(requireGit()).resolves.toBeUndefined();
  });

  it('says what to install without git', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'no-git-'));
    process.env.PATH = empty;
    await expect(requireGit()).rejects.toThrow('install git');
    rmSync(empty, { recursive: true });
  });
});
