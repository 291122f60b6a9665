import type { GraphEdge } from '@continuity/engine';
import type { ProblemList } from './LineProblem';

interface Group {
  name: string;
  members: Set<string>;
  minAvailable: number;
  /** The line that asks for so many. */
  line: number;
}

/** Watches that no group needs more members than it has. */
export class GroupSizes {
  readonly #groups = new Map<string, Group>();

  add({ from, to, group, minAvailable = 1 }: GraphEdge, line: number): void {
    if (group === undefined) return;
    const key = JSON.stringify([from, group]);
    const known = this.#groups.get(key);
    if (!known) {
      const members = new Set([to]);
      this.#groups.set(key, { name: group, members, minAvailable, line });
      return;
    }
    known.members.add(to);
    if (minAvailable > known.minAvailable) {
      known.minAvailable = minAvailable;
      known.line = line;
    }
  }

  check(problems: ProblemList): void {
    for (const { name, members, minAvailable, line } of this.#groups.values()) {
      if (minAvailable <= members.size) continue;
      problems.add({
        line,
        field: 'minAvailable',
        message: `${minAvailable} is more than the ${members.size} of group "${name}"; expected at most ${members.size}. All of them are taken to be needed`,
      });
    }
  }
}
