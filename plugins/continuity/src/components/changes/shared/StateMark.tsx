import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeState } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { STATE_TONES } from './states';

/** Where a change stands. */
export const StateMark = ({ state }: { state: ChangeState }) => {
  const { t } = useTranslationRef(changesTranslationRef);
  return <StatusMark tone={STATE_TONES[state]} label={t(`state.${state}`)} />;
};
