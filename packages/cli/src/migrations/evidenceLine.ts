import { plainLine } from '../output/plainLine';

/** Text as evidence takes it: one line of a length that is known. */
export function evidenceLine(text: string, most: number): string {
  const line = plainLine(text) || '-';
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
