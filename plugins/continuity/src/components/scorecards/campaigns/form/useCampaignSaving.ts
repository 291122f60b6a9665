import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Campaign } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { mergeForms } from '../../../shared/mergeForms';
import { readRefused, type Refused } from '../../../shared/readRefused';
import { useTask, type Task } from '../../../shared/useTask';
import {
  CAMPAIGN_FIELDS,
  contentOf,
  formOf,
  type CampaignForm,
} from './campaignForm';

export interface CampaignSaving {
  isBusy: boolean;
  /** Why it was refused, without what was seen to since. Absent: it was not. */
  refused?: Refused;
  save: (form: CampaignForm, comment: string) => void;
  /** Forgets what was wrong with fields that are typed anew. */
  touch: (fields: readonly string[]) => void;
  /** How it goes to put the newest version into the form. */
  loading: Task<void>;
  load: (form: CampaignForm) => void;
  /** Fields that both changed; once the newest version is in the form. */
  merged?: { by: string; both: (keyof CampaignForm)[] };
}

/** Makes or changes a campaign; whatever is refused stays in the form, to be corrected. */
export function useCampaignSaving(options: {
  /** Absent: it is made. */
  saved?: Campaign;
  onMerged: (form: CampaignForm) => void;
  onDone: (id: string) => void;
}): CampaignSaving {
  const { saved, onMerged, onDone } = options;
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(campaignsTranslationRef);
  const [base, setBase] = useState(saved);
  const [refused, setRefused] = useState<Refused>();
  const [merged, setMerged] = useState<CampaignSaving['merged']>();

  const [saving, save] = useTask(
    async ({ form, comment }: { form: CampaignForm; comment: string }) => {
      setRefused(undefined);
      const { content } = contentOf(form);
      try {
        const { id } = base
          ? await api.reviseCampaign(base.id, {
              revision: base.revision,
              content,
              comment,
            })
          : await api.createCampaign({ content });
        alertApi.post({
          message: t(base ? 'form.changed' : 'form.made'),
          severity: 'success',
          display: 'transient',
        });
        onDone(id);
      } catch (reason) {
        const error =
          reason instanceof Error ? reason : new Error(String(reason));
        setRefused(readRefused(error, CAMPAIGN_FIELDS));
      }
    },
  );

  const [loading, load] = useTask(async (form: CampaignForm) => {
    if (!base) return;
    const newest = await api.getCampaign(base.id);
    const both = mergeForms(formOf(base.content), form, formOf(newest.content));
    setBase(newest);
    setRefused(undefined);
    setMerged({ by: newest.updatedBy, both: both.both });
    onMerged(both.form);
  });

  return {
    isBusy: saving.state === 'busy',
    refused,
    save: (form, comment) => save({ form, comment }),
    touch: fields =>
      setRefused(before => {
        if (!before || before.problems.length === 0) return before;
        const problems = before.problems.filter(
          ({ path }) => !fields.includes(path.split('.', 1)[0]),
        );
        return problems.length > 0 ? { ...before, problems } : undefined;
      }),
    loading,
    load,
    merged,
  };
}
