import type { RecurrenceRule } from './recurrenceRule';

/**
 * Places in a stretch, counted from 1, or from the end with -1. One that the stretch
 * does not have is left out, or by SKIP (RFC 7529 4.1) becomes the nearest one before
 * or after it: the 31st of a month of 30 days comes after its end, the 31st from the
 * end before its beginning.
 *
 * @param first - What place 1 stands for, e.g. the number of the first day.
 */
export function placesOf(
  first: number,
  length: number,
  places: readonly number[],
  skip?: RecurrenceRule['skip'],
): number[] {
  const found: number[] = [];
  for (const place of places) {
    if (Math.abs(place) <= length) {
      found.push(place > 0 ? first + place - 1 : first + length + place);
    } else if (skip) {
      const beyond = place > 0 ? first + length : first;
      found.push(skip === 'FORWARD' ? beyond : beyond - 1);
    }
  }
  return found;
}

/** Ascending, each once. */
export function inOrder(numbers: number[]): number[] {
  if (isAscending(numbers)) return numbers;
  numbers.sort((a, b) => a - b);
  return numbers.filter(
    (number, index) => index === 0 || number !== numbers[index - 1],
  );
}

/** As nearly all are that come from places on a calendar. */
function isAscending(numbers: readonly number[]): boolean {
  for (let index = 1; index < numbers.length; index++) {
    if (numbers[index - 1] >= numbers[index]) return false;
  }
  return true;
}
