import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DriftCulprit,
  DriftStanding,
} from '@continuity/plugin-continuity-common';
import { StatusMark, type Tone } from '@continuity/plugin-continuity-react';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';

export const STANDINGS = [
  'unauthorised',
  'unknown',
  'attributed',
  'in-sync',
] as const satisfies readonly DriftStanding[];

const TONES = {
  'in-sync': 'good',
  attributed: 'notice',
  unauthorised: 'bad',
  unknown: 'unknown',
} as const satisfies Record<DriftStanding, Tone>;

/** Where a service stands in one place. */
export const StandingMark = ({ standing }: { standing: DriftStanding }) => {
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <StatusMark tone={TONES[standing]} label={t(`standing.${standing}`)} />
  );
};

const CULPRIT_TONES = {
  attributed: 'notice',
  unauthorised: 'bad',
  ambiguous: 'unknown',
  unknown: 'unknown',
} as const satisfies Record<DriftCulprit['standing'], Tone>;

/** Whether it is known who did something. */
export const CulpritMark = (props: { standing: DriftCulprit['standing'] }) => {
  const { standing } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <StatusMark
      tone={CULPRIT_TONES[standing]}
      label={t(`culprit.${standing}`)}
    />
  );
};
