import fc from 'fast-check';
import { canonicalize, isCanonical } from './canonicalJson';

describe('canonicalize', () => {
  it.each([
    [
      'RFC 8785, 3.2.2',
      {
        numbers: [
          333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001,
        ],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      'RFC 8785, 3.2.3: keys sort by UTF-16 code units',
      {
        '\u20ac': 'E',
        '\r': 'C',
        '\ufb33': 'H',
        '1': 'O',
        '\ud83d\ude00': 'S',
        '\u0080': 'X',
        '\u00f6': 'L',
      },
      '{"\\r":"C","1":"O","\u0080":"X","ö":"L","€":"E","\ud83d\ude00":"S","\ufb33":"H"}',
    ],
    ['RFC 8785, appendix B: minus zero', -0, '0'],
    ['an absent property', { a: undefined, b: 1 }, '{"b":1}'],
    [
      'an object without prototype',
      Object.assign(Object.create(null), { b: [], a: {} }),
      '{"a":{},"b":[]}',
    ],
    [
      'a key called __proto__',
      JSON.parse('{"__proto__":{"x":1}}'),
      '{"__proto__":{"x":1}}',
    ],
  ])('%s', (_, value, text) => {
    expect(canonicalize(value)).toBe(text);
  });

  it.each([
    ['nothing', undefined, '$: undefined is not a JSON value'],
    [
      'a hole',
      { list: [1, undefined] },
      '$.list[1]: undefined is not a JSON value',
    ],
    ['NaN', { a: { b: NaN } }, '$.a.b: NaN is not a JSON number'],
    ['infinity', [Infinity], '$[0]: Infinity is not a JSON number'],
    ['a function', { f: () => 1 }, '$.f: function is not a JSON value'],
    ['a bigint', { n: BigInt(1) }, '$.n: bigint is not a JSON value'],
    [
      'a date',
      { at: new Date(0) },
      '$.at: an object with a class is not a JSON value',
    ],
    [
      'a value with toJSON',
      { toJSON: () => 1 },
      '$: an object with a class is not a JSON value',
    ],
    ['a lone surrogate', { s: 'a\ud800' }, '$.s: text holds a lone surrogate'],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalize(value)).toThrow(message);
  });

  it('refuses a cycle instead of overflowing', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(() => canonicalize(cycle)).toThrow('nested deeper than');
  });

  const json = fc.jsonValue({ maxDepth: 4 });

  it('keeps the value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), record => {
        const shuffled = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalize(shuffled)).toBe(canonicalize(record));
        expect(canonicalize(JSON.parse(canonicalize(record)))).toBe(
          canonicalize(record),
        );
      }),
    );
  });

  it('knows its own texts again', () => {
    fc.assert(
      fc.property(json, value => {
        expect(isCanonical(canonicalize(value))).toBe(true);
      }),
    );
    expect(isCanonical('{"b":1,"a":2}')).toBe(false);
    expect(isCanonical('{"a":1,"a":1}')).toBe(false);
    expect(isCanonical('{"a": 1}')).toBe(false);
    expect(isCanonical('{"a":1')).toBe(false);
    expect(isCanonical('[1.0]')).toBe(false);
  });
});
