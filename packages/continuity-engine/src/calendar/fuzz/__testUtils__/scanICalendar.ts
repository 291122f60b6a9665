/**
 * What stands in an iCalendar file, found without any code of the reader: lines,
 * names and values by the letter of RFC 5545 3.1, nothing else.
 */
export interface Scan {
  events: ScannedEvent[];
  /** Kinds of components that become no windows, wherever they stand. */
  others: string[];
}

export interface ScannedEvent {
  /** Values as written, by upper-case name. */
  values: Map<string, ScannedProperty[]>;
}

export interface ScannedProperty {
  value: string;
  /** Parameters as written, with the semicolon before them. */
  params: string;
}

const STRUCTURE = ['VCALENDAR', 'VEVENT', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT'];

export function scanICalendar(text: string): Scan {
  const scan: Scan = { events: [], others: [] };
  const open: { kind: string; event?: ScannedEvent }[] = [];
  const unfolded = text
    .replace(/^\uFEFF/, '')
    .replace(/(?:\r\n|\n|\r)[ \t]/g, '')
    .split(/\r\n|\n|\r/);
  for (const line of unfolded) {
    const match = /^([A-Za-z0-9-]+)((?:;(?:[^:"]|"[^"]*")*)?):(.*)$/s.exec(
      line,
    );
    if (!match) continue;
    const [, name, params, value] = match;
    const kind = value.trim().toUpperCase();
    if (name.toUpperCase() === 'BEGIN') {
      const event = kind === 'VEVENT' ? { values: new Map() } : undefined;
      if (event) scan.events.push(event);
      else if (!STRUCTURE.includes(kind)) scan.others.push(kind);
      open.push({ kind, ...(event && { event }) });
    } else if (name.toUpperCase() === 'END') open.pop();
    else {
      const values = open.at(-1)?.event?.values;
      const known = values?.get(name.toUpperCase()) ?? [];
      values?.set(name.toUpperCase(), [...known, { value, params }]);
    }
  }
  return scan;
}
