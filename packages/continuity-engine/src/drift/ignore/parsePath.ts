/** A part of a path that picks something out of a value. */
export type PathPart =
  | { readonly pick: 'name'; readonly name: string }
  | { readonly pick: 'index'; readonly index: number }
  | { readonly pick: 'each' }
  | {
      readonly pick: 'where';
      readonly path: readonly string[];
      readonly test: 'equals' | 'differs' | 'starts';
      readonly value: string | number | boolean | null;
    };

/** A path longer than any that people write. */
const MOST_CHARACTERS = 500;

const TOKENS: readonly [RegExp, (match: RegExpExecArray) => PathPart | null][] =
  [
    [/^\s*\|\s*/, () => null],
    [
      /^select\(\s*((?:\.[A-Za-z_][\w-]*)+)\s*(==|!=)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*\)/,
      ([, path, operator, value]) => ({
        pick: 'where',
        path: path.slice(1).split('.'),
        test: operator === '==' ? 'equals' : 'differs',
        value: JSON.parse(value),
      }),
    ],
    [
      /^select\(\s*((?:\.[A-Za-z_][\w-]*)+)\s*\|\s*startswith\(\s*("(?:[^"\\]|\\.)*")\s*\)\s*\)/,
      ([, path, value]) => ({
        pick: 'where',
        path: path.slice(1).split('.'),
        test: 'starts',
        value: JSON.parse(value),
      }),
    ],
    [
      /^\.?\[\s*("(?:[^"\\]|\\.)*")\s*\]/,
      ([, name]) => ({ pick: 'name', name: JSON.parse(name) }),
    ],
    [
      /^\.("(?:[^"\\]|\\.)*")/,
      ([, name]) => ({ pick: 'name', name: JSON.parse(name) }),
    ],
    [/^\.?\[\s*\]/, () => ({ pick: 'each' })],
    [
      /^\.?\[\s*(\d{1,6})\s*\]/,
      ([, index]) => ({ pick: 'index', index: Number(index) }),
    ],
    [
      // A dash is not in jq's names; here it is, since nothing is subtracted.
      /^\.([A-Za-z_][\w-]*)/,
      ([, name]) => ({ pick: 'name', name }),
    ],
  ];

/**
 * Reads a path in a subset of jq: `.a.b`, `."a/b"`, `.["a/b"]`, `.a[]`, `.a[0]`, and after a
 * pipe `select(.name == "x")`, `select(.name != "x")` or
 * `select(.name | startswith("x"))`. Nothing is computed or run.
 *
 * @returns undefined when it is anything else
 */
export function parsePath(text: string): PathPart[] | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const parts: PathPart[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const read = readToken(rest);
    if (!read) return undefined;
    if (read.part) parts.push(read.part);
    rest = rest.slice(read.length);
  }
  // A path to everything would ignore everything.
  return parts.some(({ pick }) => pick === 'name') ? parts : undefined;
}

function readToken(
  rest: string,
): { part: PathPart | null; length: number } | undefined {
  for (const [form, make] of TOKENS) {
    const match = form.exec(rest);
    if (match) {
      try {
        return { part: make(match), length: match[0].length };
      } catch {
        // A text that JSON does not take, e.g. with a wrong escape.
        return undefined;
      }
    }
  }
  return undefined;
}
