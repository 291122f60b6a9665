import { events, type Remark } from './ReadingLog';

/** `counts` of one event, `count` of several. */
const does = (count: number, verb: string) => (count === 1 ? `${verb}s` : verb);

/** What may be said of many events of a file at once. */
export const CANCELLED: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(count)} cancelled and ${does(
      count,
      'freeze',
    )} nothing: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const ALL_CANCELLED: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(
      count,
    )} without any occurrence left, because each is cancelled or moved: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const EMPTY: Remark = {
  severity: 'warning',
  message: (count, names) =>
    `${events(
      count,
    )} over as soon as it begins, so nothing is frozen by: ${names}.`,
  remedy: 'Give it an end, if it is meant to freeze something.',
};

export const OVER: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(count)} over since before 1970: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const OTHER_CATEGORY: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(
      count,
    )} of another category than those that count here: ${names}.`,
  remedy:
    'Add its category to the categories of the feed, if it is meant to freeze something.',
};

export const TRANSPARENT: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(count)} shown as free (TRANSP:TRANSPARENT) and ${does(
      count,
      'count',
    )} all the same: ${names}.`,
  remedy:
    'Nothing has to be done: being free says something about people, not about releases.',
};

export const TENTATIVE: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(count)} tentative and ${does(
      count,
      'count',
    )} all the same: ${names}.`,
  remedy: 'Cancel or remove what is not going to take place.',
};

export const UNTITLED: Remark = {
  severity: 'info',
  message: count => `${events(count)} without a title.`,
  remedy: 'Give it a SUMMARY; whoever is denied a release reads it.',
};

export const EXDATE_IS_DATE: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${
      count === 1 ? '1 time' : `${count} times`
    } a date alone (not a time) says which occurrence is meant; that of the day is taken: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const MIDNIGHT_IS_DATE: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${
      count === 1 ? '1 time' : `${count} times`
    } the midnight of a day says which occurrence is meant, though none begins then; that of the day is taken: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const CANCELS_NOTHING: Remark = {
  severity: 'warning',
  message: (count, names) =>
    `${
      count === 1 ? '1 cancelled date is' : `${count} cancelled dates are`
    } no occurrence of the event, so nothing is cancelled by: ${names}.`,
  remedy: 'Cancel the occurrence by the time at which it begins.',
};

export const WITHOUT_SERIES: Remark = {
  severity: 'warning',
  message: (count, names) =>
    `${events(
      count,
    )} said to replace an occurrence that the file does not have, and ${does(
      count,
      'count',
    )} beside the others: ${names}.`,
  remedy: 'Remove it where it comes from, if it is not going to take place.',
};

export const CANCELLED_YET_THERE: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${
      count === 1 ? '1 occurrence is' : `${count} occurrences are`
    } both cancelled (EXDATE) and described (RECURRENCE-ID), and ${does(
      count,
      'count',
    )}: ${names}.`,
  remedy: 'Remove it where it comes from, if it is not going to take place.',
};

export const RDATE_IS_DATE: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${
      count === 1 ? '1 extra date has' : `${count} extra dates have`
    } no time though the event has one, and ${does(
      count,
      'begin',
    )} at that: ${names}.`,
  remedy: 'Nothing has to be done.',
};

export const OURS_NOT_APPLIED: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(
      count,
    )} marked with X-CONTINUITY properties, which do not count in a feed: ${names}.`,
  remedy:
    'Say effect, enforcement and scope where the feed is declared, or import the file instead.',
};
