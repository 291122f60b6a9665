import type {
  PortalWindow,
  WindowDraft,
} from '@continuity/plugin-continuity-common';
import {
  fromRule,
  recurrenceOf,
  toRule,
  type RecurrenceForm,
} from './recurrenceForm';

type Declaration = PortalWindow['window'];

/** The dimensions of a scope that the form has lists for. */
export const SCOPE_LISTS = [
  'tiers',
  'systems',
  'businessFunctions',
  'environments',
  'regions',
  'classes',
] as const;

export type ScopeList = (typeof SCOPE_LISTS)[number];

export interface ScopeForm {
  only: Record<ScopeList, string[]>;
  except: Record<ScopeList, string[]>;
  /** A filter predicate as JSON; empty: none. */
  entities: string;
  /** The same for what is left out. */
  exceptEntities: string;
}

/** What is different about one occurrence; a text that is empty says nothing. */
export interface OverrideForm {
  /** The start that the rule gives it. */
  occurrence: string;
  start: string;
  end: string;
  duration: string;
  title: string;
  reason: string;
}

/** A window as the form holds it: texts as typed, also wrong ones. */
export interface WindowForm {
  id: string;
  /** The id follows the title until somebody types one. */
  idFollows: boolean;
  title: string;
  reason: string;
  owner: string;
  link: string;
  effect: 'freeze' | 'maintenance';
  enforcement: 'block' | 'approval' | 'warn';
  onRunning: 'finish' | 'pause';
  rollbacksExempt: boolean;
  timezone: string;
  allDay: boolean;
  startDate: string;
  startTime: string;
  lengthBy: 'end' | 'duration';
  endDate: string;
  endTime: string;
  duration: string;
  recurrence: RecurrenceForm;
  /** One start a line. */
  exdates: string;
  /** One start a line, or `start/end`. */
  rdates: string;
  overrides: OverrideForm[];
  scope: ScopeForm;
}

const noLists = (): Record<ScopeList, string[]> => ({
  tiers: [],
  systems: [],
  businessFunctions: [],
  environments: [],
  regions: [],
  classes: [],
});

/**
 * An empty form for a window of one night.
 *
 * @param today - `YYYY-MM-DD` in the reader's zone
 */
export function emptyForm(options: {
  today: string;
  timezone: string;
  owner: string;
}): WindowForm {
  const { today, timezone, owner } = options;
  return {
    id: '',
    idFollows: true,
    title: '',
    reason: '',
    owner,
    link: '',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone,
    allDay: false,
    startDate: today,
    startTime: '18:00',
    lengthBy: 'duration',
    endDate: today,
    endTime: '23:00',
    duration: 'PT12H',
    recurrence: recurrenceOf(today),
    exdates: '',
    rdates: '',
    overrides: [],
    scope: {
      only: noLists(),
      except: noLists(),
      entities: '',
      exceptEntities: '',
    },
  };
}

/** What has to be filled in, and has no value to begin with. */
const REQUIRED = ['title', 'id', 'reason'] as const;
export type RequiredPart = (typeof REQUIRED)[number];

/** The required parts that are still empty. */
export function emptyParts(form: WindowForm): RequiredPart[] {
  const declared = declarationOf(form);
  return REQUIRED.filter(part => declared[part] === '');
}

/** A saved window as the form shows it. */
export function formOf(saved: PortalWindow): WindowForm {
  const { window } = saved;
  const [startDate, startTime = ''] = window.start.split('T');
  const [endDate = startDate, endTime = startTime] = (window.end ?? '').split(
    'T',
  );
  const allDay = !window.start.includes('T');
  return {
    id: window.id,
    idFollows: false,
    title: window.title,
    reason: window.reason,
    owner: saved.owner,
    link: window.link ?? '',
    effect: window.effect ?? 'freeze',
    enforcement: window.enforcement ?? 'block',
    onRunning: window.onRunning ?? 'finish',
    rollbacksExempt: window.rollbacksExempt ?? true,
    timezone: window.timezone ?? saved.timezone,
    allDay,
    startDate,
    startTime: startTime.slice(0, 8),
    lengthBy: window.end === undefined ? 'duration' : 'end',
    endDate: endDate || startDate,
    endTime: endTime.slice(0, 8),
    duration: window.duration ?? (allDay ? 'P1D' : 'PT12H'),
    recurrence: fromRule(window.rrule, window.start),
    exdates: (window.exdates ?? []).join('\n'),
    rdates: (window.rdates ?? [])
      .map(date =>
        typeof date === 'string'
          ? date
          : [date.start, date.end].filter(Boolean).join('/'),
      )
      .join('\n'),
    overrides: (window.overrides ?? []).map(
      ({
        occurrence,
        start = '',
        end = '',
        duration = '',
        title = '',
        reason = '',
      }) => ({ occurrence, start, end, duration, title, reason }),
    ),
    scope: scopeForm(window.scope ?? {}),
  };
}

function scopeForm(scope: Record<string, unknown>): ScopeForm {
  const { except } = scope;
  const excluded = isRecord(except) ? except : {};
  return {
    only: listsOf(scope),
    except: listsOf(excluded),
    entities: jsonOf(scope.entities),
    exceptEntities: jsonOf(excluded.entities),
  };
}

function listsOf(scope: Record<string, unknown>): Record<ScopeList, string[]> {
  const lists = noLists();
  for (const name of SCOPE_LISTS) {
    const value = scope[name];
    if (Array.isArray(value)) lists[name] = value.map(String);
  }
  return lists;
}

function jsonOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the title suggests as an id: lower-case letters, digits and dashes. */
export function idFrom(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}

/**
 * The form as a declaration. Left out is what says nothing; everything else goes out as
 * it was typed, and the backend names what is wrong with it.
 */
export function declarationOf(form: WindowForm): Declaration {
  const rrule = toRule(form.recurrence);
  const exdates = linesOf(form.exdates);
  const rdates = linesOf(form.rdates).map(line => {
    const [start, end] = line.split('/').map(part => part.trim());
    return end === undefined ? start : { start, end };
  });
  const scope = scopeOf(form.scope);
  return {
    id: form.idFollows ? idFrom(form.title) : form.id.trim(),
    title: form.title.trim(),
    reason: form.reason.trim(),
    ...(form.link.trim() !== '' && { link: form.link.trim() }),
    effect: form.effect,
    enforcement: form.enforcement,
    onRunning: form.onRunning,
    rollbacksExempt: form.rollbacksExempt,
    start: placed(form, form.startDate, form.startTime),
    ...(form.lengthBy === 'end'
      ? { end: placed(form, form.endDate, form.endTime) }
      : { duration: form.duration.trim() }),
    ...(rrule !== undefined && { rrule }),
    ...(rdates.length > 0 && { rdates }),
    ...(exdates.length > 0 && { exdates }),
    ...(form.overrides.length > 0 && {
      overrides: form.overrides.map(overrideOf),
    }),
    ...(Object.keys(scope).length > 0 && { scope }),
  };
}

function overrideOf(
  one: OverrideForm,
): NonNullable<Declaration['overrides']>[number] {
  const said = Object.entries(one).flatMap(([part, text]) =>
    part !== 'occurrence' && text.trim() !== '' ? [[part, text.trim()]] : [],
  );
  return { occurrence: one.occurrence.trim(), ...Object.fromEntries(said) };
}

/** The form as a draft to look at before it is saved. */
export function draftOf(form: WindowForm, replaces?: string): WindowDraft {
  return {
    owner: form.owner,
    timezone: form.timezone,
    window: declarationOf(form),
    ...(replaces !== undefined && { replaces }),
  };
}

function placed(form: WindowForm, date: string, time: string): string {
  if (form.allDay) return date;
  return `${date}T${time.length === 5 ? `${time}:00` : time}`;
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

function scopeOf(scope: ScopeForm): Record<string, unknown> {
  const only = dimensionsOf(scope.only, scope.entities);
  const except = dimensionsOf(scope.except, scope.exceptEntities);
  return {
    ...only,
    ...(Object.keys(except).length > 0 && { except }),
  };
}

function dimensionsOf(
  lists: Record<ScopeList, string[]>,
  entities: string,
): Record<string, unknown> {
  const present = SCOPE_LISTS.filter(name => lists[name].length > 0);
  return {
    ...Object.fromEntries(present.map(name => [name, lists[name]])),
    ...(entities.trim() !== '' && { entities: parsed(entities) }),
  };
}

/** A text that is no JSON goes out as it is: the backend refuses it by its path. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
