import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  TierChip,
  formatDuration,
  useEntityContinuity,
  useReader,
} from '@continuity/plugin-continuity-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import Typography from '@material-ui/core/Typography';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';
import { backendWords } from '../../shared/backendWords';

/** Tier and recovery time objective of the service that was chosen. */
export const ChosenService = (props: { entityRef: string }) => {
  const { t } = useTranslationRef(scaffolderTranslationRef);
  const { locale } = useReader();
  const continuity = useEntityContinuity(props.entityRef);
  if (continuity.state === 'loading') return null;
  if (continuity.state === 'failed') {
    return (
      <FormHelperText error>{backendWords(continuity.error)}</FormHelperText>
    );
  }
  const { tier, rto, classification } = continuity.value.profile;
  return (
    <Typography variant="body2" component="div">
      <TierChip tier={tier} />{' '}
      {rto
        ? t('entity.rto', { rto: formatDuration(rto.duration, locale) })
        : t('entity.noRto')}
      {classification === 'unclassified' ? (
        <div>{t('entity.unclassifiedMeans')}</div>
      ) : null}
    </Typography>
  );
};
