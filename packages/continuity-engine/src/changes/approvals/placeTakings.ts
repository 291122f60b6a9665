import type { SeatRule } from './types';

/**
 * Ways that are tried. Few people stand in for others at once; where more do, fewer seats may
 * be found than could be filled, and never one too many.
 */
const MOST_WAYS = 5_000;

/** In whose places somebody may fill a seat of a rule. */
export function takenBy(
  { places }: Pick<SeatRule, 'places'>,
  person: string,
): ReadonlySet<string> {
  return places?.get(person) ?? new Set([person]);
}

/**
 * The ways in which people can take places, their own or those they stand in for: each takes
 * one at most, and nobody's place is taken twice.
 *
 * @returns person to the place that is taken; whoever is left out takes none
 */
export function* placeTakings(
  rules: readonly SeatRule[],
  people: readonly string[],
): Iterable<ReadonlyMap<string, string>> {
  const options = new Map(
    people.map(person => [
      person,
      [...new Set(rules.flatMap(rule => [...takenBy(rule, person)]))],
    ]),
  );
  const wanted = new Map<string, number>();
  for (const place of [...options.values()].flat()) {
    wanted.set(place, (wanted.get(place) ?? 0) + 1);
  }
  // Most decide for themselves only, in a place that nobody else may take.
  const isSimple = (person: string) => {
    const [place, ...more] = options.get(person) ?? [];
    return place !== undefined && more.length === 0 && wanted.get(place) === 1;
  };
  const taking = new Map(
    people
      .filter(isSimple)
      .map(person => [person, options.get(person)?.[0] ?? person]),
  );
  const others = people.filter(person => !isSimple(person));
  let left = MOST_WAYS;
  function* ways(at: number): Iterable<ReadonlyMap<string, string>> {
    if (left <= 0) return;
    if (at === others.length) {
      left -= 1;
      yield taking;
      return;
    }
    const person = others[at];
    const taken = new Set(taking.values());
    for (const place of options.get(person) ?? []) {
      if (taken.has(place)) continue;
      taking.set(person, place);
      yield* ways(at + 1);
      taking.delete(person);
    }
    yield* ways(at + 1);
  }
  yield* ways(0);
}
