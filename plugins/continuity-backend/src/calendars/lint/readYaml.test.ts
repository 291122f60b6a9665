import { readYaml } from './readYaml';

const many = (count: number, of: (index: number) => string, glue = '\n') =>
  Array.from({ length: count }, (_, index) => of(index)).join(glue);

/** As long as a text may be. */
const long = (part: string) => part.repeat(Math.floor(299_000 / part.length));

describe('readYaml', () => {
  it('reads documents, and JSON, and leaves empty ones out', () => {
    expect(
      readYaml('a: 1\n---\n---\n{ "b": [2026-01-01, x, yes, null] }\n'),
    ).toEqual({
      ok: true,
      documents: [{ a: 1 }, { b: ['2026-01-01', 'x', 'yes', null] }],
    });
    expect(readYaml('')).toEqual({ ok: true, documents: [] });
  });

  it('reads a file of five hundred windows, also with anchors and aliases', () => {
    const windows = many(
      500,
      index => `  - id: w-${index}\n    scope: { tiers: *tiers }`,
    );
    const reading = readYaml(`tiers: &tiers [tier-1]\nwindows:\n${windows}`);
    expect(reading).toMatchObject({
      ok: true,
      documents: [{ windows: { 499: { scope: { tiers: ['tier-1'] } } } }],
    });
  });

  it('gives a key that a prototype has no power', () => {
    const reading = readYaml('__proto__: { polluted: yes }');
    expect(reading.ok).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each<[string, string, RegExp]>([
    ['what is no YAML', 'a: [1', /^is not YAML: .* at line \d+, column \d+$/],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3', /duplicated mapping key/],
    ['a list of lists for a key', '? [[a]]\n: 2', /nested arrays/],
    ['a type of its own', '!!js/function "x"', /unknown tag/],
    ['what is wrong everywhere', `a: "${long('\\q')}"`, /unknown escape/],
    ['brackets that close nothing', long('}'), /^is not YAML/],
    ['braces one after the other', long('{}'), /^is not YAML/],
    ['tabs', long('\t- a\n'), /^is not YAML/],
  ])('says where %s is wrong, in no time', (_, text, message) => {
    const began = performance.now();
    expect(readYaml(text)).toEqual({
      ok: false,
      why: 'malformed',
      problem: expect.stringMatching(message),
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each<[string, string, RegExp]>([
    ['a text that is too long', 'x'.repeat(300_001), /^is 300001 characters/],
    ['too many documents', '---\na: 1\n'.repeat(101), /100 documents/],
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
      /200000 parts/,
    ],
    ['an alias of what it stands in', 'a: &a [*a]', /in each other/],
    [
      'aliases without end',
      `a: &a [1, 2]\nb: [${long('*a,')}]`,
      /200000 parts/,
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
  ])('does not look at %s, in no time', (_, text, message) => {
    const began = performance.now();
    expect(readYaml(text)).toEqual({
      ok: false,
      why: 'too-much',
      problem: expect.stringMatching(message),
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('reads the deepest and the most that it takes', () => {
    const deep = [
      `${'['.repeat(98)}${']'.repeat(98)}`,
      `${'- '.repeat(49)}x`,
      many(98, index => `${' '.repeat(index)}a:`),
      `${many(49, index => `${'  '.repeat(index)}a:`)}\n${'  '.repeat(49)}b: ${
        '['.repeat(48) + ']'.repeat(48)
      }`,
      `[${long('a,')}]`,
      many(20_000, index => `k${index}: 1`),
    ];
    for (const text of deep) {
      expect(readYaml(text)).toMatchObject({ ok: true });
    }
  });
});
