import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leafHash, type SequencedEntry } from '@continuity/engine';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import { checkpointOf, ledgerOf } from '../testing/ledgers';
import {
  errorAnswer,
  startServer,
  type Answer,
  type Seen,
  type TestServer,
} from '../testing/startServer';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
const sound = ledgerOf(10);
let server: TestServer | undefined;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function fileOf(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const linesOf = (entries: unknown[]) =>
  entries.map(entry => `${JSON.stringify(entry)}\n`).join('');

async function verifyFile(content: string, ...more: string[]) {
  const io = createTestIo();
  const file = fileOf('entries.ndjson', content);
  const code = await run(['ledger', 'verify', '--file', file, ...more], io);
  return { code, io };
}

/** The entries as somebody tampered with them, by name of what was done. */
const tampered: [
  string,
  (entries: SequencedEntry[]) => unknown[],
  number,
  RegExp,
][] = [
  [
    'a text was changed',
    entries =>
      change(entries, 4, e => ({
        ...e,
        canonical: e.canonical.replace('pipeline', 'intruder'),
      })),
    4,
    /altered/,
  ],
  [
    'a text was changed together with its leaf hash',
    entries =>
      change(entries, 4, e => {
        const canonical = e.canonical.replace('pipeline', 'intruder');
        return { ...e, canonical, leafHash: leafHash(canonical) };
      }),
    4,
    /altered/,
  ],
  [
    'a root was changed',
    entries => change(entries, 4, e => ({ ...e, rootHash: 'a'.repeat(64) })),
    4,
    /root-mismatch/,
  ],
  [
    'one was removed',
    entries => entries.filter(e => e.index !== 4),
    4,
    /removed/,
  ],
  ['the first was removed', entries => entries.slice(1), 0, /removed/],
  [
    'two were swapped',
    entries => [
      ...entries.slice(0, 4),
      { ...entries[5], index: 4 },
      { ...entries[4], index: 5 },
      ...entries.slice(6),
    ],
    4,
    /reordered/,
  ],
  [
    'one comes twice',
    entries => [...entries.slice(0, 5), entries[4], ...entries.slice(5)],
    5,
    /reordered/,
  ],
  [
    'one was slipped in',
    entries => [
      ...entries.slice(0, 4),
      { ...ledgerOf(5, 'slipped in')[4] },
      ...entries.slice(4),
    ],
    4,
    /altered|reordered/,
  ],
  [
    'one is no entry any more',
    entries => change(entries, 4, () => ({ index: 4 })),
    4,
    /altered/,
  ],
  [
    'an index was changed',
    entries => change(entries, 4, e => ({ ...e, index: 5 })),
    4,
    /altered/,
  ],
];

function change(
  entries: SequencedEntry[],
  index: number,
  how: (entry: SequencedEntry) => unknown,
): unknown[] {
  return entries.map(entry => (entry.index === index ? how(entry) : entry));
}

describe('a file', () => {
  it('that adds up', async () => {
    const { code, io } = await verifyFile(linesOf(sound));
    expect([code, io.stderr]).toEqual([0, '']);
    expect(io.stdout).toMatch(/^VERIFIED 10 entries of /);
    expect(io.stdout).toContain(sound[9].rootHash);
    expect(io.stdout).toMatch(/without a --checkpoint/);
  });

  it.each(tampered)('in which %s', async (_, tamper, index, fault) => {
    const { code, io } = await verifyFile(linesOf(tamper(sound)));
    expect([code, io.stderr]).toEqual([1, '']);
    expect(io.stdout.split('\n')[0]).toMatch(
      new RegExp(`^BROKEN at index ${index} \\(`),
    );
    expect(io.stdout.split('\n')[0]).toMatch(fault);
  });

  it('with a line that is not JSON', async () => {
    const lines = linesOf(sound).split('\n');
    lines[6] = lines[6].slice(0, 50);
    const { code, io } = await verifyFile(lines.join('\n'));
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 6/);
    expect(io.stdout).toContain('line 7 is not a ledger entry');
  });

  it('says the same as JSON', async () => {
    const { io } = await verifyFile(linesOf(sound.slice(1)), '--json');
    expect(JSON.parse(io.stdout)).toMatchObject({
      ok: false,
      index: 0,
      fault: 'removed',
    });
  });
});

describe('a checkpoint that was kept', () => {
  const kept = () =>
    fileOf('kept.json', JSON.stringify(checkpointOf(ledgerOf(6))));

  it('fits the ledger that grew', async () => {
    const { code, io } = await verifyFile(
      linesOf(sound),
      '--checkpoint',
      kept(),
    );
    expect(code).toBe(0);
    expect(io.stdout).not.toMatch(/note:/);
  });

  it('shows that history was rewritten as a whole', async () => {
    const other = ledgerOf(10, 'rewritten');
    const { code, io } = await verifyFile(
      linesOf(other),
      '--checkpoint',
      kept(),
    );
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 5 \(root-mismatch\)/);
  });

  it('shows that the end was cut off', async () => {
    const cut = linesOf(sound.slice(0, 4));
    const { code, io } = await verifyFile(cut, '--checkpoint', kept());
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 4 \(removed\)/);
  });

  it('shows that nothing is left', async () => {
    const { code, io } = await verifyFile('', '--checkpoint', kept());
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 0 \(removed\)/);
  });

  it('is replaced only by one of a ledger that adds up', async () => {
    const file = kept();
    const before = readFileSync(file, 'utf8');
    const options = ['--checkpoint', file, '--save-checkpoint', file];
    await verifyFile(linesOf(ledgerOf(10, 'rewritten')), ...options);
    expect(readFileSync(file, 'utf8')).toBe(before);
    await verifyFile(linesOf(sound), ...options);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(
      checkpointOf(sound),
    );
  });
});

describe('wrong usage', () => {
  it.each([
    ['a file and a server', ['--url', 'http://localhost'], /--url/],
    ['a file to save a file', ['--save', 'x'], /--save/],
    [
      'no checkpoint',
      ['--checkpoint', '/no/such.json'],
      /--save-checkpoint alone/,
    ],
    [
      'a place that is not there',
      ['--save-checkpoint', '/no/such/folder/c.json'],
      /cannot be written/,
    ],
  ])('%s', async (_, options, message) => {
    const { code, io } = await verifyFile(linesOf(sound), ...options);
    expect([code, io.stdout]).toEqual([2, '']);
    expect(io.stderr).toMatch(message);
  });

  it.each([
    ['no JSON', 'hello'],
    ['no checkpoint', '{"treeSize": "10"}'],
    ['no hash', '{"treeSize": 10, "rootHash": "abc"}'],
  ])('a checkpoint that is %s', async (_, content) => {
    const file = fileOf('bad.json', content);
    const { code } = await verifyFile(linesOf(sound), '--checkpoint', file);
    expect(code).toBe(2);
  });

  it('a file without entries', async () => {
    expect((await verifyFile('')).code).toBe(2);
  });

  it('a file that is not there', async () => {
    const io = createTestIo();
    const file = path.join(folder, 'absent.ndjson');
    expect(await run(['ledger', 'verify', '--file', file], io)).toBe(2);
  });
});

describe('a server', () => {
  /** Pages of three, whatever was asked for. */
  const serving =
    (entries: unknown[], checkpoint = checkpointOf(sound)) =>
    ({ url }: Seen): Answer => {
      if (url.endsWith('/checkpoint')) return { body: checkpoint };
      const from = Number(
        new URL(url, 'http://localhost').searchParams.get('from'),
      );
      const start = entries.findIndex(
        entry => (entry as SequencedEntry).index >= from,
      );
      const items = start < 0 ? [] : entries.slice(start, start + 3);
      return { body: { items, checkpoint } };
    };

  async function verify(respond: (request: Seen) => Answer, ...more: string[]) {
    server = await startServer(respond);
    const io = createTestIo();
    const code = await run(
      ['ledger', 'verify', '--url', server.url, '--retries', '0', ...more],
      io,
    );
    return { code, io, seen: server.seen };
  }

  it('that adds up', async () => {
    const { code, io } = await verify(serving(sound));
    expect([code, io.stderr]).toEqual([0, '']);
    expect(io.stdout).toMatch(/^VERIFIED 10 entries of http:/);
  });

  it('that is empty', async () => {
    const { code } = await verify(serving([], checkpointOf([])));
    expect(code).toBe(0);
  });

  it('that grew meanwhile is verified up to its checkpoint', async () => {
    const { code, io } = await verify(
      serving(ledgerOf(14), checkpointOf(sound)),
    );
    expect(code).toBe(0);
    expect(io.stdout).toContain('VERIFIED 10 entries');
  });

  it.each(tampered)('in which %s', async (_, tamper, index) => {
    const { code, io } = await verify(serving(tamper(sound)));
    expect(code).toBe(1);
    expect(io.stdout).toMatch(new RegExp(`^BROKEN at index ${index} \\(`));
  });

  it('whose end was cut off', async () => {
    const { code, io } = await verify(serving(sound.slice(0, 7)));
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 7 \(removed\)/);
  });

  it('that shows another root than its entries lead to', async () => {
    const { code, io } = await verify(
      serving(sound, { treeSize: 10, rootHash: 'b'.repeat(64) }),
    );
    expect(code).toBe(1);
    expect(io.stdout).toMatch(/^BROKEN at index 9 \(root-mismatch\)/);
  });

  it('that serves the same page for ever', async () => {
    const page = { items: sound.slice(0, 3), checkpoint: checkpointOf(sound) };
    const { code, seen } = await verify(({ url }) => ({
      body: url.endsWith('/checkpoint') ? checkpointOf(sound) : page,
    }));
    expect(code).toBe(1);
    expect(seen.length).toBeLessThan(10);
  });

  it('is saved, and verifies again from the file', async () => {
    const file = path.join(folder, 'saved.ndjson');
    const checkpoint = path.join(folder, 'saved.json');
    const { code } = await verify(
      serving(sound),
      ...['--save', file, '--save-checkpoint', checkpoint],
    );
    expect(code).toBe(0);
    const io = createTestIo();
    expect(
      await run(
        ['ledger', 'verify', '--file', file, '--checkpoint', checkpoint],
        io,
      ),
    ).toBe(0);
    expect(io.stdout).toContain('VERIFIED 10 entries');
  });

  it('is saved whole when it is broken, as evidence', async () => {
    const file = path.join(folder, 'broken.ndjson');
    const [, tamper] = tampered[0];
    const { code } = await verify(serving(tamper(sound)), '--save', file);
    expect(code).toBe(1);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(10);
  });

  it.each<[string, Answer]>([
    ['a page', { body: '<html></html>' }],
    ['no checkpoint', { body: { treeSize: 10 } }],
    ['no permission', errorAnswer(403, 'NotAllowedError', 'no')],
    ['an error', { status: 500 }],
    ['a lost connection', 'hang up'],
  ])('that gives no answer: %s', async (_, answer) => {
    const file = path.join(folder, 'none.json');
    const { code, io } = await verify(() => answer, '--save-checkpoint', file);
    expect([code, io.stdout]).toEqual([3, '']);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  it('that stops answering half way leaves no half file', async () => {
    const file = path.join(folder, 'half.ndjson');
    const serve = serving(sound);
    const { code } = await verify(
      request => (request.url.includes('from=3') ? 'hang up' : serve(request)),
      ...['--save', file],
    );
    expect(code).toBe(3);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  it('that pages nonsense is no answer', async () => {
    const { code } = await verify(({ url }) => ({
      body: url.endsWith('/checkpoint') ? checkpointOf(sound) : { items: 1 },
    }));
    expect(code).toBe(3);
  });
});
