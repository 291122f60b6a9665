import { styleText } from 'node:util';
import type { Io } from '../Io';

/** A word in bold and colour, on a terminal; in a log it stays as it is. */
export function emphasise(
  io: Io,
  colour: 'green' | 'red' | 'yellow',
  text: string,
): string {
  return io.colour
    ? styleText(['bold', colour], text, { validateStream: false })
    : text;
}
