/** What a rule of the gate is about, as far as it can be overridden. */
export type OverridableRule =
  | {
      kind: 'freeze' | 'maintenance';
      calendarRef: string;
      windowId: string;
    }
  | { kind: 'check'; check: string };

/**
 * Reads the name of a rule, e.g. `freeze:freezecalendar:default/close#month-end`.
 *
 * @returns undefined for what cannot be overridden
 */
export function parseRule(rule: string): OverridableRule | undefined {
  const window = /^(freeze|maintenance):([^#]+)#([^#]+)$/.exec(rule);
  if (window) {
    const [, kind, calendarRef, windowId] = window;
    return {
      kind: kind === 'freeze' ? 'freeze' : 'maintenance',
      calendarRef,
      windowId,
    };
  }
  const check = /^check:(.+)$/.exec(rule)?.[1];
  return check === undefined ? undefined : { kind: 'check', check };
}
