import type { FreezeCalendar, FreezeWindow, WindowSubject } from '../../types';

export const NOW = Date.UTC(2026, 0, 1);

/** A freeze of an evening in Zurich that no rule has anything to say about. */
export function windowOf(part: Partial<FreezeWindow> = {}): FreezeWindow {
  return {
    id: 'w',
    title: 'A window',
    reason: 'Because',
    owner: 'group:default/finance',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone: 'Europe/Zurich',
    start: '2026-02-02T18:00:00',
    length: { by: 'duration', duration: 'PT4H' },
    allDay: false,
    rdates: [],
    exdates: [],
    overrides: [],
    scope: { environments: ['production'] },
    ...part,
  };
}

export function calendarOf(
  windows: FreezeWindow[],
  part: Partial<FreezeCalendar> = {},
): FreezeCalendar {
  return {
    ref: 'freezecalendar:default/finance',
    title: 'Finance',
    owner: 'group:default/finance',
    origin: { kind: 'catalog' },
    windows,
    ...part,
  };
}

/** Twelve services in two environments, of two tiers and two systems. */
export const SERVICES: WindowSubject[] = Array.from(
  { length: 12 },
  (_, index) => {
    const entity = {
      kind: 'Component',
      metadata: { name: `service-${index}` },
      spec: { type: index < 3 ? 'batch' : 'service' },
    };
    return ['production', 'staging'].map(environment => ({
      entity,
      tier: index < 4 ? 'tier-1' : 'tier-2',
      systems: [`system:default/${index < 6 ? 'ledger' : 'cards'}`],
      businessFunctions: index === 0 ? ['businessfunction:default/pay'] : [],
      environment,
      regions: ['eu-central-1'],
      releaseClass: 'standard' as const,
    }));
  },
).flat();
