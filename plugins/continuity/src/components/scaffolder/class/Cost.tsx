import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReleaseClass,
  ReleaseClassification,
} from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';

/** From the least to the most that a class binds a release to. */
const ORDER: readonly ReleaseClass[] = ['standard', 'major', 'emergency'];

/** What it costs that questions are not answered. */
export const Cost = (props: { classification: ReleaseClassification }) => {
  const { rules, class: dear } = props.classification;
  const { t } = useTranslationRef(scaffolderTranslationRef);
  const { t: tWords } = useTranslationRef(continuityReactTranslationRef);
  const count = rules.filter(({ outcome }) => outcome === 'unknown').length;
  if (count === 0) return null;
  const met = rules
    .filter(({ outcome }) => outcome === 'met')
    .map(rule => ORDER.indexOf(rule.class));
  const cheap = ORDER[Math.max(0, ...met)];
  return (
    <Typography variant="body2">
      {t('class.unanswered', { count })}{' '}
      {cheap === dear
        ? t('class.noCost')
        : t('class.cost', {
            dear: tWords(`releaseClass.${dear}`),
            cheap: tWords(`releaseClass.${cheap}`),
          })}
    </Typography>
  );
};
