import type { WallTime } from '../clock/wallTime';

/** Where starts come from, before DTSTART, COUNT and UNTIL bound them. */
export interface StartSource {
  /** Starts in `[from, to)`, in order, each once; also such before DTSTART. */
  collect(from: WallTime, to: WallTime): WallTime[];
}
