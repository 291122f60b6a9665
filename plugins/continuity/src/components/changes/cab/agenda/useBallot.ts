import { useApi } from '@backstage/core-plugin-api';
import type {
  CabAgendaItem,
  ChangeDecisionResult,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { useTask, type Task } from '../../../shared/useTask';
import { decisionsOf, withReason, without, type Choices } from './ballot';

export interface Ballot {
  choices: Choices;
  choose: (id: string, choice: Choices[string] | undefined) => void;
  /** One reason wherever none is written. */
  fill: (reason: string) => void;
  /** Sends every choice. */
  record: (items: readonly CabAgendaItem[]) => void;
  recording: Task<ChangeDecisionResult[]>;
}

/** What a member means to decide, until it is recorded. */
export function useBallot(onRecorded: () => void): Ballot {
  const api = useApi(continuityApiRef);
  const [choices, setChoices] = useState<Choices>({});
  const [recording, record] = useTask(
    async (items: readonly CabAgendaItem[]) => {
      const results = await api.decideChanges({
        decisions: decisionsOf(choices, items),
      });
      setChoices(before => without(before, results));
      onRecorded();
      return results;
    },
  );
  return {
    choices,
    choose: (id, choice) =>
      setChoices(({ [id]: _, ...others }) =>
        choice ? { ...others, [id]: choice } : others,
      ),
    fill: reason => setChoices(before => withReason(before, reason)),
    record,
    recording,
  };
}
