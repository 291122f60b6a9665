import type { Instant, Occurrence } from '@continuity/engine';
import { type Announcement, spanOf } from './Announcement';
import type { FreezeNews, FreezeNewsKind } from './freezeNews';
import type { WindowChange } from './judgeChange';

/** What differs between the times of a window; each by the start. */
export interface TimeDifference {
  gone: Occurrence[];
  come: Occurrence[];
  /** The same start, another end. */
  resized: { was: Occurrence; is: Occurrence }[];
}

/** What happened to a window. */
export interface Finding {
  kind: FreezeNewsKind;
  /** Which version of the window it is told of. */
  of: 'before' | 'after';
  occurrence: Occurrence;
  about: Partial<FreezeNews>;
}

/** Compares the times of a window at two looks. */
export function differenceOf(
  was: readonly Occurrence[],
  is: readonly Occurrence[],
): TimeDifference {
  const wasAt = new Map(was.map(one => [one.start, one]));
  const isAt = new Map(is.map(one => [one.start, one]));
  return {
    gone: was.filter(({ start }) => !isAt.has(start)),
    come: is.filter(({ start }) => !wasAt.has(start)),
    resized: is.flatMap(one => {
      const other = wasAt.get(one.start);
      return other && other.end !== one.end ? [{ was: other, is: one }] : [];
    }),
  };
}

/** What happened to the times of a window. Absent: nothing that anybody has to know. */
export function findingOf(
  { before, after }: WindowChange,
  { gone, come, resized }: TimeDifference,
  rows: ReadonlyMap<Instant, Announcement>,
  now: Instant,
): Finding | undefined {
  const next = after?.next && { next: spanOf(after.next) };
  if (come.length > 0) {
    return gone.length > 0
      ? {
          kind: 'moved',
          of: 'after',
          occurrence: come[0],
          about: {
            before: spanOf(gone[0]),
            ...moreThan(Math.max(gone.length, come.length) - 1),
          },
        }
      : {
          kind: 'added',
          of: 'after',
          occurrence: come[0],
          about: moreThan(come.length - 1),
        };
  }
  if (gone.length > 0) {
    if (after?.isSingle && after.next && !after.onlyWarns) {
      return {
        kind: 'moved',
        of: 'after',
        occurrence: after.next,
        about: { before: spanOf(gone[0]) },
      };
    }
    const [first, ...others] = gone;
    const isLifted = first.start <= now;
    if (isLifted && others.length === 0 && !rows.has(first.start)) {
      // Nobody was told of it.
      return undefined;
    }
    return {
      kind: isLifted && rows.has(first.start) ? 'lifted' : 'called-off',
      of: 'before',
      occurrence: isLifted && !rows.has(first.start) ? others[0] : first,
      about: {
        ...next,
        ...moreThan(others.length),
        ...(isLifted && rows.has(first.start) && { early: true }),
        ...(after?.onlyWarns && { onlyWarns: true }),
      },
    };
  }
  if (resized.length > 0) {
    const [{ was, is }] = resized;
    return {
      kind: 'changed',
      of: 'after',
      occurrence: is,
      about: { before: spanOf(was), ...moreThan(resized.length - 1) },
    };
  }
  const was = before?.window.enforcement;
  if (before && after && was !== after.window.enforcement) {
    const [first, ...others] = after.times;
    return {
      kind: 'changed',
      of: 'after',
      occurrence: first,
      about: {
        before: { ...spanOf(first), enforcement: was },
        ...moreThan(others.length),
      },
    };
  }
  return undefined;
}

/** Says so only when there are more. */
export function moreThan(more: number): { more?: number } {
  return more > 0 ? { more } : {};
}
