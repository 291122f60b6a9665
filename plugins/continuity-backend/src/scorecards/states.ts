import type { RowState, ScorecardRow } from '@continuity/engine';

const LETTERS: Readonly<Record<RowState, string>> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
};

const STATES: Readonly<Record<string, RowState>> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
};

/** One letter a check, upper case where an exemption is in force: what lists filter by. */
export function lettersOf(rows: readonly ScorecardRow[]): string {
  return rows
    .map(({ state, exemption }) =>
      exemption ? LETTERS[state].toUpperCase() : LETTERS[state],
    )
    .join('');
}

/** The letters that stand for a state. @param exempt - absent: with and without */
export function lettersFor(
  states: readonly RowState[],
  exempt: boolean | undefined,
): string[] {
  return states.flatMap(state => {
    const letter = LETTERS[state];
    return [
      ...(exempt === true ? [] : [letter]),
      ...(exempt === false || state === 'pass' || state === 'not-applicable'
        ? []
        : [letter.toUpperCase()]),
    ];
  });
}

/** What a letter says. Anything that is none says that it is not known. */
export function stateOf(letter: string): RowState {
  return STATES[letter.toLowerCase()] ?? 'unknown';
}

export function isExempt(letter: string): boolean {
  return letter === 'F' || letter === 'U';
}
