import type { Problem } from '../../time';
import type { CalendarFinding } from '../types';
import { MAX_PROBLEMS } from './components';

/** A list of thousands would hide what matters. */
const MAX_FINDINGS = 200;
const MAX_NAMES = 5;

type Finding = Omit<CalendarFinding, 'rule'> & {
  rule?: CalendarFinding['rule'];
};

/** What the same remark says about several events. */
export interface Remark {
  severity: CalendarFinding['severity'];
  /** `3 events are cancelled ...`: says it about so many. */
  message: (count: number, names: string) => string;
  remedy: string;
}

/** What reading a file brings up: what is wrong with it, and what is worth saying. */
export class ReadingLog {
  readonly problems: Problem[] = [];
  readonly #findings: CalendarFinding[] = [];
  readonly #said = new Set<string>();
  readonly #remarks = new Map<Remark, string[]>();

  /** Enough is wrong; the rest need not be read. */
  get isFull(): boolean {
    return this.problems.length >= MAX_PROBLEMS;
  }

  refuse(path: string, message: string): undefined {
    this.problems.push({ path, message });
    return undefined;
  }

  /** Says something once, however often it comes up. */
  note({ rule = 'import', ...finding }: Finding): void {
    const key = `${finding.windowId ?? ''}\n${finding.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#findings.push({ rule, ...finding });
  }

  /** Collects the events of which the same is to be said. */
  remark(remark: Remark, name: string): void {
    const names = this.#remarks.get(remark);
    if (names) names.push(name);
    else this.#remarks.set(remark, [name]);
  }

  get findings(): CalendarFinding[] {
    const all = [...this.#findings];
    for (const [{ severity, message, remedy }, names] of this.#remarks) {
      const shown = [...new Set(names)];
      const list = shown.slice(0, MAX_NAMES).join(', ');
      all.push({
        rule: 'import',
        severity,
        message: message(
          names.length,
          shown.length > MAX_NAMES ? `${list}, ...` : list,
        ),
        remedy,
      });
    }
    const order = { error: 0, warning: 1, info: 2 };
    all.sort((one, other) => order[one.severity] - order[other.severity]);
    if (all.length <= MAX_FINDINGS) return all;
    const left = all.length - MAX_FINDINGS;
    return [
      ...all.slice(0, MAX_FINDINGS),
      {
        rule: 'import',
        severity: 'info',
        message: `There are ${left} more remarks.`,
        remedy: 'Mend the first ones and look again.',
      },
    ];
  }
}

/** `1 event is`, `3 events are`. */
export function events(count: number): string {
  return count === 1 ? '1 event is' : `${count} events are`;
}
