import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeApproval } from '@continuity/plugin-continuity-common';
import { Age, Moment, StatusMark } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { DifferenceList } from './DifferenceList';

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityGivenApprovals' },
);

const Given = ({ approval }: { approval: ChangeApproval }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { by, decision, comment, state, differences = [] } = approval;
  const counts = state === 'counts';
  return (
    <li className={classes.item}>
      <Typography variant="body2" component="div">
        <StatusMark
          tone={decision === 'approve' ? 'good' : 'bad'}
          label={t(
            decision === 'approve'
              ? 'approvals.approved'
              : 'approvals.rejected',
          )}
        />{' '}
        {counts ? null : (
          <StatusMark tone="unknown" label={t(`approvals.state.${state}`)} />
        )}{' '}
        <EntityLink entityRef={by} />, <Age at={approval.at} />
        {counts && approval.expiresAt ? (
          <>
            , {t('approvals.expires')} <Moment at={approval.expiresAt} />
          </>
        ) : null}
      </Typography>
      {comment ? <Typography variant="body2">{comment}</Typography> : null}
      {approval.endedBecause ? (
        <Typography variant="body2" color="textSecondary">
          {approval.endedBecause}
        </Typography>
      ) : null}
      {differences.length > 0 ? (
        <DifferenceList
          label={t('dialog.differences')}
          differences={differences}
        />
      ) : null}
    </li>
  );
};

/** Who approved and who refused, when, and what became of it. */
export const GivenApprovals = (props: { given: readonly ChangeApproval[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('approvals.given')}
      </Typography>
      <ul className={classes.list} aria-label={t('approvals.given')}>
        {props.given.map(approval => (
          <Given key={approval.id} approval={approval} />
        ))}
      </ul>
    </>
  );
};
