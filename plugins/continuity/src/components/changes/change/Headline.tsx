import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { Age, Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { ClassMark } from '../shared/ClassMark';
import { Flags } from '../shared/Flags';
import { Marks } from '../../shared/Marks';
import { PlannedTime } from '../shared/PlannedTime';
import { StateMark } from '../shared/StateMark';
import { useActorName } from '../../shared/useActorName';
import { whoActs } from './whoActs';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(1, 0, 2), overflowWrap: 'anywhere' },
    marks: { margin: theme.spacing(1, 0) },
  }),
  { name: 'ContinuityChangeHeadline' },
);

const names = (refs: readonly string[]) => refs.map(shortRef).join(', ');

/** What the change is, where it stands, and who must act next. */
export const Headline = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { summary, approvals, outcome, reviewDueAt, expiresAt } = change;
  const { acts, who } = whoActs(change);
  const nameOf = useActorName();
  return (
    <header className={classes.root}>
      <Typography variant="h5" component="h2">
        {summary.title}
      </Typography>
      <div className={classes.marks} aria-live="polite">
        <Marks>
          <StateMark state={summary.state} />
          <ClassMark releaseClass={summary.class} />
          <Flags summary={summary} />
          <Typography variant="body2" component="span">
            <PlannedTime window={summary.window} />
          </Typography>
        </Marks>
      </div>
      <Typography variant="body1" aria-live="polite">
        {t(`acts.${acts}`, {
          who: names(who),
          missing: approvals.missing ?? '',
        })}
      </Typography>
      {acts === 'review' && reviewDueAt ? (
        <Typography variant="body1">
          {t('acts.reviewDue')} <Age at={reviewDueAt} />.
        </Typography>
      ) : null}
      <Typography variant="caption" component="p">
        {t('raisedBy', { who: nameOf(summary.createdBy) })} · {t('updated')}{' '}
        <Age at={summary.updatedAt} />
        {expiresAt ? (
          <>
            {' · '}
            {t('expiresAt')} <Moment at={expiresAt} />
          </>
        ) : null}
        {outcome ? (
          <>
            {' · '}
            {t('outcome.label')}: {t(`outcome.${outcome}`)}
          </>
        ) : null}
      </Typography>
    </header>
  );
};
