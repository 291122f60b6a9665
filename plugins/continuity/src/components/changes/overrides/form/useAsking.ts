import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { useTask } from '../../../shared/useTask';
import { readRefused, type Refused } from '../../../shared/readRefused';
import { OVERRIDE_FIELDS, requestOf, type OverrideForm } from './overrideForm';

export interface Asking {
  isBusy: boolean;
  /** Why it was refused, without what was seen to since. Absent: it was not. */
  refused?: Refused;
  ask: (form: OverrideForm) => void;
  /** Forgets what was wrong with fields that are typed anew. */
  touch: (fields: readonly string[]) => void;
}

/** Asks for an override; whatever is refused stays in the form, to be corrected. */
export function useAsking(onDone: (id: string) => void): Asking {
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(overridesTranslationRef);
  const [refused, setRefused] = useState<Refused>();
  const [task, ask] = useTask(async (form: OverrideForm) => {
    setRefused(undefined);
    try {
      const { id } = await api.requestOverride(requestOf(form));
      alertApi.post({
        message: t('form.asked'),
        severity: 'success',
        display: 'transient',
      });
      onDone(id);
    } catch (reason) {
      const error =
        reason instanceof Error ? reason : new Error(String(reason));
      setRefused(readRefused(error, OVERRIDE_FIELDS));
    }
  });
  const touch: Asking['touch'] = fields =>
    setRefused(before => {
      if (!before || before.problems.length === 0) return before;
      const problems = before.problems.filter(
        ({ path }) => !fields.includes(path.split('.', 1)[0]),
      );
      return problems.length > 0 ? { ...before, problems } : undefined;
    });
  return { isBusy: task.state === 'busy', refused, ask, touch };
}
