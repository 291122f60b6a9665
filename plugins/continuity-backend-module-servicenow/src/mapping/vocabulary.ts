import type { ConnectedChange } from '@continuity/plugin-continuity-node';
import { formatDateTime } from './dateTime';

/** What a placeholder is filled with. Empty: the change does not say. */
export type Word = (
  change: ConnectedChange,
  settings: { annotation: string },
) => string;

/** What a change closed with is called there (`close_code` of `change_request`). */
const CLOSE_CODES = {
  succeeded: 'successful',
  failed: 'unsuccessful',
  'rolled-back': 'unsuccessful',
} as const;

const list = (values: readonly string[] = []) => values.join(', ');
const moment = (at: number | undefined) =>
  at === undefined ? '' : formatDateTime(at);

function rollbackPlan({ content: { rollbackPlan: plan } }: ConnectedChange) {
  if (!plan) return '';
  return [
    ...plan.steps.map((step, at) => `${at + 1}. ${step}`),
    '',
    `Decided by ${plan.decisionOwner} within ${plan.decisionDeadline}; takes ${plan.expectedDuration}.`,
    `Data: ${plan.dataHandling}`,
  ].join('\n');
}

function tests({ content }: ConnectedChange): string {
  return (content.tests ?? [])
    .map(({ summary, link }) =>
      link === undefined ? summary : `${summary} ${link}`,
    )
    .join('\n');
}

/** Everything that a template may name. */
export const VOCABULARY = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  title: ({ content }) => content.title,
  description: ({ content }) => content.description ?? '',
  class: change => change.class,
  classReason: ({ content }) => content.classReason ?? '',
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  incident: ({ content }) => content.incident ?? '',
  entities: ({ entities }) => list(entities.map(({ ref }) => ref)),
  'entity.ref': ({ entities: [first] }) => first?.ref ?? '',
  'entity.name': ({ entities: [first] }) => first?.name ?? '',
  'entity.title': ({ entities: [first] }) => first?.title ?? first?.name ?? '',
  'entity.ci': ({ entities: [first] }, { annotation }) =>
    first?.annotations[annotation] ?? '',
  environments: ({ content }) => list(content.environments),
  regions: ({ content }) => list(content.regions),
  start: ({ content }) => moment(content.window?.start),
  end: ({ content }) => moment(content.window?.end),
  plan: ({ content }) => content.plan ?? '',
  rollbackPlan,
  tests,
  communication: ({ content }) => content.communication ?? '',
  implementer: ({ content }) => content.implementer ?? '',
  authors: ({ authors }) => list(authors),
  reason: ({ comment }) => comment ?? '',
  outcome: ({ outcome }) => outcome ?? '',
  closeCode: ({ outcome }) => (outcome ? CLOSE_CODES[outcome] : ''),
  closeNotes: ({ outcome, comment }) =>
    outcome
      ? comment ??
        `It ${outcome === 'rolled-back' ? 'was rolled back' : outcome}.`
      : '',
} satisfies Record<string, Word>;

export type WordName = keyof typeof VOCABULARY;

export function isWord(name: string): name is WordName {
  return Object.hasOwn(VOCABULARY, name);
}
