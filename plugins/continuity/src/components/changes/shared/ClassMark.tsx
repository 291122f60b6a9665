import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReleaseClass } from '@continuity/plugin-continuity-common';
import {
  StatusMark,
  continuityReactTranslationRef,
  type Tone,
} from '@continuity/plugin-continuity-react';

const TONES = {
  standard: 'good',
  major: 'caution',
  emergency: 'bad',
} satisfies Record<ReleaseClass, Tone>;

/** The class of a release. */
export const ClassMark = (props: { releaseClass: ReleaseClass }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const { releaseClass } = props;
  return (
    <StatusMark
      tone={TONES[releaseClass]}
      label={t(`releaseClass.${releaseClass}`)}
    />
  );
};
