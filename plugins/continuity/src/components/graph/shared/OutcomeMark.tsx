import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ImpactOutcome } from '@continuity/plugin-continuity-common';
import { StatusMark, type Tone } from '@continuity/plugin-continuity-react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';

export const OUTCOME_TONES = {
  down: 'bad',
  failed: 'bad',
  degraded: 'notice',
  unaffected: 'good',
} satisfies Record<ImpactOutcome, Tone>;

/** What becomes of something in an outage, in a word. */
export const OutcomeMark = ({ outcome }: { outcome: ImpactOutcome }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  return (
    <StatusMark tone={OUTCOME_TONES[outcome]} label={t(`outcome.${outcome}`)} />
  );
};
