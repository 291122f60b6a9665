import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardCheckState } from '@continuity/plugin-continuity-common';
import { StatusMark, type Tone } from '@continuity/plugin-continuity-react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';

/** Only a pass is good; what is not known and what does not apply are neither good nor bad. */
export const STATE_TONES = {
  pass: 'good',
  fail: 'bad',
  unknown: 'unknown',
  'not-applicable': 'unknown',
} satisfies Record<ScorecardCheckState, Tone>;

/** What came of a check, in a word. */
export const CheckStateMark = ({ state }: { state: ScorecardCheckState }) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return <StatusMark tone={STATE_TONES[state]} label={t(`state.${state}`)} />;
};
