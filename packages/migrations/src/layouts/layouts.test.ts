import type { MigrationFile, MigrationLayout } from '../types';
import { readMigrations } from './readMigrations';

function files(texts: Record<string, string>): MigrationFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** Versions in order, each with whether there is a way back, and its transaction. */
function seen(texts: Record<string, string>, layout?: MigrationLayout) {
  const folder = readMigrations(files(texts), { layout });
  return {
    layout: folder?.layout,
    migrations: folder?.migrations.map(
      ({ version, title, down, up }) =>
        `${version} ${title}${down ? ', back' : ''}, ${up.transaction}`,
    ),
    problems: folder?.problems.map(({ path, why }) => `${path}: ${why}`),
  };
}

const X = 'SELECT 1;';

describe('layouts of migrations', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'flyway: versions by their numbers, undone by U, R last',
      {
        'R__views.sql': X,
        'V10__ten.sql': X,
        'V2__two_words.sql': X,
        'V2.1__between.sql': X,
        'U2__two_words.sql': X,
        'V11__index.sql': 'CREATE INDEX CONCURRENTLY i ON t (a);',
        'V12__mixed.sql': 'SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a);',
        'V13__off.sql': X,
        'V13__off.sql.conf': 'executeInTransaction=false',
        'README.sql': X,
        'V2_0__twice.sql': X,
      },
      {
        layout: 'flyway',
        migrations: [
          '2.0 twice, true',
          '2 two words, back, true',
          '2.1 between, true',
          '10 ten, true',
          '11 index, false',
          '12 mixed, true',
          '13 off, false',
          'R views views, true',
        ],
        problems: [
          'README.sql: it is not named V<version>__<title>.sql, so Flyway leaves it out',
          'V2__two_words.sql: it has version 2, as has V2_0__twice.sql',
        ],
      },
    ],
    [
      'liquibase: a changeset a migration',
      {
        'a.sql': `--liquibase formatted sql
--changeset ann:1
CREATE TABLE a (id int);
--rollback DROP TABLE a;

--changeset ann:2 runInTransaction:false
CREATE INDEX CONCURRENTLY i ON a (id);
--changeset ann:3 dbms:mysql
ALTER TABLE a ENGINE = InnoDB;
--changeset ann:4
DROP TABLE a;
--rollback empty
`,
        'b.sql': X,
      },
      {
        layout: 'liquibase',
        migrations: ['ann:1 1, back, true', 'ann:2 2, false', 'ann:4 4, true'],
        problems: ['b.sql: it does not begin with --liquibase formatted sql'],
      },
    ],
    [
      'golang-migrate: one message a file',
      {
        '10_b.up.sql': X,
        '2_a.up.sql': X,
        '2_a.down.sql': X,
        '3_lost.down.sql': X,
        '10_c.up.sql': X,
      },
      {
        layout: 'golang-migrate',
        migrations: [
          '2 a, back, when-several',
          '10 b, when-several',
          '10 c, when-several',
        ],
        problems: [
          '3_lost.down.sql: there is no .up.sql of its version',
          '10_c.up.sql: it has version 10, as has 10_b.up.sql',
        ],
      },
    ],
    [
      'prisma: a folder a migration, back only with a down.sql',
      {
        'migration_lock.toml': 'provider = "postgresql"',
        '20260101_init/migration.sql': X,
        '20260102_more/migration.sql': X,
        '20260102_more/down.sql': X,
      },
      {
        layout: 'prisma',
        migrations: [
          '20260101 init, when-several',
          '20260102 more, back, when-several',
        ],
        problems: [],
      },
    ],
    [
      'dbmate: two sections of one file',
      {
        '1_a.sql': '-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n',
        '2_b.sql':
          '-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\n',
        'schema.sql': X,
        'notes.sql': X,
      },
      {
        layout: 'dbmate',
        migrations: ['1 a, back, true', '2 b, false'],
        problems: ['notes.sql: it has no -- migrate:up'],
      },
    ],
    [
      'knex: modules that export up',
      {
        '1_a.js':
          'exports.up = async k => {}; exports.down = async k => k.schema.dropTable("a");',
        '2_b.ts':
          'export async function up(k: Knex) {} export async function down(k: Knex) {} export const config = { transaction: false };',
        '3_c.mjs': 'const up = async k => {}; export { up };',
        'helper.js': 'exports.help = 1;',
        'types.d.ts': 'export declare const up: 1;',
      },
      {
        layout: 'knex',
        migrations: ['1 a, back, true', '2 b, false', '3 c, true'],
        problems: [
          'helper.js: it exports no up, so Knex does not take it for a migration',
        ],
      },
    ],
    [
      'plain: a way back beside, in a folder of its own, or in one of the other direction',
      {
        'a.up.sql': X,
        'a.down.sql': X,
        'b/up.sql': X,
        'b/down.sql': X,
        'up/c.sql': X,
        'down/c.sql': X,
        'd.sql': X,
        'd.undo.sql': X,
        'e.sql': X,
        'f.rollback.sql': X,
      },
      {
        layout: 'plain',
        migrations: [
          'a a, back, undefined',
          'b b, back, undefined',
          'c c, back, undefined',
          'd d, back, undefined',
          'e e, undefined',
        ],
        problems: [
          'f.rollback.sql: it is a way back, and there is no script for the way there',
        ],
      },
    ],
  ])('%s', (_, texts, expected) => {
    expect(seen(texts)).toEqual(expected);
  });

  it('has nothing to read where there is no migration', () => {
    expect(readMigrations(files({ 'README.md': 'none' }))).toBeUndefined();
    expect(readMigrations([])).toBeUndefined();
  });

  it('reads as it is told to', () => {
    expect(
      seen({ 'a.up.sql': X, 'a.down.sql': X }, 'golang-migrate'),
    ).toMatchObject({ migrations: [], problems: [{}, {}] });
  });

  it('does not run both directions of a tool whose marks it does not know', () => {
    const folder = readMigrations(
      files({ '1.sql': '-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;' }),
    );
    expect(folder?.migrations[0].up.parts).toEqual([
      expect.objectContaining({ kind: 'unknown', rule: 'unreadable-script' }),
    ]);
  });

  it('keeps the places of what stands in one file', () => {
    const folder = readMigrations(
      files({
        'a.sql':
          '--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n--rollback DROP TABLE a;\n',
      }),
    );
    expect(folder?.migrations[0].up.parts[0]).toMatchObject({
      sql: '\n\nSELECT 1;\n\n',
    });
    expect(folder?.migrations[0].down?.parts[0]).toMatchObject({
      sql: '\n\n\n           DROP TABLE a;\n',
    });
  });
});
