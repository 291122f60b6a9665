import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeConflict,
} from '@continuity/plugin-continuity-common';
import { Moment, StatusMark } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Section } from '../../shared/Section';
import { useChangePaths } from '../shared/useChangePaths';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityChangeConflicts' },
);

/** What a conflict is with is a change where it looks like the id of one. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const Conflict = ({ conflict }: { conflict: ChangeConflict }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const paths = useChangePaths();
  const other = conflict.with;
  return (
    <li className={classes.item}>
      <Typography variant="body2" component="div">
        <StatusMark
          tone={conflict.blocks ? 'bad' : 'notice'}
          label={t(conflict.blocks ? 'conflicts.blocks' : 'conflicts.tells')}
        />{' '}
        <strong>{t(`conflicts.kind.${conflict.kind}`)}</strong>,{' '}
        <Moment at={conflict.start} /> – <Moment at={conflict.end} />
      </Typography>
      <Typography variant="body2">
        {conflict.explanation}{' '}
        {other && ID.test(other) && paths ? (
          <Link to={paths.change(other)}>{t('conflicts.open')}</Link>
        ) : null}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <strong>{t('steps.remedy')}:</strong> {conflict.remedy}
      </Typography>
    </li>
  );
};

/** What is in the way of a change at its planned time; what blocks comes first. */
export const ConflictsSection = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { conflicts, content } = change;
  return (
    <Section title={t('conflicts.title')}>
      {conflicts.length === 0 ? (
        <Typography variant="body2">
          {t(content.window ? 'conflicts.none' : 'conflicts.noWindow')}
        </Typography>
      ) : (
        <ul className={classes.list} aria-label={t('conflicts.title')}>
          {conflicts.map(conflict => (
            <Conflict
              key={`${conflict.kind} ${conflict.with} ${conflict.start} ${conflict.explanation}`}
              conflict={conflict}
            />
          ))}
        </ul>
      )}
    </Section>
  );
};
