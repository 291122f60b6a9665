import { parseAllDocuments, stringify } from 'yaml';
import { mutateText } from './mutateText';
import type { Random } from './random';

/** Values that a field is not meant to have, and some that it is. */
const VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  true,
  [],
  {},
  [[]],
  [null],
  [{}],
  { $not: {} },
  { $any: [] },
  { $all: [{ $any: [{ $not: { 'spec.type': 'x' } }] }] },
  ['tier-1'],
  ['tier-1', 'tier-1'],
  'FreezeCalendar',
  'continuity.dev/v1',
  'group:default/ops',
  'UTC',
  'Europe/Zurich',
  'Europe/Bern',
  '2026-01-31',
  '2026-02-30',
  '2026-01-31T18:00:00',
  '2026-01-31T18:00:00Z',
  '2026-03-08T02:15:00',
  '1969-12-31',
  '2199-12-31T23:59:59',
  '9999-12-31',
  'PT12H',
  'P1D',
  'PT0S',
  'P1Y',
  'P999999D',
  '-PT1H',
  'FREQ=DAILY',
  'FREQ=SECONDLY',
  'FREQ=DAILY;COUNT=9999999',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MINUTELY;INTERVAL=15',
  'FREQ=WEEKLY;BYDAY=FR',
  '0 * * * *',
  '* * * * *',
  '*/7 */5 29 2 *',
  '0 0 31 2 *',
  '0 0 L * 5#3',
  '24h',
  '1h30m',
  '0s',
  '2026-12-24 06:00 PM',
  'Deny',
  'warn',
  'x'.repeat(5_000),
];

/**
 * A file with a few things wrong: in its values, in its text, or in both. Chance also
 * decides how it is written, for a list is a list in every style of YAML.
 */
export function mutateYaml(text: string, random: Random): string {
  let mutated = random.chance(0.7) ? excerpt(text, random) : text;
  const before = mutated;
  if (random.chance(0.6)) {
    const values = valuesOf(mutated);
    for (let left = 1 + random.below(2); left > 0; left--) {
      mutateValue(values, random);
    }
    mutated = write(values, random);
  }
  if (mutated === before || random.chance(0.25)) {
    for (let left = 1 + random.below(2); left > 0; left--) {
      mutated = mutateText(mutated, random);
    }
  }
  return mutated;
}

/** One of its documents. */
function excerpt(text: string, random: Random): string {
  return random.pick(text.split(/^---\n/m));
}

function write(values: readonly unknown[], random: Random): string {
  const asJson = random.chance(0.2);
  return values
    .map(value => {
      if (asJson) return JSON.stringify(value, null, random.below(3));
      return stringify(value, {
        indent: 2 + random.below(3),
        indentSeq: random.chance(0.5),
        lineWidth: random.pick([0, 20, 80]),
        defaultStringType: random.pick([
          'PLAIN',
          'QUOTE_DOUBLE',
          'QUOTE_SINGLE',
          'BLOCK_FOLDED',
          'BLOCK_LITERAL',
        ]),
      });
    })
    .join(random.pick(['\n---\n', '\n...\n---\n', '\n--- # more\n']));
}

const parsed = new Map<string, string>();

/** A copy of what a file of the corpus says; it is read once. */
function valuesOf(text: string): unknown[] {
  let json = parsed.get(text);
  if (json === undefined) {
    const documents = parseAllDocuments(text);
    json = JSON.stringify(
      Array.isArray(documents) ? documents.map(one => one.toJS()) : [],
    );
    parsed.set(text, json);
  }
  return JSON.parse(json);
}

type Container = Record<string, unknown> | unknown[];

/** Changes one place in a tree, chosen evenly among all. */
function mutateValue(root: unknown[], random: Random): void {
  const places: { holder: Container; key: string }[] = [];
  collect(root, places);
  if (places.length === 0) return;
  const { holder, key } = random.pick(places);
  const old = get(holder, key);
  random.pick([
    () => set(holder, key, copy(random.pick(VALUES))),
    () => set(holder, key, copy(random.pick(VALUES))),
    () => {
      const other = random.pick(places);
      set(holder, key, copy(get(other.holder, other.key)));
    },
    () => remove(holder, key),
    () => {
      // Misspelt.
      if (Array.isArray(holder)) return;
      delete holder[key];
      holder[`${key}${random.pick(['s', ' ', 'X', '.'])}`] = old;
    },
    () => {
      if (Array.isArray(holder)) holder.splice(Number(key), 0, copy(old));
    },
    () => {
      if (Array.isArray(holder)) {
        const again = random.below(30);
        for (let left = again; left > 0; left--) holder.push(copy(old));
      }
    },
    () => {
      if (typeof old === 'string') set(holder, key, mutateText(old, random));
    },
    () => set(holder, key, [old]),
    () =>
      set(holder, key, { [random.pick(['id', 'start', '__proto__'])]: old }),
  ])();
}

function collect(
  value: unknown,
  places: { holder: Container; key: string }[],
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    places.push({ holder: value as Container, key });
    collect(inner, places);
  }
}

function get(holder: Container, key: string): unknown {
  return (holder as Record<string, unknown>)[key];
}

function set(holder: Container, key: string, value: unknown): void {
  (holder as Record<string, unknown>)[key] = value;
}

function remove(holder: Container, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
