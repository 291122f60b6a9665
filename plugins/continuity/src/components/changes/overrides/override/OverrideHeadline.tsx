import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { Age, DurationText, Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { Marks } from '../../../shared/Marks';
import { OverrideStateMark } from '../shared/OverrideStateMark';
import { TimeLeft } from '../shared/TimeLeft';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(1, 0, 2), overflowWrap: 'anywhere' },
    marks: { margin: theme.spacing(1, 0) },
  }),
  { name: 'ContinuityOverrideHeadline' },
);

/** What happens next, and who must act for it. */
const Next = ({ override }: { override: Override }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const { state, duration, lapsesAt, end, reviewDueAt } = override;
  switch (state) {
    case 'requested':
      return (
        <>
          {t('next.requested')} <DurationText value={duration} />.
          {lapsesAt ? (
            <>
              {' '}
              {t('next.lapses')} <Moment at={lapsesAt} />.
            </>
          ) : null}
        </>
      );
    case 'in-force':
      return (
        <>
          {t('next.inForce')} {end ? <Moment at={end} /> : null}
          {t('next.inForceThen')}
        </>
      );
    case 'in-review':
      return (
        <>
          {t('next.inReview')}
          {reviewDueAt ? (
            <>
              {' '}
              {t('next.reviewDue')} <Age at={reviewDueAt} />.
            </>
          ) : null}
        </>
      );
    default:
      return <>{t(`next.${state}`)}</>;
  }
};

/** Which override it is, where it stands, and what happens next. */
export const OverrideHeadline = ({ override }: { override: Override }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const { state, incident, end, requestedBy, requestedAt } = override;
  return (
    <header className={classes.root}>
      <Typography variant="h5" component="h2">
        {t('heading', { incident })}
      </Typography>
      <div className={classes.marks} aria-live="polite">
        <Marks>
          <OverrideStateMark state={state} />
        </Marks>
      </div>
      {state === 'in-force' && end ? (
        <Typography variant="h6" component="p">
          <TimeLeft until={end} />
        </Typography>
      ) : null}
      <Typography variant="body1" component="div" aria-live="polite">
        <Next override={override} />
      </Typography>
      <Typography variant="caption" component="p">
        {t('askedBy')} <EntityLink entityRef={requestedBy} />,{' '}
        <Age at={requestedAt} />
      </Typography>
    </header>
  );
};
