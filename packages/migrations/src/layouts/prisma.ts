import {
  baseName,
  titleOf,
  wholeFile,
  type LayoutReader,
} from './LayoutReader';

/**
 * Prisma Migrate: a folder a migration with `migration.sql`, in the order of their names.
 * It has no way back; a `down.sql` beside it counts, as its guide for down migrations
 * names it. The script is sent as one message.
 */
export const readPrisma: LayoutReader = files => {
  const downs = new Map(
    files
      .filter(({ path }) => baseName(path) === 'down.sql')
      .map(file => [folderOf(file.path), file]),
  );
  const migrations = files
    .filter(({ path }) => baseName(path) === 'migration.sql')
    .map(file => {
      const folder = folderOf(file.path);
      const name = baseName(folder);
      const down = downs.get(folder);
      return {
        version: /^\d+/.exec(name)?.[0] ?? name,
        title: titleOf(name),
        up: wholeFile(file, 'when-several'),
        ...(down && { down: wholeFile(down, 'when-several') }),
      };
    });
  return { migrations, problems: [] };
};

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
