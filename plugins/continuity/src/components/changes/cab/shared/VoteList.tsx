import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabVote } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';

const useStyles = makeStyles(
  { list: { margin: 0, paddingLeft: '1.2em', overflowWrap: 'anywhere' } },
  { name: 'ContinuityCabVotes' },
);

/** Who voted how, when and why. */
export const VoteList = (props: {
  label: string;
  votes: readonly CabVote[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.votes.map(({ by, decision, at, comment, beforeMeeting }) => (
        <li key={`${by} ${at}`}>
          <Typography variant="body2" component="span">
            <EntityLink entityRef={by} /> {t(`vote.${decision}`)},{' '}
            <Moment at={at} />
            {beforeMeeting ? ` (${t('vote.before')})` : ''}
            {comment ? `: ${comment}` : ''}
          </Typography>
        </li>
      ))}
    </ul>
  );
};
