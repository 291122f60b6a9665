import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { ManifestFile } from './rendered';

/** More than a repository of manifests has; of a larger one a folder is named. */
const MAX_FILES = 5_000;
const MAX_BYTES = 2_000_000;

/**
 * The YAML files of a workspace. Links are not followed: they may lead out of it.
 *
 * @throws InputError when there are more than can be read at once
 */
export async function readFiles(workspace: string): Promise<ManifestFile[]> {
  const found: ManifestFile[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(workspace, folder), {
      withFileTypes: true,
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const own = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['.git', 'node_modules'].includes(entry.name)) await visit(own);
      } else if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) {
        if (found.length === MAX_FILES) {
          throw new InputError(
            `The workspace holds more than ${MAX_FILES} YAML files; fetch only the folder of the manifests`,
          );
        }
        const target = path.join(workspace, own);
        const { size } = await lstat(target);
        if (size <= MAX_BYTES) {
          found.push({ path: own, text: await readFile(target, 'utf8') });
        }
      }
    }
  };
  await visit('');
  return found;
}
