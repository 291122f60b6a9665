import type {
  ChangeContent,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import { DateTime } from 'luxon';
import { factsFormOf, factsOf, noFacts, type FactsForm } from './factsForm';
import { linesOf } from './lines';

export interface RollbackForm {
  /** One step a line. */
  steps: string;
  /** At most one ref. */
  decisionOwner: string[];
  decisionDeadline: string;
  expectedDuration: string;
  dataHandling: string;
}

export interface TestForm {
  summary: string;
  link: string;
}

/** A change as the form holds it: texts as typed, also wrong ones; empty: not said. */
export interface ChangeForm {
  title: string;
  description: string;
  entities: string[];
  environments: string[];
  regions: string[];
  /** By entity ref. */
  digests: Record<string, string>;
  /** On the reader's clock, `2026-03-04T08:00`. */
  window: { start: string; end: string };
  class: ReleaseClass | '';
  classReason: string;
  incident: string;
  plan: string;
  rollbackPlan: RollbackForm;
  tests: TestForm[];
  communication: string;
  /** At most one ref. */
  implementer: string[];
  committers: string[];
  facts: FactsForm;
}

/** The parts of the form; each is a part of what a change says, by the same name. */
export type FormPart = keyof ChangeForm;

const noRollback = (): RollbackForm => ({
  steps: '',
  decisionOwner: [],
  decisionDeadline: '',
  expectedDuration: '',
  dataHandling: '',
});

/** @param entity - ref of what is to be changed. Absent: not chosen yet */
export const emptyForm = (entity?: string): ChangeForm => ({
  title: '',
  description: '',
  entities: entity ? [entity] : [],
  environments: [],
  regions: [],
  digests: {},
  window: { start: '', end: '' },
  class: '',
  classReason: '',
  incident: '',
  plan: '',
  rollbackPlan: noRollback(),
  tests: [],
  communication: '',
  implementer: [],
  committers: [],
  facts: noFacts(),
});

/** What a change says, as the form holds it. */
export function formOf(content: ChangeContent, timeZone: string): ChangeForm {
  const { window, rollbackPlan, implementer } = content;
  return {
    title: content.title,
    description: content.description ?? '',
    entities: content.entities,
    environments: content.environments,
    regions: content.regions ?? [],
    digests: content.digests ?? {},
    window: {
      start: window ? onClock(window.start, timeZone) : '',
      end: window ? onClock(window.end, timeZone) : '',
    },
    class: content.class ?? '',
    classReason: content.classReason ?? '',
    incident: content.incident ?? '',
    plan: content.plan ?? '',
    rollbackPlan: rollbackPlan
      ? {
          ...rollbackPlan,
          steps: rollbackPlan.steps.join('\n'),
          decisionOwner: [rollbackPlan.decisionOwner],
        }
      : noRollback(),
    tests: (content.tests ?? []).map(({ summary, link = '' }) => ({
      summary,
      link,
    })),
    communication: content.communication ?? '',
    implementer: implementer ? [implementer] : [],
    committers: content.committers ?? [],
    facts: factsFormOf(content.facts),
  };
}

/** What a form says, to be sent; the backend judges it and names the parts that are wrong. */
export function contentOf(
  form: ChangeForm,
  timeZone: string,
): Record<string, unknown> {
  const { start, end } = form.window;
  const digests = Object.entries(form.digests).filter(
    ([ref, digest]) => form.entities.includes(ref) && digest.trim() !== '',
  );
  return said({
    title: form.title.trim(),
    description: form.description,
    entities: form.entities,
    environments: form.environments,
    regions: form.regions,
    digests: Object.fromEntries(
      digests.map(([ref, digest]) => [ref, digest.trim()]),
    ),
    window: said({
      start: instantOf(start, timeZone),
      end: instantOf(end, timeZone),
    }),
    class: form.class,
    classReason: form.classReason,
    incident: form.incident.trim(),
    plan: form.plan,
    rollbackPlan: said({
      steps: linesOf(form.rollbackPlan.steps),
      decisionOwner: form.rollbackPlan.decisionOwner[0],
      decisionDeadline: form.rollbackPlan.decisionDeadline.trim(),
      expectedDuration: form.rollbackPlan.expectedDuration.trim(),
      dataHandling: form.rollbackPlan.dataHandling,
    }),
    tests: form.tests
      .filter(({ summary, link }) => summary.trim() || link.trim())
      .map(({ summary, link }) => said({ summary, link: link.trim() })),
    communication: form.communication,
    implementer: form.implementer[0],
    committers: form.committers,
    facts: factsOf(form.facts),
  });
}

/** The instant of a wall clock. What cannot be read is handed on, to be judged. */
export function instantOf(text: string, timeZone: string): string {
  if (text === '') return '';
  const at = DateTime.fromISO(text, { zone: timeZone });
  return at.isValid ? at.toUTC().toISO({ suppressMilliseconds: true }) : text;
}

/** An instant on the reader's clock, to the minute, as a field for it wants it. */
export function onClock(at: string, timeZone: string): string {
  return DateTime.fromISO(at, { zone: timeZone }).toFormat(
    "yyyy-MM-dd'T'HH:mm",
  );
}

/** Leaves out what says nothing: empty texts, lists and objects. */
function said(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return (
    value === undefined ||
    (typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 0)
  );
}
