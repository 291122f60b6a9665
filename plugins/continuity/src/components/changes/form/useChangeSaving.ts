import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useReader,
} from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import type { DraftProblem } from '../../shared/problems';
import { useTask, type Task } from '../../shared/useTask';
import { readFailure, type ChangeFailure } from '../shared/readFailure';
import {
  contentOf,
  formOf,
  type ChangeForm,
  type FormPart,
} from './changeForm';
import { fieldProblems } from './fieldProblems';
import { mergeForms } from '../../shared/mergeForms';

export interface ChangeSaving {
  saving: Task<void>;
  /** Why it was not saved. Absent: it was not tried, or that was seen to. */
  failure?: ChangeFailure;
  /** What the backend said is wrong with a field that was not touched since. */
  problems: readonly DraftProblem[];
  /** The revision that is saved upon. Absent: it is raised. */
  revision?: number;
  save: (form: ChangeForm, comment: string) => void;
  /** Forgets what was wrong with parts that are typed anew. */
  touch: (parts: FormPart[]) => void;
  loading: Task<void>;
  /** Puts the newest version into the form. */
  load: (form: ChangeForm) => void;
  /** Parts that both changed; once the newest version is in the form. */
  merged?: FormPart[];
}

/** Raises or revises a change; whatever is refused stays in the form, to be corrected. */
export function useChangeSaving(options: {
  /** Absent: it is raised. */
  saved?: Change;
  onMerged: (form: ChangeForm) => void;
  onDone: (id: string) => void;
}): ChangeSaving {
  const { saved, onMerged, onDone } = options;
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { timeZone } = useReader();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const [base, setBase] = useState(saved);
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [failure, setFailure] = useState<ChangeFailure>();
  const [merged, setMerged] = useState<FormPart[]>();

  const write = (content: Record<string, unknown>, comment: string) =>
    base
      ? api.reviseChange(base.summary.id, {
          revision: base.summary.revision,
          content,
          ...(comment && { comment }),
        })
      : api.createChange({ content });

  const [saving, save] = useTask(
    async ({ form, comment }: { form: ChangeForm; comment: string }) => {
      setFailure(undefined);
      try {
        const { summary } = await write(contentOf(form, timeZone), comment);
        alertApi.post({
          message: t(base ? 'save.revised' : 'save.raised'),
          severity: 'success',
          display: 'transient',
        });
        onDone(summary.id);
      } catch (reason) {
        const refused = readFailure(
          reason instanceof Error ? reason : new Error(String(reason)),
        );
        setFailure(refused);
        setProblems(fieldProblems(refused.message));
      }
    },
  );

  const [loading, load] = useTask(async (form: ChangeForm) => {
    if (!base) return;
    const newest = await api.getChange(base.summary.id);
    const both = mergeForms(
      formOf(base.content, timeZone),
      form,
      formOf(newest.content, timeZone),
    );
    setBase(newest);
    setFailure(undefined);
    setMerged(both.both);
    onMerged(both.form);
  });

  return {
    saving,
    failure,
    problems,
    revision: base?.summary.revision,
    save: (form, comment) => save({ form, comment }),
    touch: parts =>
      setProblems(before =>
        before.filter(
          ({ path }) =>
            !parts.some(
              part =>
                path === `content.${part}` ||
                path.startsWith(`content.${part}.`),
            ),
        ),
      ),
    loading,
    load,
    merged,
  };
}
