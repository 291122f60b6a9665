import type { ScopedWindow, WindowIndex, WindowsForSubject } from '../calendar';
import {
  horizonOf,
  judgeWindows,
  outlookFrom,
  StateCourse,
  strictestRuns,
  surroundings,
  type AskedOperation,
  type JudgedWindow,
  type Outlook,
  type Surroundings,
} from '../calendar/answer';
import type { Instant } from '../time';
import { countsFor } from './examineCalendars';
import type { GatePolicy } from './types';

/** The windows that count for one policy, over all that is looked at. */
export interface PolicyView {
  judgeAt(at: Instant): JudgedWindow[];
  /** What is needed for words about a moment. */
  surroundingsAt(at: Instant): Surroundings;
  course: StateCourse;
}

/** When a window that may stop something begins or ceases to do so next. */
export function nextCut(
  { course }: PolicyView,
  at: Instant,
): Instant | undefined {
  return at < course.period.end ? course.nextCut(at) : undefined;
}

/**
 * The windows of one question, looked at for each policy: which calendars a policy looks
 * at decides which maintenance windows there are, and so what is closed. Worked out when
 * first asked for; most policies share one view.
 */
export class WindowSight {
  readonly #windowsFor: () => WindowsForSubject;
  readonly #asked: AskedOperation;
  readonly #at: Instant;
  readonly #horizonMs: number;
  readonly #views = new Map<string, PolicyView>();
  #windows: WindowsForSubject | undefined;

  constructor(options: {
    /** May throw; then whoever asks gets the error. */
    windowsFor: () => WindowsForSubject;
    asked: AskedOperation;
    at: Instant;
    horizonMs: number;
  }) {
    this.#windowsFor = options.windowsFor;
    this.#asked = options.asked;
    this.#at = options.at;
    this.#horizonMs = options.horizonMs;
  }

  get asked(): AskedOperation {
    return this.#asked;
  }

  /** The end of what is looked at. */
  get horizon(): Instant {
    return horizonOf(this.#at, this.#horizonMs);
  }

  /**
   * @param policy - one that looks at calendars
   * @throws when windows cannot be worked out
   */
  viewOf(policy: GatePolicy): PolicyView {
    const key = keyOf(policy);
    let view = this.#views.get(key);
    if (!view) {
      this.#windows ??= this.#windowsFor();
      const { index, scoped } = this.#windows;
      view = this.#look(
        index,
        scoped.filter(
          ({ indexed, inScope }) =>
            inScope && countsFor(policy, indexed.calendarRef),
        ),
      );
      this.#views.set(key, view);
    }
    return view;
  }

  /** How closed it is for policies together: each must be open for it to be open. */
  courseOf(policies: readonly GatePolicy[]): StateCourse {
    const courses = [
      ...new Set(policies.map(policy => this.viewOf(policy).course)),
    ];
    return courses.length === 1
      ? courses[0]
      : new StateCourse(
          courses[0].period,
          strictestRuns(courses.map(({ runs }) => runs)),
        );
  }

  #look(index: WindowIndex, scoped: readonly ScopedWindow[]): PolicyView {
    const asked = this.#asked;
    const outlook: Outlook = outlookFrom(
      index,
      scoped,
      this.#at,
      this.#horizonMs,
      asked,
    );
    return {
      course: outlook.course,
      judgeAt: at => judgeWindows(index, scoped, at, asked, outlook.closings),
      surroundingsAt: at =>
        surroundings(index, at, this.horizon, outlook, asked),
    };
  }
}

function keyOf({ calendars }: GatePolicy): string {
  return calendars === 'all'
    ? 'all'
    : [...new Set(calendars?.map(ref => ref.toLowerCase()))].sort().join(' ');
}
