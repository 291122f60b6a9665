import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';

/** When a change is planned. */
export const PlannedTime = ({ window }: Pick<ChangeSummary, 'window'>) => {
  const { t } = useTranslationRef(changesTranslationRef);
  if (!window) return <>{t('notPlanned')}</>;
  return (
    <>
      <Moment at={window.start} /> – <Moment at={window.end} />
    </>
  );
};
