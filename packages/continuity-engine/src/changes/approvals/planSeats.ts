import { placeTakings, takenBy } from './placeTakings';
import type { Seat, SeatPlan, SeatRule, Shortage } from './types';

/** A seat of a rule, and who has it so far. */
interface Place {
  rule: SeatRule;
  by?: string;
}

/**
 * Seats approvers so that as many seats as possible are filled. Somebody who may sit in
 * several places moves when another can only sit there, so groups that overlap neither
 * deadlock nor count anybody twice: a maximum matching of people and seats, found along
 * augmenting paths (Kuhn 1955, Berge 1957).
 *
 * Rules earlier in the list are filled first where not all can be. Whoever stands in for
 * somebody takes that person's place, which counts once, whoever of them approves.
 */
export function planSeats(
  rules: readonly SeatRule[],
  approvers: readonly string[],
): SeatPlan {
  const people = [...new Set(approvers)];
  const places = fillBest(rules, people);
  const seated = new Set(places.map(({ by }) => by));
  return {
    seats: rules.flatMap(rule =>
      places
        .filter(place => place.rule.id === rule.id)
        .sort((a, b) => Number(a.by === undefined) - Number(b.by === undefined))
        .map(
          ({ by }): Seat => ({
            rule: rule.id,
            ...(by !== undefined && { by }),
          }),
        ),
    ),
    isComplete: places.every(({ by }) => by !== undefined),
    spare: people.filter(person => !seated.has(person)),
  };
}

/**
 * Rules that cannot be met even if everybody approves who may, with the people who are too
 * few for them (a violation of Hall's condition, Hall 1935). Undefined: there are enough.
 */
export function findShortage(all: readonly SeatRule[]): Shortage | undefined {
  // Whoever approves does so in somebody's place, so those places are what there is.
  const rules = all.map(rule => ({
    ...rule,
    eligible: new Set(
      [...rule.eligible].flatMap(person => [...takenBy(rule, person)]),
    ),
  }));
  const everybody = [...new Set(rules.flatMap(rule => [...rule.eligible]))];
  const places = fill(rules, everybody.sort());
  const empty = places.find(({ by }) => by === undefined);
  if (!empty) return undefined;
  // Whoever could free the seat sits in one that nobody can free either.
  const reached = new Set([empty]);
  const people = new Set<string>();
  for (const { rule } of reached) {
    for (const person of rule.eligible) {
      people.add(person);
      for (const place of places) if (place.by === person) reached.add(place);
    }
  }
  const short = rules.filter(rule =>
    [...reached].some(place => place.rule === rule),
  );
  return {
    rules: short.map(({ id }) => id),
    seats: short.reduce((sum, { required }) => sum + required, 0),
    people: [...people].sort(),
  };
}

/** Seats people in whichever places fill most seats. */
function fillBest(
  rules: readonly SeatRule[],
  people: readonly string[],
): Place[] {
  let best: Place[] | undefined;
  let most = -1;
  for (const taking of placeTakings(rules, people)) {
    const places = fill(
      rules.map(rule => ({
        ...rule,
        eligible: new Set(
          people.filter(person => {
            const place = taking.get(person);
            return (
              place !== undefined &&
              rule.eligible.has(person) &&
              takenBy(rule, person).has(place)
            );
          }),
        ),
      })),
      people,
    );
    const filled = places.filter(({ by }) => by !== undefined).length;
    if (filled > most) {
      best = places;
      most = filled;
    }
    if (filled === places.length) break;
  }
  return best ?? fill(rules, []);
}

function fill(rules: readonly SeatRule[], people: readonly string[]): Place[] {
  const places = rules.flatMap(rule =>
    Array.from({ length: rule.required }, (): Place => ({ rule })),
  );
  for (const place of places) seat(place, places, people, new Set());
  return places;
}

/** Finds somebody for a place, and for the place that they leave another one. */
function seat(
  place: Place,
  places: readonly Place[],
  people: readonly string[],
  asked: Set<string>,
): boolean {
  for (const person of people) {
    if (!place.rule.eligible.has(person) || asked.has(person)) continue;
    asked.add(person);
    const left = places.find(({ by }) => by === person);
    if (!left || seat(left, places, people, asked)) {
      place.by = person;
      return true;
    }
  }
  return false;
}
