import { readYaml } from './readYaml';

const read = (text: string) => readYaml(text);
const many = (count: number, of: (index: number) => string, glue = '\n') =>
  Array.from({ length: count }, (_, index) => of(index)).join(glue);

describe('readYaml', () => {
  it('reads documents, and JSON, and leaves empty ones out', () => {
    expect(read('a: 1\n---\n---\n{ "b": [2026-01-01, x] }\n')).toEqual({
      ok: true,
      documents: [{ a: 1 }, { b: ['2026-01-01', 'x'] }],
    });
    expect(read('')).toEqual({ ok: true, documents: [] });
  });

  it('reads a file of five hundred windows', () => {
    const windows = many(
      500,
      index => `  - id: w-${index}\n    scope: { tiers: [tier-1] }`,
    );
    const reading = read(`windows:\n${windows}`);
    expect(reading).toMatchObject({ ok: true });
  });

  it('gives a key that a prototype has no power', () => {
    const reading = read('__proto__: { polluted: yes }');
    expect(reading.ok).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each<[string, string, RegExp]>([
    ['what is no YAML', 'a: [1', /^is not YAML: /],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3', /the key a twice/],
    [
      'a mapping for a key',
      '? { a: 1 }\n: 2',
      /a mapping or an alias for a key/,
    ],
    ['a list for a key', '? [a]\n: 2', /a list for a key/],
    ['a text that is too long', 'x'.repeat(300_001), /^is 300001 characters/],
    ['too many documents', '---\na: 1\n'.repeat(1_001), /1000 documents/],
    ['too many keys', many(1_001, index => `k${index}: 1`), /1000 keys/],
    [
      'aliases that multiply',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${many(
        9,
        index =>
          `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${many(
            9,
            () => `*${'abcdefghi'[index]}`,
            ',',
          )}]`,
      )}`,
      /^is not YAML: Excessive alias count/,
    ],
    ['brackets without end', '['.repeat(200_000), /brackets open at once/],
    [
      'brackets that are deep',
      `${'['.repeat(101)}${']'.repeat(101)}`,
      /100 brackets open at once/,
    ],
    ['braces that are deep', '{a: '.repeat(5_000), /brackets open at once/],
    ['lists that are deep', `${'- '.repeat(100_000)}x`, /100 columns/],
    ['keys that are deep', `${'? '.repeat(400)}x`, /100 columns/],
    [
      'indentation that is deep',
      many(700, index => `${' '.repeat(index)}a:`),
      /100 columns/,
    ],
  ])('refuses %s', (_, text, message) => {
    const began = performance.now();
    const reading = read(text);
    expect(reading).toEqual({
      ok: false,
      problem: expect.stringMatching(message),
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('reads the deepest that it takes', () => {
    const deep = [
      `${'['.repeat(100)}${']'.repeat(100)}`,
      `${'- '.repeat(49)}x`,
      many(99, index => `${' '.repeat(index)}a:`),
      `${many(49, index => `${'  '.repeat(index)}a:`)}\n${'  '.repeat(49)}b: ${
        '['.repeat(100) + ']'.repeat(100)
      }`,
    ];
    for (const text of deep) {
      expect(read(text)).toMatchObject({ ok: true });
    }
  });
});
