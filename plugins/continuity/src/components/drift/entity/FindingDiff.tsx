import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftFinding } from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { Fact, Facts } from '../../shared/Facts';
import { CulpritMark } from '../shared/StandingMark';
import { CulpritWords } from './CulpritWords';
import { DiffValue } from './DiffValue';

const useStyles = makeStyles(
  theme => ({
    finding: {
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 1),
      marginBottom: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    sides: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
  }),
  { name: 'ContinuityFindingDiff' },
);

/** One field: what is desired beside what runs, whose it is, since when, and who did it. */
export const FindingDiff = ({ finding }: { finding: DriftFinding }) => {
  const { label, path, change, what, desired, live, owner, ownedAt } = finding;
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <li className={classes.finding} aria-labelledby={id}>
      <div className={classes.head} id={id}>
        {label || path ? <code title={path}>{label ?? path}</code> : null}
        <Typography variant="body2" component="span">
          {change === 'not-told' ? what : t(`change.${change}`)}
        </Typography>
        <CulpritMark standing={finding.culprit.standing} />
      </div>
      {desired || live ? (
        <div className={classes.sides}>
          <DiffValue side="desired" value={desired} />
          <DiffValue side="live" value={live} />
        </div>
      ) : null}
      <Facts>
        <Fact name={t('finding.who')}>
          <CulpritWords culprit={finding.culprit} />
        </Fact>
        {owner ? (
          <Fact name={t('finding.owner')}>
            {owner}
            {ownedAt ? (
              <>
                {`, ${t('finding.written')} `}
                <Age at={ownedAt} />
              </>
            ) : null}
          </Fact>
        ) : null}
        <Fact name={t('finding.seen')}>
          <Age at={finding.firstSeen} />
          {finding.seenLast ? null : (
            <Typography variant="caption" component="div">
              {t('finding.maybe')}
            </Typography>
          )}
        </Fact>
      </Facts>
    </li>
  );
};
