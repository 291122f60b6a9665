import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { placeWords, type Place } from '../shared/placeOf';

const useStyles = makeStyles(
  theme => ({
    item: {
      borderTop: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(1, 0),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    command: {
      display: 'block',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      padding: theme.spacing(1),
      marginTop: theme.spacing(0.5),
      backgroundColor: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'ContinuityNotScanned' },
);

/** The command that makes it known. */
const Command = (props: { entityRef: string; place?: Place }) => {
  const { entityRef, place } = props;
  const classes = useStyles();
  const where = place ?? { environment: 'production' };
  const region = where.region ? ` --region ${where.region}` : '';
  return (
    <code className={classes.command}>
      {`continuity drift --desired rendered.yaml --live <kube-context> --push --entity ${entityRef} --environment ${where.environment}${region}`}
    </code>
  );
};

/** That nothing is known, and the command after which something is. */
export const ScanCommand = (props: {
  title: string;
  means: string;
  entityRef: string;
  place?: Place;
}) => (
  <>
    <Typography variant="body1">{props.title}</Typography>
    <Typography variant="body2">{props.means}</Typography>
    <Command entityRef={props.entityRef} place={props.place} />
  </>
);

/** A place of the service that nobody has compared. */
export const NotScanned = (props: { entityRef: string; place: Place }) => {
  const { entityRef, place } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const words = placeWords(place);
  return (
    <div className={classes.item}>
      <div className={classes.head}>
        <Typography variant="subtitle2" component="h3">
          {t('place.against', { place: words, against: t('against.git') })}
        </Typography>
        <StatusMark tone="unknown" label={t('section.notScanned')} />
      </div>
      <Typography variant="body2">
        {t('section.notScannedMeans', { place: words })}
      </Typography>
      <Command entityRef={entityRef} place={place} />
    </div>
  );
};
