import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { OverrideState } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { OVERRIDE_TONES } from './overrideStates';

/** Where an override stands. */
export const OverrideStateMark = ({ state }: { state: OverrideState }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  return (
    <StatusMark tone={OVERRIDE_TONES[state]} label={t(`state.${state}`)} />
  );
};
