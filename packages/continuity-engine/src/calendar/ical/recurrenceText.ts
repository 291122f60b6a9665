import { formatDate, formatWall } from '../clock/wallTime';
import type { ZoneClock } from '../clock/ZoneClock';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';

/** A rule with another COUNT; undefined when it would yield nothing. Rules without COUNT stay. */
export function withCount(
  rrule: string,
  change: (count: number) => number,
): string | undefined {
  const parts = partsOf(rrule);
  const count = parts.find(([name]) => name === 'COUNT');
  if (!count) return rrule;
  const changed = change(Number(count[1]));
  return changed < 1 ? undefined : replaced(parts, 'COUNT', String(changed));
}

/**
 * A rule as RFC 5545 3.3.10 wants it beside a DTSTART with a zone: UNTIL is a moment
 * in UTC there, and a date where DTSTART is one.
 */
export function exportRule(
  rrule: string,
  clock: ZoneClock,
  allDay: boolean,
): string {
  const parsed = parseRecurrenceRule(rrule);
  if (!parsed.ok || !parsed.rule.until) return rrule;
  const { until } = parsed.rule;
  const parts = partsOf(rrule);
  if (allDay) {
    const wall = until.by === 'wall' ? until.wall : clock.toWall(until.at);
    return replaced(parts, 'UNTIL', formatDate(wall).replaceAll('-', ''));
  }
  const at =
    until.by === 'wall' ? clock.toInstant(until.wall).instant : until.at;
  return replaced(parts, 'UNTIL', `${formatWall(at).replace(/[-:]/g, '')}Z`);
}

function partsOf(rrule: string): [string, string][] {
  return rrule
    .trim()
    .replace(/;$/, '')
    .split(';')
    .map(part => {
      const [name, ...value] = part.split('=');
      return [name.trim().toLocaleUpperCase('en-US'), value.join('=')];
    });
}

function replaced(
  parts: [string, string][],
  name: string,
  value: string,
): string {
  return parts
    .map(([known, old]) => `${known}=${known === name ? value : old}`)
    .join(';');
}
