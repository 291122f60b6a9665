import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  analyzeMigrations,
  readMigrations,
  type MigrationLayout,
} from './index';

interface Project {
  readonly name: string;
  readonly package: string;
  readonly folder: string;
  readonly layout: MigrationLayout;
  readonly atLeast: number;
  readonly placeholders: Readonly<Record<string, string>>;
}

/** The folders of migrations that projects publish, as npm packages hold them. */
const PROJECTS: readonly Project[] = [
  {
    name: 'Backstage, the catalog',
    package: '@backstage/plugin-catalog-backend',
    folder: 'migrations',
    layout: 'knex',
    atLeast: 40,
    placeholders: {},
  },
  {
    name: 'Graphile Worker',
    package: 'graphile-worker',
    folder: 'sql',
    layout: 'plain',
    atLeast: 15,
    placeholders: { ':GRAPHILE_WORKER_SCHEMA': 'graphile_worker' },
  },
  {
    name: 'Workflow DevKit',
    package: '@workflow/world-postgres',
    folder: 'src/drizzle/migrations',
    layout: 'plain',
    atLeast: 10,
    placeholders: {},
  },
];

/** Where a package is installed; some do not let their package.json be resolved. */
function packageFolder(name: string, from: string): string {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  const outer = path.dirname(from);
  if (outer === from) throw new Error(`${name} is not installed`);
  return packageFolder(name, outer);
}

function filesOf(name: string, folder: string) {
  const root = path.join(packageFolder(name, __dirname), folder);
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter(file => /\.(sql|js)$/.test(file))
    .map(file => ({
      path: file,
      text: readFileSync(path.join(root, file), 'utf8'),
    }));
}

describe('migrations that are in use', () => {
  it.each(PROJECTS)(
    '$name: each is read and judged',
    async ({ package: name, folder, layout, atLeast, placeholders }) => {
      const read = readMigrations(filesOf(name, folder));
      expect(read?.layout).toBe(layout);
      if (!read) return;
      const report = await analyzeMigrations(read, { placeholders });
      expect(report.migrations.length).toBeGreaterThanOrEqual(atLeast);
      expect(report.problems).toEqual([]);
      const findings = report.migrations.flatMap(one => one.findings);
      expect(
        findings.filter(({ rule }) => rule === 'unreadable-script'),
      ).toEqual([]);
      // Every statement that is not followed is one of code, not of SQL.
      expect(
        findings.filter(({ rule }) => rule === 'unknown-statement'),
      ).toEqual([]);
      for (const { reversible, because } of report.migrations) {
        expect(because.length > 0).toBe(reversible !== 'yes');
      }
    },
  );
});
