import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Notice } from '../../shared/Notice';
import { DifferenceList } from './DifferenceList';

/** That an approval does not count any more, and only what is different since. */
export const SuspensionBanner = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { suspension, readiness } = change;
  if (!suspension) return null;
  const differences = readiness.differences ?? [];
  return (
    <Notice tone="bad" title={t('suspended.title')}>
      {differences.length > 0 ? (
        <DifferenceList
          label={t('dialog.differences')}
          differences={differences}
        />
      ) : (
        <ul>
          {suspension.because.map(because => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      )}
      {t('suspended.since')} <Moment at={suspension.at} />.{' '}
      {t('suspended.remedy')}
    </Notice>
  );
};
