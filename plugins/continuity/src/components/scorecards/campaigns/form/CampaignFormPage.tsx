import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityCampaignCreatePermission } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCampaign,
  useReader,
  useScorecards,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useParams } from 'react-router-dom';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { Empty } from '../../../shared/Empty';
import { Notice } from '../../../shared/Notice';
import { needs } from '../../../shared/permissions';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { NoCampaign } from '../shared/NoCampaign';
import { CampaignEditor } from './CampaignEditor';
import { emptyForm, formOf } from './campaignForm';
import { useMayMakeCampaigns } from './useMayMakeCampaigns';

const useStyles = makeStyles(
  theme => ({ heading: { margin: theme.spacing(1, 0, 2) } }),
  { name: 'ContinuityCampaignFormPage' },
);

/** Today on the clock of a zone, e.g. `2027-01-04`. */
function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date());
}

const NewCampaign = () => {
  const { timeZone } = useReader();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const scorecards = useScorecards();
  const mayMake = useMayMakeCampaigns();
  return mayMake === false ? (
    <Notice tone="notice" title={t('form.mayNotMake')}>
      {t('form.mayNotMakeRemedy', {
        permission: continuityCampaignCreatePermission.name,
      })}
    </Notice>
  ) : (
    <ResourceView
      resource={scorecards}
      what={t('form.scorecards')}
      permission={needs.scorecard}
      lines={8}
    >
      {({ items }) => (
        <CampaignEditor
          scorecards={items}
          initial={emptyForm(todayIn(timeZone), timeZone)}
        />
      )}
    </ResourceView>
  );
};

/** The form that makes a campaign. */
export const CampaignFormPage = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  return (
    <>
      <Link to={paths?.campaigns() ?? '..'}>{t('page.back')}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {t('form.new')}
      </Typography>
      <NewCampaign />
    </>
  );
};

/** The form that changes a campaign. */
export const EditCampaignPage = () => {
  const classes = useStyles();
  const { id = '' } = useParams();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  const scorecards = useScorecards();
  const campaign = useCampaign(id);
  return (
    <>
      <Link to={paths?.campaign(id) ?? '..'}>{t('form.backToOne')}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {t('form.edit')}
      </Typography>
      <ResourceView
        resource={campaign}
        what={t('page.what')}
        permission={needs.campaign}
        lines={8}
        notFound={<NoCampaign />}
      >
        {saved =>
          saved.may.change ? (
            <ResourceView
              resource={scorecards}
              what={t('form.scorecards')}
              permission={needs.scorecard}
              lines={8}
            >
              {({ items }) => (
                <CampaignEditor
                  scorecards={items}
                  saved={saved}
                  initial={formOf(saved.content)}
                />
              )}
            </ResourceView>
          ) : (
            <Empty title={t('form.cannot')} remedy={t('form.cannotRemedy')} />
          )
        }
      </ResourceView>
    </>
  );
};
