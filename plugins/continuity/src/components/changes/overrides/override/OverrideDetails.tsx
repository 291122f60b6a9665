import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { ResourceView, useOverride } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { backendWords } from '../../../shared/backendWords';
import { Empty } from '../../../shared/Empty';
import { Notice } from '../../../shared/Notice';
import { needs } from '../../../shared/permissions';
import { useLive, type Live } from '../../shared/useLive';
import { useOverridePaths } from '../shared/useOverridePaths';
import { OverrideApprovals } from './OverrideApprovals';
import { OverrideFacts } from './OverrideFacts';
import { OverrideHeadline } from './OverrideHeadline';
import { OverrideReview } from './OverrideReview';
import { OverrideSteps } from './OverrideSteps';

const useStyles = makeStyles(
  theme => ({
    column: {
      display: 'grid',
      gap: theme.spacing(3),
      alignContent: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityOverride' },
);

const Loaded = (props: { override: Override; live: Live<Override> }) => {
  const { override, live } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  return (
    <>
      <OverrideHeadline override={override} />
      {live.notRenewed ? (
        <Notice
          tone="unknown"
          title={t('notRenewed', { problem: backendWords(live.notRenewed) })}
        >
          {t('notRenewedMeans')}
        </Notice>
      ) : null}
      <Grid container spacing={3}>
        <Grid item xs={12} md={5} className={classes.column}>
          <OverrideSteps
            override={override}
            show={live.show}
            renew={live.renew}
          />
          <OverrideApprovals override={override} />
        </Grid>
        <Grid item xs={12} md={7} className={classes.column}>
          <OverrideReview review={override.review} />
          <OverrideFacts override={override} />
        </Grid>
      </Grid>
    </>
  );
};

const LiveDetails = ({ id }: { id: string }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const live = useLive(useOverride(id), { about: 'override', id });
  return (
    <ResourceView
      resource={live.value}
      what={t('whatOne')}
      permission={needs.change}
      lines={12}
      notFound={<Empty title={t('notFound')} remedy={t('notFoundRemedy')} />}
    >
      {override => <Loaded override={override} live={live} />}
    </ResourceView>
  );
};

/** One override: where it stands, what happens next, who acts, and what it passes over. */
export const OverrideDetails = () => {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(overridesTranslationRef);
  const paths = useOverridePaths();
  return (
    <>
      <Link to={paths?.list() ?? '..'}>{t('back')}</Link>
      <LiveDetails key={id} id={id} />
    </>
  );
};
