import type { MigrationFile } from '../types';
import {
  baseName,
  compareVersions,
  sameVersions,
  titleOf,
  wholeFile,
  type LayoutReader,
} from './LayoutReader';

const NAME = /^(\d+)_(.*)\.(up|down)\.sql$/;

/**
 * golang-migrate: `<version>_<title>.up.sql` and `.down.sql`. Its driver for PostgreSQL
 * sends a file as one message.
 */
export const readGolangMigrate: LayoutReader = files => {
  const ups: [string, MigrationFile][] = [];
  const downs = new Map<string, MigrationFile>();
  const problems: { path: string; why: string }[] = [];
  for (const file of files) {
    if (!file.path.endsWith('.sql')) continue;
    const [, version, , direction] = NAME.exec(baseName(file.path)) ?? [];
    if (version === undefined) {
      problems.push({
        path: file.path,
        why: 'it is not named <version>_<title>.up.sql or .down.sql',
      });
    } else if (direction === 'up') {
      ups.push([version, file]);
    } else {
      downs.set(version, file);
    }
  }
  const migrations = ups
    .sort(([one], [other]) => compareVersions(one, other))
    .map(([version, file]) => {
      const down = downs.get(version);
      downs.delete(version);
      return {
        version,
        title: titleOf(baseName(file.path).replace(/\.up\.sql$/, '')),
        up: wholeFile(file, 'when-several'),
        ...(down && { down: wholeFile(down, 'when-several') }),
      };
    });
  for (const { path } of downs.values()) {
    problems.push({ path, why: 'there is no .up.sql of its version' });
  }
  return { migrations, problems: [...problems, ...sameVersions(migrations)] };
};
