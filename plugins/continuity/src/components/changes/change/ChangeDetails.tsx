import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { ResourceView } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { backendWords } from '../../shared/backendWords';
import { Empty } from '../../shared/Empty';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { useChangePaths } from '../shared/useChangePaths';
import { ApprovalsSection } from './ApprovalsSection';
import { ClassificationSection } from './ClassificationSection';
import { ConflictsSection } from './ConflictsSection';
import { ContentSection } from './ContentSection';
import { Headline } from './Headline';
import { NextSteps } from './NextSteps';
import { ReadinessSection } from './ReadinessSection';
import { RecordsSection } from './RecordsSection';
import { RevisionsSection } from './RevisionsSection';
import { SuspensionBanner } from './SuspensionBanner';
import { TimelineSection } from './TimelineSection';
import { useLiveChange, type LiveChange } from './useLiveChange';

const useStyles = makeStyles(
  theme => ({
    column: {
      display: 'grid',
      gap: theme.spacing(3),
      alignContent: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityChange' },
);

const Loaded = (props: { change: Change; live: LiveChange }) => {
  const { change, live } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <>
      <Headline change={change} />
      {live.notRenewed ? (
        <Notice
          tone="unknown"
          title={t('notRenewed', { problem: backendWords(live.notRenewed) })}
        >
          {t('notRenewedMeans')}
        </Notice>
      ) : null}
      <SuspensionBanner change={change} />
      <Grid container spacing={3}>
        <Grid item xs={12} md={5}>
          <NextSteps change={change} show={live.show} load={live.load} />
        </Grid>
        <Grid item xs={12} md={7}>
          <ApprovalsSection change={change} />
        </Grid>
        <Grid item xs={12} md={7} className={classes.column}>
          <ReadinessSection change={change} />
          <ContentSection change={change} />
        </Grid>
        <Grid item xs={12} md={5} className={classes.column}>
          <ConflictsSection change={change} />
          <RecordsSection change={change} />
          <ClassificationSection change={change} />
          <TimelineSection change={change} />
          <RevisionsSection change={change} />
        </Grid>
      </Grid>
    </>
  );
};

const LiveDetails = ({ id }: { id: string }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const live = useLiveChange(id);
  return (
    <ResourceView
      resource={live.value}
      what={t('what')}
      permission={needs.change}
      lines={12}
      notFound={<Empty title={t('notFound')} remedy={t('notFoundRemedy')} />}
    >
      {change => <Loaded change={change} live={live} />}
    </ResourceView>
  );
};

/** One change: where it stands, what happens next, and on what it is judged. */
export const ChangeDetails = () => {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(changeTranslationRef);
  const paths = useChangePaths();
  return (
    <>
      <Link to={paths?.list() ?? '..'}>{t('back')}</Link>
      <LiveDetails key={id} id={id} />
    </>
  );
};
