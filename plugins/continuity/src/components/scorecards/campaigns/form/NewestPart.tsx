import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { backendWords } from '../../../shared/backendWords';
import { EntityLink } from '../../../shared/EntityLink';
import { Notice } from '../../../shared/Notice';
import type { CampaignForm } from './campaignForm';
import type { CampaignSaving } from './useCampaignSaving';

/** Somebody else was faster: the way to put theirs into the form, and what became of it. */
export const NewestPart = (props: {
  saving: CampaignSaving;
  form: CampaignForm;
  /** It is changed, and not made. */
  isSaved: boolean;
}) => {
  const { saving, form, isSaved } = props;
  const { refused, loading, merged } = saving;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <>
      {isSaved && refused?.kind === 'outdated' ? (
        <Button
          variant="outlined"
          disabled={loading.state === 'busy'}
          onClick={() => saving.load(form)}
        >
          {t('form.load')}
        </Button>
      ) : null}
      {loading.state === 'failed' ? (
        <Typography variant="body2" color="error" role="alert">
          {backendWords(loading.error)}
        </Typography>
      ) : null}
      {merged && !refused ? (
        <Notice tone="notice" title={t('form.merged')}>
          <EntityLink entityRef={merged.by} />.{' '}
          {merged.both.length > 0
            ? t('form.both', {
                fields: merged.both
                  .map(field => t(`form.field.${field}`))
                  .join(', '),
              })
            : t('form.mergedNext')}
        </Notice>
      ) : null}
    </>
  );
};
