import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';

/** About how much is written at once. */
const CHUNK = 1 << 16;

/** Writes a JSON list without holding all of it. */
export function writeList(io: Io, items: Iterable<unknown>): void {
  let text = '[';
  let separator = '';
  for (const item of items) {
    text += `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
    if (text.length > CHUNK) {
      io.out(text);
      text = '';
    }
  }
  io.out(`${text}]`);
}

/** How many lines of one kind are shown to people; `--json` has all. */
const SHOWN = 50;

/** Lines for people, and how many more there are. */
export function writeLines(io: Io, lines: Iterable<string>, count: number) {
  let shown = 0;
  for (const line of lines) {
    if (shown === SHOWN) {
      io.out(`  and ${count - SHOWN} more; --json has all of them\n`);
      return;
    }
    io.out(`  ${plainLine(line)}\n`);
    shown++;
  }
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
