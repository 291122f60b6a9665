import {
  CHANGE_SIGNALS,
  type ChangeSignal,
} from '@continuity/plugin-continuity-common';
import { useSignals } from './useSignals';

/** What a page shows. */
export interface LiveSubject {
  about: ChangeSignal['about'];
  /** Absent: a list, which any of them may be on. */
  id?: string;
}

/**
 * Asks again when the backend tells that something is not as it is shown, and regularly all
 * the same, because a signal may be lost and a portal may have none.
 *
 * @param work - is called while the page is looked at
 * @param subject - what it shows
 * @param everyMs - how often it is asked without a signal
 */
export function useLiveUpdates(
  work: () => void,
  { about, id }: LiveSubject,
  everyMs: number,
): void {
  useSignals(
    work,
    CHANGE_SIGNALS,
    message =>
      message.about === about && (id === undefined || message.id === id),
    { everyMs, spread: id === undefined },
  );
}
