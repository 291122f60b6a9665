import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';

/** What is out of the ordinary about a change; nothing, for most. */
export const Flags = (props: {
  summary: Pick<ChangeSummary, 'suspended' | 'retrospective'>;
}) => {
  const { t } = useTranslationRef(changesTranslationRef);
  const { suspended, retrospective } = props.summary;
  return (
    <>
      {suspended ? <StatusMark tone="bad" label={t('suspended')} /> : null}
      {retrospective ? (
        <StatusMark tone="notice" label={t('retrospective')} />
      ) : null}
    </>
  );
};
