import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';
import {
  errorAnswer,
  startServer,
  type Answer,
  type Seen,
  type TestServer,
} from '../testing/startServer';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-'));
let server: TestServer | undefined;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const report = (externalId: string) => ({
  kind: 'deployment',
  source: 'test',
  externalId,
});

function itemsOf({ body }: Seen): { externalId: string }[] {
  return JSON.parse(body).items;
}

/** Takes everything; knows what is called `known`, rejects what is called `bad`. */
function takes(request: Seen): Answer {
  const results = itemsOf(request).map(({ externalId }, index) => {
    if (externalId === 'bad') {
      return {
        index,
        status: 'rejected',
        field: 'payload.outcome',
        message: '"won" is not an outcome',
      };
    }
    const status = externalId === 'known' ? 'known' : 'accepted';
    return { index, status, id: `id-${externalId}` };
  });
  const count = (status: string) =>
    results.filter(result => result.status === status).length;
  return {
    body: {
      accepted: count('accepted'),
      known: count('known'),
      rejected: count('rejected'),
      results,
    },
  };
}

async function push(
  name: string,
  content: string,
  respond: (request: Seen, count: number) => Answer = takes,
  ...more: string[]
) {
  server = await startServer(respond);
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const io = createTestIo({ CONTINUITY_URL: server.url });
  const code = await run(
    ['evidence', 'push', '--file', file, '--retries', '1', ...more],
    io,
  );
  return { code, io, seen: server.seen };
}

describe('what is read', () => {
  const a = JSON.stringify(report('a'));
  const b = JSON.stringify(report('b'));

  it.each([
    ['one report', 'one.json', a, ['a']],
    ['an array', 'array.json', `[${a}, ${b}]`, ['a', 'b']],
    ['a batch', 'batch.json', `{"items": [${a}, ${b}]}`, ['a', 'b']],
    ['lines', 'lines.ndjson', `${a}\n${b}\n`, ['a', 'b']],
    ['lines of Windows', 'windows.jsonl', `${a}\r\n\r\n${b}`, ['a', 'b']],
    ['lines by another name', 'lines.txt', `${a}\n${b}`, ['a', 'b']],
    ['a single line', 'single.ndjson', a, ['a']],
    ['a byte order mark', 'bom.json', `\ufeff[${a}]`, ['a']],
  ])('%s', async (_, name, content, expected) => {
    const { code, io, seen } = await push(name, content);
    expect([code, io.stderr]).toEqual([0, '']);
    expect(seen.flatMap(itemsOf).map(item => item.externalId)).toEqual(
      expected,
    );
    expect(io.stdout).toBe(
      `${expected.length} accepted, 0 known, 0 rejected\n`,
    );
  });

  it('standard input', async () => {
    server = await startServer(takes);
    async function* stdin() {
      yield a.slice(0, 10);
      yield `${a.slice(10)}\n${b}`;
    }
    const io = createTestIo({ CONTINUITY_URL: server.url }, stdin());
    expect(await run(['evidence', 'push', '--file', '-'], io)).toBe(0);
    expect(io.stdout).toContain('2 accepted');
  });

  it('an empty list, which is nothing to report', async () => {
    const { code, seen } = await push('none.json', '[]');
    expect([code, seen]).toEqual([0, []]);
  });

  it.each([
    ['empty.json', '', /is empty/],
    ['blank.ndjson', ' \n', /is empty/],
    ['text.json', 'hello', /neither JSON nor NDJSON/],
    ['broken.json', '{"items": [', /neither JSON nor NDJSON/],
  ])('not %s', async (name, content, message) => {
    const { code, io, seen } = await push(name, content);
    expect([code, io.stdout, seen]).toEqual([2, '', []]);
    expect(io.stderr).toMatch(message);
  });

  it('not a file that is not there', async () => {
    const io = createTestIo();
    const file = path.join(folder, 'absent.json');
    expect(await run(['evidence', 'push', '--file', file], io)).toBe(2);
    expect(io.stderr).toMatch(/cannot be read: there is no such file/);
  });
});

describe('what is rejected', () => {
  it('is named with its place and field; the rest is stored', async () => {
    const items = ['a', 'bad', 'known', 'b'].map(report);
    const { code, io } = await push('mixed.json', JSON.stringify(items));
    expect(code).toBe(1);
    expect(io.stdout).toBe(
      '2 accepted, 1 known, 1 rejected\nitem 1: payload.outcome: "won" is not an outcome\n',
    );
  });

  it('is named by its line in NDJSON, also what is no report', async () => {
    const lines = [
      JSON.stringify(report('a')),
      '{"kind":',
      '',
      '[]',
      JSON.stringify(report('bad')),
      '"text"',
    ];
    const { code, io, seen } = await push('mixed.ndjson', lines.join('\n'));
    expect(code).toBe(1);
    expect(seen.flatMap(itemsOf)).toHaveLength(2);
    const [first, ...rest] = io.stdout.trim().split('\n');
    expect(first).toBe('1 accepted, 0 known, 4 rejected');
    expect(rest.map(line => line.split(':')[0])).toEqual([
      'line 2',
      'line 4',
      'line 5',
      'line 6',
    ]);
  });

  it('is in the JSON too', async () => {
    const { io } = await push(
      'bad.json',
      JSON.stringify(report('bad')),
      takes,
      '--json',
    );
    expect(JSON.parse(io.stdout)).toEqual({
      accepted: 0,
      known: 0,
      rejected: [
        {
          place: 'item 0',
          position: 0,
          field: 'payload.outcome',
          message: '"won" is not an outcome',
        },
      ],
    });
  });
});

describe('batches', () => {
  const many = Array.from({ length: 1201 }, (_, index) => report(`r${index}`));

  it('hold at most 500 reports', async () => {
    const { code, io, seen } = await push('many.json', JSON.stringify(many));
    expect(code).toBe(0);
    expect(seen.map(request => itemsOf(request).length)).toEqual([
      500, 500, 201,
    ]);
    expect(io.stdout).toContain('1201 accepted');
  });

  it('are split when they are too large for the server', async () => {
    const { code, io, seen } = await push(
      'large.json',
      JSON.stringify([...many.slice(0, 8), report('huge')]),
      request =>
        itemsOf(request).length > 3 ||
        itemsOf(request).some(item => item.externalId === 'huge')
          ? { status: 413, body: 'too large' }
          : takes(request),
    );
    expect(code).toBe(1);
    expect(seen.length).toBeGreaterThan(3);
    expect(io.stdout).toBe(
      '8 accepted, 0 known, 1 rejected\nitem 8: is too large for the server\n',
    );
  });

  it('are sent again when the server was busy', async () => {
    const { code, seen } = await push(
      'busy.json',
      JSON.stringify(many.slice(0, 2)),
      (request, count) => (count === 1 ? { status: 503 } : takes(request)),
    );
    expect([code, seen.length]).toEqual([0, 2]);
  });

  it('that were answered are told when a later one is not', async () => {
    const { code, io } = await push(
      'half.json',
      JSON.stringify(many),
      (request, count) => (count > 1 ? { status: 500 } : takes(request)),
    );
    expect([code, io.stdout]).toEqual([3, '']);
    expect(io.stderr).toContain('Broke off after 500 accepted');
  });
});

describe('no answer', () => {
  const one = JSON.stringify([report('a')]);

  it.each<[string, Answer, number, RegExp]>([
    ['a page', { body: '<html></html>' }, 3, /not JSON/],
    ['an empty object', { body: {} }, 3, /not the result of a batch/],
    [
      'nothing about an item',
      { body: { accepted: 1, known: 0, rejected: 0, results: [] } },
      3,
      /does not say what became of item 0/,
    ],
    [
      'no permission',
      errorAnswer(403, 'NotAllowedError', 'continuity.evidence.create'),
      3,
      /continuity\.evidence\.create/,
    ],
    [
      'a refusal',
      errorAnswer(400, 'InputError', 'items: bad'),
      2,
      /items: bad/,
    ],
  ])('%s', async (_, answer, expected, message) => {
    const { code, io } = await push('one.json', one, () => answer);
    expect([code, io.stdout]).toEqual([expected, '']);
    expect(io.stderr).toMatch(message);
  });
});
