import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  PortalWindow,
  WindowDraft,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import type { Saving } from './SaveBar';

interface Options {
  comment: string;
  confirm: boolean;
}

/** Saves and removes; a failure stays on the page with what the backend said. */
export function useSaving(
  saved: PortalWindow | undefined,
  onDone: () => void,
): {
  saving: Saving;
  save: (draft: WindowDraft, options: Options) => void;
  remove: (options: Options) => void;
} {
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(windowFormTranslationRef);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  const run = async (work: () => Promise<unknown>, done: string) => {
    setSaving({ state: 'saving' });
    try {
      await work();
      setSaving({ state: 'idle' });
      alertApi.post({
        message: done,
        severity: 'success',
        display: 'transient',
      });
      onDone();
    } catch (error) {
      setSaving({
        state: 'failed',
        message: messageOf(error),
        outdated: saved !== undefined && statusOf(error) === 409,
      });
    }
  };

  return {
    saving,
    save: ({ owner, timezone, window }, { comment, confirm }) => {
      const input = window as PortalWindow['window'];
      run(
        () =>
          saved
            ? api.updatePortalWindow(saved.id, {
                revision: saved.revision,
                timezone,
                window: input,
                comment,
                confirm,
              })
            : api.createPortalWindow({
                owner,
                timezone,
                window: input,
                ...(comment !== '' && { comment }),
                // A new maintenance window may open what others close.
                ...(confirm && { confirm }),
              }),
        t('save.saved'),
      );
    },
    remove: ({ comment, confirm }) => {
      if (!saved) return;
      run(
        () =>
          api.removePortalWindow(saved.id, {
            revision: saved.revision,
            comment,
            confirm,
          }),
        t('save.removed'),
      );
    },
  };
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** What the backend said, rather than that it said something. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? cause.message : error.message;
}
