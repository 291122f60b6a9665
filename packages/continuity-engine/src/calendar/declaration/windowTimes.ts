import type { Problem } from '../../time';
import { formatWall, parseDeclaredTime } from '../clock/wallTime';
import type { FreezeWindow } from '../types';
import type { DeclaredWindow } from './calendarShapes';
import { WindowTimesReader, wrongTime } from './WindowTimesReader';
import { within } from './within';

export type WindowTimes = Pick<
  FreezeWindow,
  'start' | 'length' | 'allDay' | 'rdates' | 'exdates' | 'overrides'
>;

type Declared = Pick<
  DeclaredWindow,
  'start' | 'end' | 'duration' | 'rdates' | 'exdates' | 'overrides' | 'rrule'
>;

/**
 * Reads when a window begins, how long it is, what comes on top, what is cancelled
 * and what is different; each for itself, lists as they were declared.
 */
export function parseWindowTimes(
  declared: Declared,
  path: string,
): { times?: WindowTimes; problems: Problem[] } {
  const first = parseDeclaredTime(declared.start);
  if (!first) {
    return {
      problems: [
        { path: within(path, 'start'), message: wrongTime(declared.start) },
      ],
    };
  }
  const reader = new WindowTimesReader(declared.start, first.dateOnly);
  const length = reader.readWindowLength(declared, first.wall, path);
  const rdates = (declared.rdates ?? []).flatMap(
    (value, index) =>
      reader.readExtraDate(value, within(path, 'rdates', index)) ?? [],
  );
  const exdates = (declared.exdates ?? []).flatMap((text, index) => {
    const wall = reader.readTime(text, within(path, 'exdates', index));
    return wall === undefined ? [] : [formatWall(wall)];
  });
  const overrides = (declared.overrides ?? []).flatMap(
    (value, index) =>
      reader.readOverride(value, within(path, 'overrides', index)) ?? [],
  );
  const { problems } = reader;
  if (!length || problems.length > 0) return { problems };
  return {
    times: {
      start: formatWall(first.wall),
      length,
      allDay: first.dateOnly,
      rdates,
      exdates,
      overrides,
    },
    problems,
  };
}
