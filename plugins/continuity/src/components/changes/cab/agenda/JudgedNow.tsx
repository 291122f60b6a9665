import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeSummary,
} from '@continuity/plugin-continuity-common';
import { ResourceView, useChange } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { changeTranslationRef } from '../../../../translation/changeTranslationRef';
import { needs } from '../../../shared/permissions';
import { DifferenceList } from '../../change/DifferenceList';
import { SnapshotPart } from '../../change/SnapshotPart';

/** What makes the difference between one meeting and the next; the change has the rest. */
const PARTS = ['checks', 'closings', 'blastRadius'] as const;

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0, 0),
    },
    value: { margin: 0 },
  }),
  { name: 'ContinuityCabJudgedNow' },
);

const Readiness = (props: {
  readiness: Change['readiness'];
  onSeen: (fingerprint: string) => void;
}) => {
  const { now, fingerprint, differences = [] } = props.readiness;
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  const { t: part } = useTranslationRef(changeTranslationRef);
  const onSeen = useRef(props.onSeen);
  useEffect(() => {
    onSeen.current = props.onSeen;
  });
  useEffect(() => onSeen.current(fingerprint), [fingerprint]);
  return (
    <>
      <Typography variant="body2">{t('judged.means')}</Typography>
      {differences.length > 0 ? (
        <DifferenceList
          label={part('dialog.differences')}
          differences={differences}
        />
      ) : null}
      <Typography variant="body2" component="dl" className={classes.parts}>
        {PARTS.flatMap(name => [
          <dt key={name}>{part(`readiness.parts.${name}`)}</dt>,
          <dd key={`${name}-value`} className={classes.value}>
            <SnapshotPart snapshot={now} part={name} />
          </dd>,
        ])}
      </Typography>
    </>
  );
};

/**
 * How ready a change is at this moment. The agenda shows what was known when it was last
 * looked at; whoever approves has to have seen what there is now.
 */
export const JudgedNow = (props: {
  change: Pick<ChangeSummary, 'id' | 'title'>;
  /** Told of each state that is shown. */
  onSeen: (fingerprint: string) => void;
}) => {
  const { id, title } = props.change;
  const { t } = useTranslationRef(cabTranslationRef);
  return (
    <ResourceView
      resource={useChange(id)}
      what={t('judged.what', { title })}
      permission={needs.change}
      lines={3}
    >
      {({ readiness }) => (
        <Readiness readiness={readiness} onSeen={props.onSeen} />
      )}
    </ResourceView>
  );
};
