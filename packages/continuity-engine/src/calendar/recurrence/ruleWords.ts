import {
  WEEKDAYS,
  weekdayNumber,
  type Weekday,
  type WeekdayPart,
} from './recurrenceRule';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAYS = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
  ...['Friday', 'Saturday', 'Sunday'],
];
const FIRST = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Sets of weekdays that have a name of their own. */
const GROUPS = [
  { days: WEEKDAYS.slice(0, 5), name: 'weekday' },
  { days: WEEKDAYS.slice(5), name: 'weekend day' },
  { days: [...WEEKDAYS], name: 'day' },
];

export function monthName(month: number): string {
  return MONTHS[month - 1];
}

export function dayName(weekday: Weekday): string {
  return DAYS[weekdayNumber(weekday)];
}

/** `weekday` for Monday to Friday; undefined for weekdays that have no name together. */
export function groupName(byDay: readonly WeekdayPart[]): string | undefined {
  const group = GROUPS.find(
    ({ days }) =>
      days.length === byDay.length &&
      byDay.every(
        part => part.ordinal === undefined && days.includes(part.weekday),
      ),
  );
  return group?.name;
}

/** `first`, `20th`, `last`, `second to last`. */
export function ordinal(place: number): string {
  const name = FIRST[Math.abs(place) - 1] ?? numberWithSuffix(Math.abs(place));
  if (place > 0) return name;
  return place === -1 ? 'last' : `${name} to last`;
}

/** `1st`, `22nd`, `13th`. */
export function numberWithSuffix(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  const suffix = isTeen ? undefined : ['st', 'nd', 'rd'][(number % 10) - 1];
  return `${number}${suffix ?? 'th'}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join();
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** Numbers in order, three and more in a row from the first to the last: `1, 9 to 16`. */
export function ranges(
  numbers: readonly number[],
  name: (number: number) => string = String,
): string[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const texts: string[] = [];
  for (let index = 0; index < sorted.length; ) {
    let last = index;
    while (sorted[last + 1] === sorted[last] + 1) last += 1;
    if (last - index < 2) last = index;
    texts.push(
      last === index
        ? name(sorted[index])
        : `${name(sorted[index])} to ${name(sorted[last])}`,
    );
    index = last + 1;
  }
  return texts;
}

/** From the front first, then from the end: 1, 15, -2, -1. */
export function frontFirst(places: readonly number[]): number[] {
  return [...places].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);
}
