/** What a server wants to know before it answers. */
export interface Challenge {
  /** Lower case, e.g. `bearer`. */
  scheme: string;
  /** By name in lower case. */
  parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const SCHEME = new RegExp(`[\\s,]*(${TOKEN})(?=\\s|,|$)`, 'y');
const PARAMETER = new RegExp(
  `[\\s,]*(${TOKEN})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s",]+))`,
  'y',
);
/** No registry says more; a longer one is not looked at. */
const LONGEST = 4_000;

/**
 * The challenges of a `WWW-Authenticate` header (RFC 9110 section 11.6.1), in its order. What
 * comes after something that is none is left out.
 */
export function parseChallenges(header: string | null): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  if (header === null || header.length > LONGEST) return challenges;
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (;;) {
    const current = challenges.at(-1);
    const parameter = current && next(PARAMETER);
    if (parameter) {
      const [, name, quoted, plain] = parameter;
      current.parameters.set(
        name.toLowerCase(),
        quoted?.replace(/\\(.)/g, '$1') ?? plain,
      );
      continue;
    }
    const scheme = next(SCHEME);
    if (!scheme) return challenges;
    challenges.push({ scheme: scheme[1].toLowerCase(), parameters: new Map() });
  }
}
