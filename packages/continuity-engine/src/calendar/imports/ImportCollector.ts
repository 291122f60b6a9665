import { type Problem } from '../../time';
import { ZoneClock } from '../clock/ZoneClock';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import { kebab, WindowIds } from '../ical/windowIds';
import { expandWindow } from '../occurrences/expandWindow';
import type {
  CalendarFinding,
  FreezeWindow,
  FreezeWindowDeclaration,
} from '../types';

/** What somebody who moves in from elsewhere says beside the definitions. */
export interface ImportOptions {
  /** IANA zone of definitions that name none and whose tool has no other one for them. */
  timezone: string;
  /** Entity ref of who answers for the windows. */
  owner: string;
  /** Why, for definitions that do not say. */
  reason: string;
  /**
   * The day from which the windows count, `2026-01-01`: cron and its like have no
   * first day. It is also from where on occurrences are looked at for what is worth
   * saying. Absent means 2026-01-01.
   */
  from?: string;
  /**
   * What the text says, document by document, for whoever has read its YAML or JSON
   * already. Absent: it is read here.
   */
  documents?: readonly unknown[];
}

export interface ImportResult {
  windows: FreezeWindowDeclaration[];
  /** Rule `import`, or `invalid` where a window could not be made. */
  findings: CalendarFinding[];
}

/** Long enough to see clocks go forward and back twice. */
const LOOKAHEAD_MS = 2 * 366 * 86_400_000;

/** More than anybody keeps in one file; each may take milliseconds to understand. */
const MAX_DEFINITIONS = 1_000;
/** As many as a calendar may hold. */
const MAX_WINDOWS = 500;

/** How many findings a file may cause before the rest is counted only. */
const MAX_FINDINGS = 300;

/** A name of thousands of characters would hide what is said of it. */
const MAX_MESSAGE = 1_000;

function shortened(message: string): string {
  return message.length > MAX_MESSAGE
    ? `${message.slice(0, MAX_MESSAGE - 3)}...`
    : message;
}

/** What is said of a definition. */
export type ImportFinding = Pick<
  CalendarFinding,
  'severity' | 'message' | 'remedy' | 'path' | 'windowId' | 'dates'
>;

/** Gathers windows and what is to be said about the definitions they come from. */
export class ImportCollector {
  readonly options: ImportOptions;
  readonly #ids = new WindowIds();
  readonly #windows: FreezeWindowDeclaration[] = [];
  readonly #findings: CalendarFinding[] = [];
  readonly #said = new Set<string>();
  #left = 0;
  #definitions = 0;
  #limit: string | undefined;

  constructor(options: ImportOptions) {
    this.options = options;
  }

  /** The day from which windows count, as the clock's midnight. */
  get from(): number {
    return Date.parse(`${this.options.from ?? '2026-01-01'}T00:00:00Z`);
  }

  say(finding: ImportFinding): void {
    const key = JSON.stringify([finding.path, finding.message]);
    if (this.#said.has(key)) return;
    this.#said.add(key);
    if (this.#findings.length < MAX_FINDINGS) {
      const message = shortened(finding.message);
      this.#findings.push({ rule: 'import', ...finding, message });
    } else this.#left += 1;
  }

  /** Something that is not made a window because it cannot be understood. */
  refuse(path: string, message: string, remedy: string): undefined {
    this.say({ severity: 'error', path, message, remedy });
    return undefined;
  }

  /**
   * Counts a definition.
   *
   * @returns whether it is to be read; false for those above the limit, which is then said.
   */
  take(): boolean {
    this.#definitions += 1;
    const isFull = this.#windows.length >= MAX_WINDOWS;
    if (!isFull && this.#definitions <= MAX_DEFINITIONS) return true;
    const limit = isFull
      ? `${MAX_WINDOWS} windows, which is what a calendar may hold`
      : `${MAX_DEFINITIONS} definitions`;
    this.#limit = limit;
    return false;
  }

  /**
   * Adds a window under an id made of a name.
   *
   * @param path - Where in the file its definition stands.
   * @returns it, checked; undefined when it cannot be one, which is then said.
   */
  add(
    path: string,
    name: string,
    window: Omit<FreezeWindowDeclaration, 'id'>,
  ): FreezeWindow | undefined {
    const id = this.#ids.take(kebab(name, 58) || 'window');
    const declaration = { id, ...window };
    const { timezone, owner } = this.options;
    const parsed = parseFreezeWindow(declaration, path, {
      timezone,
      owner,
      scope: {},
    });
    if (!parsed.ok) {
      for (const problem of parsed.problems) this.#invalid(problem);
      return undefined;
    }
    this.#windows.push(declaration);
    return parsed.window;
  }

  /** The first occurrences to which a change of the clocks does something, in words. */
  clockChanges(
    window: FreezeWindow,
  ): { note: string; dates: string[] } | undefined {
    const from = new ZoneClock(window.timezone).toInstant(this.from).instant;
    const { occurrences } = expandWindow(window, {
      from,
      to: from + LOOKAHEAD_MS,
    });
    const changed = occurrences.filter(({ note }) => note !== undefined);
    const [first] = changed;
    return first?.note === undefined
      ? undefined
      : {
          note: first.note,
          dates: changed
            .slice(0, 10)
            .map(({ startLocal }) => startLocal.slice(0, 19)),
        };
  }

  result(): ImportResult {
    const explained = this.#findings.some(
      ({ severity }) => severity !== 'info',
    );
    if (this.#windows.length === 0 && !explained) {
      this.refuse(
        'file',
        'The file holds no window, so there is nothing to import.',
        'See that it is the file that is meant, as its tool exports it.',
      );
    }
    if (this.#limit !== undefined) {
      this.#findings.push({
        rule: 'import',
        severity: 'error',
        path: 'file',
        message: `The file has more than ${
          this.#limit
        }; those that come later are left out.`,
        remedy: 'Import it in parts.',
      });
    }
    if (this.#left > 0) {
      this.#findings.push({
        rule: 'import',
        severity: 'error',
        message: `There are ${this.#left} more findings than can be shown.`,
        remedy: 'Mend the first ones, or import the file in parts.',
      });
    }
    const order = { error: 0, warning: 1, info: 2 };
    const findings = [...this.#findings].sort(
      (one, other) => order[one.severity] - order[other.severity],
    );
    return { windows: this.#windows, findings };
  }

  #invalid({ path, message }: Problem): void {
    if (this.#findings.length >= MAX_FINDINGS) {
      this.#left += 1;
      return;
    }
    this.#findings.push({
      rule: 'invalid',
      severity: 'error',
      path,
      message,
      remedy:
        'Write the window by hand, or change its definition and import it again.',
    });
  }
}
