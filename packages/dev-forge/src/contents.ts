import { git } from './git.ts';
import { checked, names } from './names.ts';
import type { Repository } from './Repositories.ts';

/** What is in a folder of a repository. */
export interface Entry {
  name: string;
  path: string;
  type: 'dir' | 'file' | 'submodule' | 'symlink';
  sha: string;
  /** In bytes; 0 of what is no file. */
  size: number;
}

/** What stands under a path at a commit. */
export type Content =
  | { type: 'dir'; sha: string; entries: Entry[] }
  | { type: 'file'; sha: string; bytes: Buffer };

/** The branch that is shown when none is named; none while nothing was pushed. */
export async function defaultBranchOf({
  folder,
}: Repository): Promise<string | undefined> {
  const head = await git(['symbolic-ref', '--short', 'HEAD'], folder);
  const branches = await branchesOf(folder);
  const named = head.toString().trim();
  return branches.includes(named) ? named : branches[0];
}

async function branchesOf(folder: string): Promise<string[]> {
  const printed = await git(
    ['for-each-ref', '--format=%(refname:short)', 'refs/heads'],
    folder,
  );
  return printed.toString().split('\n').filter(Boolean);
}

/**
 * @param ref - a branch, a tag or a commit
 * @returns the full hash, or nothing when there is no such commit
 * @throws ForgeError 422 for what is no ref
 */
export async function commitOf({ folder }: Repository, ref: string) {
  return resolve(folder, `${checked(names.ref, 'ref', ref)}^{commit}`);
}

/**
 * @param commit - as {@link commitOf} returned it
 * @param at - from the top of the repository; empty for the top
 * @returns nothing when there is no such path
 * @throws ForgeError 422 for a path that leads elsewhere
 */
export async function contentOf(
  { folder }: Repository,
  commit: string,
  at: string,
): Promise<Content | undefined> {
  const path = checked(names.path, 'path', at);
  const sha = await resolve(folder, `${commit}:${path}`);
  if (!sha) return undefined;
  const type = (await git(['cat-file', '-t', sha], folder)).toString().trim();
  if (type === 'blob') {
    return {
      type: 'file',
      sha,
      bytes: await git(['cat-file', 'blob', sha], folder),
    };
  }
  const printed = await git(['ls-tree', '-z', '--long', sha], folder);
  const lines = printed.toString().split('\0').filter(Boolean);
  return { type: 'dir', sha, entries: lines.map(line => entry(line, path)) };
}

/** A line of `git ls-tree --long`: mode, type, hash and size, then the name. */
function entry(line: string, folder: string): Entry {
  const tab = line.indexOf('\t');
  const [mode, kind, sha, size] = line.slice(0, tab).split(/ +/);
  const name = line.slice(tab + 1);
  return {
    name,
    path: folder ? `${folder}/${name}` : name,
    type: typeOf(mode, kind),
    sha,
    size: Number(size) || 0,
  };
}

function typeOf(mode: string, kind: string): Entry['type'] {
  if (kind === 'tree') return 'dir';
  if (kind === 'commit') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}

async function resolve(folder: string, revision: string) {
  try {
    const printed = await git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', revision],
      folder,
    );
    return printed.toString().trim();
  } catch {
    return undefined;
  }
}
