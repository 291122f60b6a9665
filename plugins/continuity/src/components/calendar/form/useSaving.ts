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
  when: {
    onDone: () => void;
    /** Somebody else was faster; what they saved. */
    onOutdated: (newest: PortalWindow) => void;
  },
): {
  saving: Saving;
  save: (draft: WindowDraft, options: Options) => void;
  remove: (options: Options) => void;
} {
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(windowFormTranslationRef);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  /** What stands against a version that is not the newest; absent when that is not it. */
  const newerThan = async (
    error: unknown,
  ): Promise<PortalWindow | undefined> => {
    if (!saved || statusOf(error) !== 409) return undefined;
    // It may be gone altogether; what the backend said tells that.
    const newest = await api.getPortalWindow(saved.id).catch(() => undefined);
    return newest && newest.revision > saved.revision ? newest : undefined;
  };

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
      when.onDone();
    } catch (error) {
      const newest = await newerThan(error);
      if (newest) when.onOutdated(newest);
      const message = messageOf(error);
      setSaving(
        newest
          ? { state: 'idle' }
          : {
              state: 'failed',
              message,
              mustConfirm:
                statusOf(error) === 409 && message.startsWith('confirm: '),
            },
      );
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
