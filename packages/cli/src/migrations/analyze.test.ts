import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';

const root = mkdtempSync(path.join(tmpdir(), 'continuity-migrations-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;

/** A folder with files in it. */
function folderOf(files: Record<string, string>): string {
  const folder = path.join(root, `${++folders}`);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

async function analyze(folder: string, ...args: string[]) {
  const io = createTestIo();
  const code = await run(['migrations', 'analyze', folder, ...args], io);
  const stdout = io.stdout.replaceAll(folder, 'DIR');
  return { code, stdout, stderr: io.stderr };
}

const ACCOUNTS = {
  '1_accounts.up.sql':
    'CREATE TABLE accounts (id integer PRIMARY KEY, note text);\n',
  '1_accounts.down.sql': 'DROP TABLE accounts;\n',
};
const PHONE = {
  '2_phone.up.sql': `SET lock_timeout = '3s';\nALTER TABLE accounts ADD COLUMN phone text;\n`,
  '2_phone.down.sql': `SET lock_timeout = '3s';\nALTER TABLE accounts DROP COLUMN phone;\n`,
};
const NOTE = {
  '3_note.up.sql': `SET lock_timeout = '3s';\n\nALTER TABLE accounts\n  DROP COLUMN note;\n`,
};

describe('continuity migrations analyze', () => {
  it('says that it can go back, what is locked and what is lost since', async () => {
    const folder = folderOf({ ...ACCOUNTS, ...PHONE });
    const { code, stdout, stderr } = await analyze(folder, '--since', '1');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`REVERSIBLE 2 phone (expand) DIR/2_phone.up.sql
  code:      old code on the new schema runs, new code on the old schema fails
  locks:     public.accounts ACCESS EXCLUSIVE, which blocks reads and writes
  locks:     back: public.accounts ACCESS EXCLUSIVE, which blocks reads and writes
  lost back: the values of column phone of public.accounts

  info lost-going-back: DIR/2_phone.down.sql:2:1
    what: the values of column phone of public.accounts

PASS 1 migration of golang-migrate: 1 reversible, 0 not, 0 not known; 0 errors, 0 warnings, 1 remark; 0 forbidden
`);
  });

  it('says what is lost, where, and what to do instead, and exits with 1', async () => {
    const folder = folderOf({ ...ACCOUNTS, ...PHONE, ...NOTE });
    const { code, stdout } = await analyze(folder, '--since', '2');
    expect(code).toBe(1);
    expect(stdout).toBe(`NOT REVERSIBLE 3 note (contract) DIR/3_note.up.sql
  because:   lost: the values of column note of public.accounts
  because:   there is no script for the way back
  code:      old code on the new schema fails, new code on the old schema runs
  locks:     public.accounts ACCESS EXCLUSIVE, which blocks reads and writes
  lost:      the values of column note of public.accounts

  error drop-column, forbidden: DIR/3_note.up.sql:3:1
    what: column note of public.accounts; lost: the values of column note of public.accounts
    why:  Its values are gone, and code that still names it fails. The column can be added again; its values cannot.
    next: Stop using it first and drop it in a later release; keep its values elsewhere if going back must restore them.

  error no-way-back, forbidden: DIR/3_note.up.sql:1:1
    what: No script takes this migration back
    why:  No script takes the change back, and old code is not sure to run on the new schema: a rollback of the release may not help.
    next: Write a script for the way back, or split the change so that old code runs on it (expand now, contract later).

FAIL 1 migration of golang-migrate: 0 reversible, 1 not, 0 not known; 2 errors, 0 warnings, 0 remarks; 2 forbidden
`);
  });

  it.each([
    [['--allow', 'drop-column,no-way-back'], 0],
    [['--allow', 'drop-column'], 1],
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'never', '--forbid', 'drop-column'], 1],
    [['--fail-on', 'never', '--forbid', 'rename'], 0],
    [
      [
        '--fail-on',
        'info',
        '--allow',
        'drop-column',
        '--allow',
        'no-way-back',
        '--since',
        '3',
      ],
      0,
    ],
  ])('goes by the policy %j', async (args, expected) => {
    const folder = folderOf({ ...ACCOUNTS, ...PHONE, ...NOTE });
    expect((await analyze(folder, ...args)).code).toBe(expected);
  });

  it.each<[string, Record<string, string>]>([
    [
      'SQL that cannot be parsed',
      { '1_a.up.sql': 'ALTER TABEL a;', '1_a.down.sql': '' },
    ],
    [
      'a DO block',
      { '1_a.up.sql': 'DO $$ BEGIN END $$;', '1_a.down.sql': 'SELECT 1;' },
    ],
    [
      'code that decides while it runs',
      {
        '1_a.js':
          'exports.up = async k => { for (const x of await k("t")) await k.raw(x.sql); }; exports.down = async () => {};',
      },
    ],
    [
      'a file that its layout leaves out',
      { 'V1__a.sql': 'SELECT 1;', 'v2_b.sql': 'SELECT 1;' },
    ],
    [
      'two migrations of one version',
      { '1_a.up.sql': 'SELECT 1;', '1_b.up.sql': 'SELECT 1;' },
    ],
  ])('does not let pass what it does not know: %s', async (_, files) => {
    expect((await analyze(folderOf(files))).code).toBe(1);
  });

  it('prints JSON as its schema says', async () => {
    const folder = folderOf({
      ...ACCOUNTS,
      ...PHONE,
      ...NOTE,
      '4_index.up.sql': 'CREATE INDEX ON accounts (phone);',
      '5_lost.down.sql': 'SELECT 1;',
    });
    const { code, stdout } = await analyze(folder, '--json');
    const answer: unknown = JSON.parse(stdout);
    const schema = JSON.parse(
      readFileSync(
        path.resolve(__dirname, '../../../../docs/migrations.schema.json'),
        'utf8',
      ),
    );
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    validate(answer);
    expect([code, validate.errors]).toEqual([1, null]);
    expect(answer).toMatchObject({
      layout: 'golang-migrate',
      verdict: 'fail',
      migrations: [
        { version: '1', reversible: 'yes', phase: 'expand' },
        { version: '2', reversible: 'yes', phase: 'expand' },
        { version: '3', reversible: 'no', phase: 'contract' },
        {
          version: '4',
          reversible: 'no',
          phase: 'neutral',
          up: {
            locks: [
              { relation: 'public.accounts', mode: 'SHARE', blocks: 'writes' },
            ],
          },
        },
      ],
      problems: [{ path: 'DIR/5_lost.down.sql' }],
    });
  });

  it('prints SARIF 2.1.0', async () => {
    const { stdout } = await analyze(
      folderOf({ ...ACCOUNTS, ...NOTE }),
      '--sarif',
    );
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    expect(results).toContainEqual({
      ruleId: 'drop-column',
      ruleIndex: tool.driver.rules.findIndex(
        ({ id }: { id: string }) => id === 'drop-column',
      ),
      level: 'error',
      message: { text: expect.stringMatching(/^column note/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'DIR/3_note.up.sql' },
            region: { startLine: 3, startColumn: 1 },
          },
        },
      ],
      properties: { direction: 'up' },
    });
  });

  it('fills in placeholders', async () => {
    const folder = folderOf({
      'V1__a.sql': 'CREATE TABLE ${schema}.a (id integer);',
      'U1__a.sql': 'DROP TABLE ${schema}.a;',
    });
    expect((await analyze(folder)).code).toBe(1);
    const filled = await analyze(folder, '--placeholder', '${schema}=app');
    expect([filled.code, filled.stdout]).toEqual([
      0,
      expect.stringMatching(/^REVERSIBLE 1 a \(expand\)/),
    ]);
  });

  it.each([
    [['no-such-folder'], 'cannot be read: ENOENT'],
    [['.', '--layout', 'rails'], 'Allowed choices are flyway'],
    [
      [root, '--forbid', 'drop-colum'],
      '--forbid: "drop-colum" is no rule; expected one of unreadable-script',
    ],
    [['.', '--placeholder', 'x'], '--placeholder: "x" is not <text>=<value>'],
    [['.', '--json', '--sarif'], 'cannot be used with option'],
    [[], 'missing required argument'],
  ])('refuses %j by name', async (args, message) => {
    const io = createTestIo();
    folderOf({ ...ACCOUNTS });
    const code = await run(['migrations', 'analyze', ...args], io);
    expect([code, io.stdout]).toEqual([2, '']);
    expect(io.stderr).toContain(message);
  });

  it.each([
    [{ 'README.md': 'nothing' }, [], 'holds no migration; expected the folder'],
    [ACCOUNTS, ['--layout', 'prisma'], 'holds no migration of prisma'],
    [ACCOUNTS, ['--since', '9'], '--since: "9" is no version'],
  ])(
    'refuses a folder that is not as asked for',
    async (files, args, message) => {
      const { code, stderr } = await analyze(folderOf(files), ...args);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    },
  );
});
