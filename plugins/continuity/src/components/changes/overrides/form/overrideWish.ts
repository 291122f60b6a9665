/** What somebody wants an override for, as an address carries it to the form. */
export interface OverrideWish {
  /** As a decision of the gate names them. */
  rules: readonly string[];
  /** Refs. */
  entities: readonly string[];
  environments: readonly string[];
  /** Empty: every region. */
  regions: readonly string[];
}

/** The parts of a wish, each a parameter that may stand there several times. */
const PARTS = ['rules', 'entities', 'environments', 'regions'] as const;

/** What the API takes; an address may be typed by anybody. */
const LONGEST = 700;
const MOST = 20;

/** Writes a wish into an address. */
export function formatWish(wish: OverrideWish): URLSearchParams {
  return new URLSearchParams(
    PARTS.flatMap(part => wish[part].map(value => [part, value])),
  );
}

/** Reads a wish from an address. What cannot be read is as if it were not there. */
export function parseWish(params: URLSearchParams): OverrideWish {
  const all = (part: (typeof PARTS)[number]) =>
    [...new Set(params.getAll(part))]
      .filter(value => value !== '' && value.length <= LONGEST)
      .slice(0, MOST);
  return {
    rules: all('rules'),
    entities: all('entities'),
    environments: all('environments'),
    regions: all('regions'),
  };
}
