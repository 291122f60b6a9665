import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { ClassMark } from '../shared/ClassMark';
import { EntityNames } from '../shared/EntityNames';
import { Flags } from '../shared/Flags';
import { Marks } from '../../shared/Marks';
import { PlannedTime } from '../shared/PlannedTime';
import { useChangePaths } from '../shared/useChangePaths';
import { useSeatsWord } from '../shared/useSeatsWord';

const useStyles = makeStyles(
  theme => ({
    card: {
      padding: theme.spacing(1.5),
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    marks: { margin: theme.spacing(0.75, 0) },
  }),
  { name: 'ContinuityChangeCard' },
);

/** A change on the board. */
export const BoardCard = ({ change }: { change: ChangeSummary }) => {
  const classes = useStyles();
  const paths = useChangePaths();
  const seatsWord = useSeatsWord();
  const { t } = useTranslationRef(changesTranslationRef);
  const { id, title, entities, seats } = change;
  return (
    <li className={classes.card}>
      <Typography variant="body2">
        {paths ? <Link to={paths.change(id)}>{title}</Link> : title}
      </Typography>
      <div className={classes.marks}>
        <Marks>
          <ClassMark releaseClass={change.class} />
          <Flags summary={change} />
        </Marks>
      </div>
      <Typography variant="caption" component="p">
        <EntityNames refs={entities} most={2} />
      </Typography>
      <Typography variant="caption" component="p">
        <PlannedTime window={change.window} />
      </Typography>
      {seats.required > 0 ? (
        <Typography variant="caption" component="p">
          {t('seatsOf', { seats: seatsWord(seats) })}
        </Typography>
      ) : null}
    </li>
  );
};
