import type { Random } from './random';

/** A change of a text that knows nothing of what the text means. */
type TextMutation = (text: string, random: Random) => string;

/** Characters that readers trip over. */
const ODD = [
  ':',
  ';',
  ',',
  '=',
  '"',
  "'",
  '\\',
  '/',
  '-',
  '+',
  '#',
  '&a ',
  '*a',
  '%',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  '\t',
  ' ',
  '\r',
  '\n',
  '\r\n',
  '\r\n ',
  '\n\t',
  '\0',
  '\u0007',
  '\u000b',
  '\u001b[2J',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\ud83d',
  '\ude00',
  '🚧',
  'é',
  'İ',
  'ß',
  '0',
  '9',
  '-1',
  '1e999',
  'NaN',
  '__proto__',
  'constructor',
];

const LONGEST = 20_000;

const MUTATIONS: readonly TextMutation[] = [
  // Another character.
  (text, random) => {
    const at = random.below(text.length + 1);
    return `${text.slice(0, at)}${random.pick(ODD)}${text.slice(at + 1)}`;
  },
  // One more.
  (text, random) => {
    const at = random.below(text.length + 1);
    return `${text.slice(0, at)}${random.pick(ODD)}${text.slice(at)}`;
  },
  // A bit of a byte flips.
  (text, random) => {
    const at = random.below(text.length);
    const code = text.charCodeAt(at) ^ (1 << random.below(8));
    return `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(
      at + 1,
    )}`;
  },
  // Another digit.
  (text, random) => {
    const digits = [...text.matchAll(/\d/g)];
    if (digits.length === 0) return text;
    const at = random.pick(digits).index;
    return `${text.slice(0, at)}${random.below(10)}${text.slice(at + 1)}`;
  },
  // A piece is lost.
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random.below(40));
  },
  // A piece comes twice, or often.
  (text, random) => {
    const at = random.below(text.length);
    const piece = text.slice(at, at + 1 + random.below(60));
    const times = random.chance(0.1) ? random.below(200) : 2;
    return text.slice(0, at) + piece.repeat(times) + text.slice(at);
  },
  // It breaks off.
  (text, random) => text.slice(0, random.below(text.length + 1)),
  // Its beginning is missing.
  (text, random) => text.slice(random.below(Math.min(text.length, 80) + 1)),
  // Lines change places, are lost or come twice.
  lines((all, random) => {
    const [line] = all.splice(random.below(all.length), 1);
    all.splice(random.below(all.length + 1), 0, line);
  }),
  lines((all, random) => {
    all.splice(random.below(all.length), 1 + random.below(3));
  }),
  lines((all, random) => {
    const line = random.pick(all);
    all.splice(random.below(all.length + 1), 0, line);
  }),
  // Indented differently.
  lines((all, random) => {
    const at = random.below(all.length);
    all[at] = random.chance(0.5) ? ` ${all[at]}` : all[at].replace(/^\s/, '');
  }),
  // Other ends of lines.
  (text, random) =>
    text.replace(/\r\n|\n|\r/g, random.pick(['\n', '\r', '\r\n'])),
  (text, random) =>
    text.replace(/\r\n|\n/g, found => (random.chance(0.2) ? '\r' : found)),
  // Another case.
  (text, random) => {
    const at = random.below(text.length);
    const to = at + 1 + random.below(30);
    const piece = text.slice(at, to);
    return (
      text.slice(0, at) +
      (random.chance(0.5) ? piece.toLowerCase() : piece.toUpperCase()) +
      text.slice(to)
    );
  },
];

/** Changes a text as accidents do. */
export function mutateText(text: string, random: Random): string {
  if (text.length === 0) return random.pick(ODD);
  return random.pick(MUTATIONS)(text, random).slice(0, LONGEST);
}

function lines(change: (all: string[], random: Random) => void): TextMutation {
  return (text, random) => {
    const separator = /\r\n/.test(text) ? '\r\n' : '\n';
    const all = text.split(separator);
    change(all, random);
    return all.join(separator);
  };
}
