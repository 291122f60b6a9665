import type {
  CabAgendaItem,
  ChangeDecisionResult,
  ChangeDecisions,
} from '@continuity/plugin-continuity-common';

/** What a member means to decide on a change. */
export interface Choice {
  decision: 'approve' | 'reject';
  /** Of the change, as it was when it was chosen. */
  revision: number;
  /** What was shown of how ready it is. Absent: nothing yet; then it cannot be approved. */
  seen?: string;
  reason: string;
}

/** By id of the change. */
export type Choices = Readonly<Record<string, Choice>>;

/** As many as the backend takes at once. */
export const MOST_AT_ONCE = 50;

/** Whether what was chosen was chosen on what there is now. */
export const isOutdated = (
  choice: Choice | undefined,
  { change }: Pick<CabAgendaItem, 'change'>,
): boolean => choice !== undefined && choice.revision !== change.revision;

/** Choices on what is still on the agenda, in its order. */
export function decisionsOf(
  choices: Choices,
  items: readonly CabAgendaItem[],
): ChangeDecisions['decisions'] {
  return items
    .flatMap(({ change: { id } }) => {
      const choice = choices[id];
      if (!choice) return [];
      const { decision, revision, seen, reason } = choice;
      return [
        {
          change: id,
          revision,
          decision,
          ...(decision === 'approve' && seen !== undefined && { seen }),
          comment: reason.trim(),
        },
      ];
    })
    .slice(0, MOST_AT_ONCE);
}

/** Whether everything that is approved was shown as it is judged now. */
export const areSeen = (decisions: ChangeDecisions['decisions']) =>
  decisions.every(
    ({ decision, seen }) => decision === 'reject' || seen !== undefined,
  );

/** Whether every choice has its reason. */
export const areReasoned = (decisions: ChangeDecisions['decisions']) =>
  decisions.every(({ comment }) => comment !== '');

/** Choices with one reason wherever none is written. */
export function withReason(choices: Choices, reason: string): Choices {
  return Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => [
      id,
      choice.reason.trim() === '' ? { ...choice, reason } : choice,
    ]),
  );
}

/** Choices that were not recorded stay, to be put right. */
export function without(
  choices: Choices,
  results: readonly ChangeDecisionResult[],
): Choices {
  const done = new Set(
    results.filter(result => result.done).map(({ change }) => change),
  );
  return Object.fromEntries(
    Object.entries(choices).filter(([id]) => !done.has(id)),
  );
}
