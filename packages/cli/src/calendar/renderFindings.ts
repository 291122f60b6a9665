import type { CalendarFinding } from '@continuity/engine';
import { plainLine } from '../output/plainLine';

/** Findings for people: what is wrong, where, and what to write instead. */
export function renderFindings(
  findings: readonly (CalendarFinding & { calendarRef?: string })[],
  calendars: number,
): string {
  if (findings.length === 0) {
    return `Nothing to say about ${counted(calendars, 'calendar')}.\n`;
  }
  const bySeverity = (severity: CalendarFinding['severity']) =>
    findings.filter(one => one.severity === severity).length;
  return `${findings.map(renderFinding).join('\n')}
${counted(bySeverity('error'), 'error')}, ${counted(
    bySeverity('warning'),
    'warning',
  )}, ${counted(bySeverity('info'), 'remark')}
`;
}

function renderFinding(
  finding: CalendarFinding & { calendarRef?: string },
): string {
  const { severity, rule, calendarRef, windowId, path, dates } = finding;
  const where = [
    [calendarRef, windowId].filter(part => part !== undefined).join('#'),
    path,
  ]
    .filter(Boolean)
    .join(' ');
  return `${severity} ${rule}${where === '' ? '' : `: ${plainLine(where)}`}
  what: ${plainLine(finding.message)}
${dates?.length ? `  when: ${dates.join(', ')}\n` : ''}  next: ${plainLine(
    finding.remedy,
  )}
`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
