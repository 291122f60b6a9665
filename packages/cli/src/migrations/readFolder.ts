import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  readMigrations,
  type MigrationFile,
  type MigrationFolder,
  type MigrationLayout,
} from '@continuity/migrations';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';

/** What any of the layouts looks at. */
const READ = /\.(sql|[cm]?[jt]s|java|kt|conf|toml|xml|ya?ml)$/;
const LEFT_OUT = /\.d\.[cm]?ts$|(^|\/)(node_modules|\.[^/]+)(\/|$)/;

/** More than any project has; a folder with more is not one of migrations. */
const MAX_FILES = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** A folder as it was read, and the digest of what was in it. */
export interface FolderOnDisk {
  readonly folder: MigrationFolder;
  /** Over the names and texts of all files: the same scripts have the same. */
  readonly digest: string;
}

/**
 * The migrations in a folder and the folders in it.
 *
 * @throws UsageError when there is no such folder, or no migration in it
 */
export async function readFolder(
  folder: string,
  layout: MigrationLayout | undefined,
  io: Io,
): Promise<FolderOnDisk> {
  const files = await readFiles(folder, io);
  const read = readMigrations(files, { layout });
  if (!read || read.migrations.length === 0) {
    throw new UsageError(
      `"${folder}" holds no migration${
        layout === undefined ? '' : ` of ${layout}`
      }; expected the folder that ${
        layout ?? 'Flyway, Liquibase, golang-migrate, Knex, Prisma or dbmate'
      } reads`,
    );
  }
  return { folder: read, digest: digestOf(files) };
}

function digestOf(files: readonly MigrationFile[]): string {
  const hash = createHash('sha256');
  for (const { path: name, text } of files) {
    hash.update(`${JSON.stringify([name, text])}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}

async function readFiles(folder: string, io: Io): Promise<MigrationFile[]> {
  const names = await listFiles(folder);
  if (names.length > MAX_FILES) {
    throw new UsageError(
      `"${folder}" holds ${names.length} files; expected a folder of migrations, with at most ${MAX_FILES}`,
    );
  }
  const files: MigrationFile[] = [];
  for (const name of names.sort()) {
    const text = await readText('file', path.join(folder, name), io, MAX_BYTES);
    files.push({ path: name, text });
  }
  return files;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isFile())
      .map(entry =>
        path
          .relative(folder, path.join(entry.parentPath, entry.name))
          .split(path.sep)
          .join('/'),
      )
      .filter(name => READ.test(name) && !LEFT_OUT.test(name));
  } catch (error) {
    throw new UsageError(
      `"${folder}" cannot be read: ${messageOf(error)}; expected a folder`,
    );
  }
}
