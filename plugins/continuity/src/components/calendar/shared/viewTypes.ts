import type { MutableRefObject } from 'react';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import type { CivilDay } from '../time/civilDay';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

/** What every view of the calendar is given. */
export interface ViewProps {
  index: OccurrenceIndex;
  /** The days that are shown, in the zone that is shown. */
  days: ZoneDay[];
  words: TimeWords;
  /** Today in that zone. */
  today: CivilDay;
  /** What the grid is called, e.g. "March 2026". */
  title: string;
  /** Opens the details of an occurrence. */
  onOpen: (position: number) => void;
  /** Lists all occurrences of a day. */
  onDay: (day: ZoneDay) => void;
  /** Leads to the period that holds a day. */
  onGo: (day: CivilDay) => void;
  /** Set when the keyboard led here from another period. */
  grab: MutableRefObject<boolean>;
  /** Shown on paper: everything, without scrolling and without keys. */
  printed?: boolean;
}
