import type { WallTime } from '../../clock/wallTime';
import { formatWall } from '../../clock/wallTime';

/** RFC 5545 3.1: octets in a line, its break not counted. */
const MAX_OCTETS = 75;

/** A content line; the value is already what stands in the file. */
export function line(
  name: string,
  value: string,
  params: Record<string, string> = {},
): string {
  const given = Object.entries(params).map(([key, text]) => `;${key}=${text}`);
  // A break within a value would begin a line of its own.
  return fold(`${name}${given.join('')}:${value.replace(/[\r\n]+/g, ' ')}`);
}

/** A TEXT value (RFC 5545 3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, found => `\\${found}`)
    .replaceAll('\n', '\\n');
}

/** `20261224T180000`. */
export function icalWall(wall: WallTime): string {
  return formatWall(wall).replace(/[-:]/g, '');
}

/** `20261224`. */
export function icalDate(wall: WallTime): string {
  return icalWall(wall).slice(0, 8);
}

/** Most lines are one of these, and need not be looked at character by character. */
const SHORT = new RegExp(`^[\\0-\\x7f]{0,${MAX_OCTETS}}$`);

/** Breaks between characters, never within one. */
function fold(text: string): string {
  if (SHORT.test(text)) return text;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of text) {
    const size = octetsOf(character);
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  lines.push(current);
  return lines.join('\r\n');
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
