import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { ForgeError } from './ForgeError.ts';
import { git } from './git.ts';
import { checked, names } from './names.ts';

/** A bare repository on disk. */
export interface Repository {
  owner: string;
  name: string;
  description: string;
  /** Only who knows the token sees it. */
  isPrivate: boolean;
  folder: string;
}

/** What a repository begins as. */
export type NewRepository = Omit<Repository, 'folder'> & {
  defaultBranch: string;
};

/** By this file git itself tells what everybody may read. */
const PUBLIC = 'git-daemon-export-ok';

/** The repositories of a folder: `<owner>/<name>.git`. */
export class Repositories {
  readonly owners: readonly string[];
  readonly root: string;

  /** @param owners - who can have repositories; others are not known here */
  constructor(root: string, owners: readonly string[]) {
    this.root = root;
    this.owners = owners;
  }

  /** @throws ForgeError 404 for an owner that is not known, 409 when it exists, 422 for a bad name */
  async create(wanted: NewRepository): Promise<Repository> {
    const { owner, description, isPrivate, defaultBranch } = wanted;
    const name = checked(names.repository, 'name', wanted.name);
    const branch = checked(names.ref, 'default_branch', defaultBranch);
    if (!this.owners.includes(owner)) {
      throw new ForgeError(404, `there is no organisation "${owner}"`);
    }
    const folder = this.#folder(owner, name);
    const exists = () =>
      new ForgeError(
        409,
        `${owner} has a repository "${name}" already; choose another name`,
      );
    if (existsSync(folder)) throw exists();

    await mkdir(path.dirname(folder), { recursive: true });
    // Whole or not at all: it is made elsewhere and gets its place last.
    const made = await mkdtemp(path.join(this.root, '.new-'));
    try {
      await git(['init', '--quiet', '--bare', '--template=', made]);
      await git(['symbolic-ref', 'HEAD', `refs/heads/${branch}`], made);
      await writeFile(path.join(made, 'description'), description);
      if (!isPrivate) await writeFile(path.join(made, PUBLIC), '');
      await rename(made, folder);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      if (existsSync(folder)) throw exists();
      throw error;
    }
    return { owner, name, description, isPrivate, folder };
  }

  /** @returns nothing when there is none, also for a name that none can have */
  async find(owner: string, name: string): Promise<Repository | undefined> {
    const possible =
      this.owners.includes(owner) && names.repository.safeParse(name).success;
    const folder = possible ? this.#folder(owner, name) : '';
    if (!possible || !existsSync(path.join(folder, 'HEAD'))) return undefined;
    return {
      owner,
      name,
      description: await readFile(path.join(folder, 'description'), 'utf8'),
      isPrivate: !existsSync(path.join(folder, PUBLIC)),
      folder,
    };
  }

  /** Those of one owner, or of all, by name. */
  async list(owners = this.owners): Promise<Repository[]> {
    const found: Repository[] = [];
    for (const owner of owners) {
      const folder = path.join(this.root, owner);
      const files = existsSync(folder) ? await readdir(folder) : [];
      for (const file of files.sort()) {
        const repository = await this.find(owner, path.basename(file, '.git'));
        if (repository) found.push(repository);
      }
    }
    return found;
  }

  #folder(owner: string, name: string): string {
    return path.join(this.root, owner, `${name}.git`);
  }
}
