import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run';
import { createTestIo } from '../testing/createTestIo';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-graph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SHOP = `
{"node":"checkout","kind":"business-function","tier":"tier-1","rto":"PT1H"}
{"node":"shop","tier":"tier-1","rto":"PT1H","availability":0.999,"recovery":"PT20M","kind":"service"}
{"node":"psp-a","availability":0.99}
{"node":"psp-b","availability":0.99}
{"node":"net","availability":0.9999,"regions":["west"],"rto":"PT2H"}
{"from":"checkout","to":"shop"}
{"from":"shop","to":"psp-a","strength":"hard","group":"psp","minAvailable":1}
{"from":"shop","to":"psp-b","strength":"hard","group":"psp","minAvailable":1}
{"from":"psp-a","to":"net"}
{"from":"psp-b","to":"net"}
{"from":"shop","to":"mail","strength":"soft"}
`;

async function graph(text: string, ...args: string[]) {
  const file = path.join(folder, 'g.ndjson');
  writeFileSync(file, text);
  const io = createTestIo();
  const code = await run(['graph', ...args, '--file', file], io);
  return { code, stdout: io.stdout, stderr: io.stderr };
}

async function json(text: string, ...args: string[]) {
  const { code, stdout, stderr } = await graph(text, ...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('continuity graph', () => {
  it('impact', async () => {
    expect(
      await json(SHOP, 'impact', '--down', 'psp-a', '--down', 'mail'),
    ).toEqual({
      failed: [
        { node: 'mail', hops: 0, path: ['mail'] },
        { node: 'psp-a', hops: 0, path: ['psp-a'] },
      ],
      degraded: [
        { node: 'shop', hops: 1, path: ['mail', 'shop'] },
        { node: 'checkout', hops: 2, path: ['mail', 'shop', 'checkout'] },
      ],
    });
    const { failed } = await json(SHOP, 'impact', '--region', 'west');
    expect(failed).toHaveLength(5);
  });

  it('spof', async () => {
    expect(await json(SHOP, 'spof')).toEqual([
      { node: 'net', roots: ['checkout'] },
      { node: 'shop', roots: ['checkout'] },
    ]);
    expect(await json(SHOP, 'spof', '--root', 'psp-a')).toEqual([
      { node: 'net', roots: ['psp-a'] },
    ]);
  });

  it('takes names with commas as they are', async () => {
    const text = '{"from":"a","to":"b, c"}';
    expect((await json(text, 'impact', '--down', 'b, c')).failed).toHaveLength(
      2,
    );
  });

  it('cutsets', async () => {
    expect(
      await json(SHOP, 'cutsets', '--root', 'checkout', '--max', '4'),
    ).toEqual([['net'], ['shop'], ['psp-a', 'psp-b']]);
  });

  it('order', async () => {
    expect(await json(SHOP, 'order')).toEqual([
      ['mail', 'net'],
      ['psp-a', 'psp-b'],
      ['shop'],
      ['checkout'],
    ]);
  });

  it('availability', async () => {
    const answer = await json(SHOP, 'availability', '--root', 'checkout');
    expect(answer.availability).toBeCloseTo(0.999 * 0.9999 * 0.9999, 10);
    expect(answer).toMatchObject({ exact: true, missing: [] });
    const unknown = await json(SHOP, 'availability', '--root', 'mail');
    expect(unknown).toMatchObject({ availability: null, lower: 0, upper: 1 });
  });

  it('findings', async () => {
    const { findings, counts, severities } = await json(SHOP, 'findings');
    expect(counts).toEqual({
      'rto-inversion': 1,
      'unknown-reference': 1,
      'single-point-of-failure': 2,
    });
    expect(findings[0]).toMatchObject({ node: 'shop', about: 'net' });
    const order = findings.map(({ severity }: { severity: string }) =>
      ['high', 'medium', 'low'].indexOf(severity),
    );
    expect(order).toEqual([...order].sort());
    expect(severities).toEqual({ high: 2, medium: 1, low: 1 });
    expect((await graph(SHOP, 'findings', '--check')).code).toBe(1);
  });

  it('findings of a severity, with all of them counted', async () => {
    const { findings, counts, severities } = await json(
      SHOP,
      'findings',
      '--severity',
      'high',
    );
    expect(findings).toHaveLength(severities.high);
    expect(Object.values(counts)).toEqual([1, 1, 2]);
    const checked = await graph(
      SHOP,
      'findings',
      '--severity',
      'low',
      '--check',
    );
    expect([checked.code, checked.stdout]).toEqual([
      1,
      expect.stringContaining('4 findings: 2 high, 1 medium, 1 low\n'),
    ]);
    const fine = await graph(
      '{"node":"a","kind":"service"}',
      'findings',
      '--severity',
      'high',
      '--check',
    );
    expect([fine.code, fine.stdout]).toEqual([0, '0 findings\n']);
    const wrong = await graph(SHOP, 'findings', '--severity', 'awful');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('high, medium, low');
  });

  it('cascade', async () => {
    const answer = await json(
      SHOP,
      'cascade',
      '--down',
      'net',
      '--for',
      'PT3H',
    );
    expect(answer.breaches[0]).toMatchObject({
      node: 'checkout',
      atSeconds: 3600,
    });
    expect(answer.missing).toEqual(['psp-a', 'psp-b']);
  });

  it.each([
    ['impact', ['--down', 'net'], 'shop  2 hops: net -> psp-a -> shop'],
    ['spof', [], '2 single points of failure of 1 root'],
    ['cutsets', ['--root', 'checkout'], 'psp-a + psp-b'],
    ['order', [], '1. mail, net'],
    ['availability', ['--root', 'mail'], 'Nobody has said it of: mail'],
    ['findings', [], 'path: checkout -> shop -> psp-a -> net'],
    [
      'cascade',
      ['--down', 'net', '--for', 'PT3H'],
      'RTO of 1 h: back after at least 3 h 20 min',
    ],
  ])('%s for people', async (command, args, expected) => {
    const { code, stdout } = await graph(SHOP, command, ...args);
    expect(code).toBe(0);
    expect(stdout).toContain(expected);
  });

  it('reads standard input', async () => {
    const io = createTestIo(
      {},
      (async function* chunks() {
        // A line may come in pieces.
        yield SHOP.slice(0, 50);
        yield SHOP.slice(50);
      })(),
    );
    expect(await run(['graph', 'spof', '--file', '-'], io)).toBe(0);
    expect(io.stdout).toContain('net  1 root: checkout');
  });
});

describe('lines that are not as expected', () => {
  it('are named with field and expectation, and cost no other line', async () => {
    const { code, stdout, stderr } = await graph(
      [
        '{"from":"a","to":"b"}',
        '{"from":"a","to":',
        '{"node":"b","availability":2}',
        '{"node":"c"}',
        '{"node":"c","rto":"PT1H"}',
        '{"from":"a","to":"d","strength":"medium"}',
        '{"from":"a","to":"e","group":"g","minAvailable":3}',
        '{"from":"a","to":"f","group":"g"}',
        '{"from":"a"}',
        '{"from":"a","to":"x","minAvailble":2}',
        '{"node":"h","rto":"1 hour","regions":[{"region":"w","role":"main"}]}',
        '{"from":"a","to":"b","minAvailable":2}',
        '[]',
        '{}',
        '',
        '{"from":"b","to":"c"}',
      ].join('\n'),
      ...['impact', '--down', 'c', '--json'],
    );
    expect(code).toBe(2);
    expect(
      JSON.parse(stdout).failed.map((one: { node: string }) => one.node),
    ).toEqual(['c', 'b', 'a']);
    expect(stderr.split('\n')).toEqual([
      'line 2: "{\\"from\\":\\"a\\",\\"to\\":" is not JSON; expected one object, e.g. {"node":"a"}',
      'line 3: availability: 2 is not expected here; expected a number from 0 to 1, e.g. 0.999',
      'line 5: node: "c" stands in line 4 already, which counts; expected each node once',
      'line 6: strength: "medium" is not expected here; expected hard or soft. Until then it is hard',
      'line 7: minAvailable: 3 is more than the 2 of group "g"; expected at most 2. All of them are taken to be needed',
      'line 9: to: is missing; expected the name of a node',
      'line 10: minAvailble: is not known here; expected one of from, to, strength, group, minAvailable, recoveryStep, source. Until then it is hard',
      'line 11: rto: "1 hour" is not expected here; expected an ISO 8601 duration, e.g. PT1H',
      expect.stringMatching(
        /^line 11: regions: .*"main".* expected a region, or/,
      ),
      'line 12: minAvailable: 2 needs a group; expected "group" beside it. Until then it is hard',
      'line 13: [] is not an object; expected e.g. {"node":"a"}',
      'line 14: is neither a node nor a dependency; expected {"node":"a"} or {"from":"a","to":"b"}',
      '11 lines were not as expected; the answer is about all that could be read.',
      '',
    ]);
  });

  it('cost nothing of a line but what is wrong in it', async () => {
    const { code, stdout } = await graph(
      [
        '{"node":"x","kind":"business-function","availability":1.5}',
        '{"from":"x","to":"y"}',
        '{"from":"z","to":"y"}',
      ].join('\n'),
      ...['spof', '--json'],
    );
    expect(code).toBe(2);
    // A function is a root; without it everything that nobody needs would be.
    expect(JSON.parse(stdout)).toEqual([{ node: 'y', roots: ['x'] }]);
  });

  it.each([
    '{"from":"a","to":"b","strength":"weak"}',
    '{"from":"a","to":"b","strenght":"soft"}',
    '{"from":"a","to":"b","group":5}',
    '{"from":"a","to":"b","group":"g","minAvailable":0}',
  ])('make a dependency hard rather than none: %s', async line => {
    const { code, stdout, stderr } = await graph(
      line,
      ...['impact', '--down', 'b', '--json'],
    );
    expect(code).toBe(2);
    expect(JSON.parse(stdout).failed).toHaveLength(2);
    expect(stderr).toContain('Until then it is hard');
  });

  it('are named also when what is asked about stands in them', async () => {
    const { code, stderr } = await graph(
      '{"node":"a"}\n{"from":"a","to":',
      ...['impact', '--down', 'b'],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('line 2: ');
    expect(stderr).toContain('--down: "b" is not in the file');
  });

  it('end somewhere', async () => {
    const io = createTestIo();
    const args = ['graph', 'order', '--file', '/dev/zero'];
    expect(await run(args, io)).toBe(2);
    expect(io.stderr).toContain('is longer than 16 MB');
  });

  it('are not all shown when there are very many', async () => {
    const { code, stderr } = await graph(
      `{"node":"a"}\n${'x\n'.repeat(1_400)}`,
      'order',
    );
    expect(code).toBe(2);
    expect(stderr.split('\n')).toHaveLength(1_003);
    expect(stderr).toContain('and 400 more\n1400 lines were not');
  });

  it('cost no other line when a byte of them is wrong', async () => {
    const file = path.join(folder, 'byte.ndjson');
    writeFileSync(
      file,
      Buffer.concat([
        Buffer.from('{"from":"a","to":"b'),
        Buffer.from([0xff]),
        Buffer.from('"}\n{"from":"a","to":"c"}'),
      ]),
    );
    const io = createTestIo();
    const args = ['graph', 'impact', '--file', file, '--down', 'c', '--json'];
    expect(await run(args, io)).toBe(2);
    expect(io.stderr).toContain('line 1: is not UTF-8');
    expect(
      JSON.parse(io.stdout).failed.map((one: { node: string }) => one.node),
    ).toEqual(['c', 'a']);
  });

  it('are not guessed at when they are a node and a dependency', async () => {
    const { code, stderr } = await graph(
      '{"node":"a"}\n{"node":"x","from":"a","to":"q"}',
      'order',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('line 2: is both a node and a dependency');
  });

  it('does not mind what else is known of a node', async () => {
    const { code, stderr } = await graph('{"node":"a","title":"A"}', 'order');
    expect([code, stderr]).toEqual([
      0,
      'Not known of nodes, and not looked at: title\n',
    ]);
  });
});

describe('wrong usage', () => {
  it.each<[string, string, string[]]>([
    [
      'a node that is not there',
      '--down: "nobody" is not in the file',
      ['impact', '--down', 'nobody'],
    ],
    ['nothing that is down', '--down: is missing', ['impact']],
    ['no root', "required option '--root <node>'", ['cutsets']],
    [
      'a size that is none',
      '--max: "0" is not a whole number',
      ['cutsets', '--root', 'shop', '--max', '0'],
    ],
    [
      'a region in which nobody runs',
      '--region: nobody in the file runs in "nowhere"',
      ['impact', '--region', 'nowhere'],
    ],
    [
      'a region in which nobody runs, for some hours',
      '--region: nobody in the file runs in "nowhere"',
      ['cascade', '--region', 'nowhere', '--for', 'PT3H'],
    ],
    [
      'no duration',
      '--for: "3h" is not an ISO 8601 duration',
      ['cascade', '--down', 'net', '--for', '3h'],
    ],
  ])('%s', async (_, message, args) => {
    const { code, stdout, stderr } = await graph(SHOP, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('a file that is not there, empty, or no text', async () => {
    const io = createTestIo();
    expect(await run(['graph', 'order', '--file', '/nowhere'], io)).toBe(2);
    expect(io.stderr).toContain(
      '"/nowhere" cannot be read: there is no such file',
    );
    expect((await graph('\n', 'order')).stderr).toContain(
      'has no line that can be used',
    );
    const binary = path.join(folder, 'binary');
    writeFileSync(binary, Buffer.from([0x7b, 0xff, 0xfe]));
    const other = createTestIo();
    expect(await run(['graph', 'order', '--file', binary], other)).toBe(2);
    expect(other.stderr).toContain('line 1: is not UTF-8; expected JSON');
  });

  it('says what is not all', async () => {
    const edges = Array.from(
      { length: 30 },
      (_, at) => `{"from":"r","to":"m${at}","group":"g","minAvailable":29}`,
    );
    const { code, stderr } = await graph(
      edges.join('\n'),
      'cutsets',
      '--root',
      'r',
      '--limit',
      '10',
    );
    expect(code).toBe(1);
    expect(stderr).toContain(
      'Not all: There are more than the 10 that are listed',
    );
  });
});
