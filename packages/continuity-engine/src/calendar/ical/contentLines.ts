import ICAL from 'ical.js';

/** One unfolded line of an iCalendar file, not yet taken apart. */
export interface RawLine {
  /** Property name, upper case; `BEGIN` and `END` included. */
  name: string;
  text: string;
  /** Where it begins in the file, from 1. */
  number: number;
}

/** A property taken apart; its value is still as written. */
export interface ContentLine {
  name: string;
  /** Parameter values by upper-case name. */
  params: ReadonlyMap<string, string>;
  /** As written, escapes included. */
  value: string;
  number: number;
}

/**
 * What ical.js is told about values: nothing. Its own readers cut a value where it
 * stops being what they expect (`20260101T100000+0100` loses its offset), and a
 * freeze must not be moved by what was cut off. Names, quoted parameters and escapes
 * are its business, values are read in this folder.
 */
const asWritten = { param: {}, property: {}, value: {}, propertyGroups: false };

const PROPERTY = /^([A-Za-z0-9-]+)[;:]/;

/**
 * Joins folded lines (RFC 5545 3.1); LF and CR alone end a line as CRLF does, and a
 * byte order mark is dropped. Linear in the length of the text.
 */
export function* unfold(
  text: string,
): Generator<RawLine | { broken: string; number: number }> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; ) {
    const number = index + 1;
    const pieces = [lines[index]];
    index += 1;
    while (index < lines.length && /^[ \t]/.test(lines[index])) {
      pieces.push(lines[index].slice(1));
      index += 1;
    }
    const line = pieces.join('');
    if (line.trim() === '') continue;
    const name = PROPERTY.exec(line)?.[1];
    yield name === undefined
      ? { broken: line, number }
      : { name: name.toUpperCase(), text: line, number };
  }
}

/** Takes a line apart; undefined when its parameters cannot be read. */
export function parseLine(raw: RawLine): ContentLine | undefined {
  try {
    // The type of `property` knows the library's own sets only.
    const parsed: unknown = ICAL.parse.property(raw.text, asWritten as never);
    if (!Array.isArray(parsed)) return undefined;
    const [, given, type, value] = parsed;
    if (typeof value !== 'string') return undefined;
    const params = new Map<string, string>();
    for (const [name, param] of Object.entries(given ?? {})) {
      params.set(name.toUpperCase(), String(param));
    }
    // ical.js moves VALUE from the parameters into the type.
    if (typeof type === 'string' && type !== 'unknown') {
      params.set('VALUE', type.toUpperCase());
    }
    return { name: raw.name, params, value, number: raw.number };
  } catch {
    return undefined;
  }
}

/** A TEXT value without its escapes (RFC 5545 3.3.11). */
export function textOf(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, escaped) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  );
}

/** The parts of a list of TEXT values, e.g. of CATEGORIES. */
export function textsOf(value: string): string[] {
  const parts = value.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts.map(part => textOf(part).trim()).filter(part => part !== '');
}
