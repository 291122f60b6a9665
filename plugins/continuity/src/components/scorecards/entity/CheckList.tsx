import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import CollapseIcon from '@material-ui/icons/ExpandLess';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { CheckStateMark } from '../shared/CheckStateMark';
import { CheckDetails, type EntityCheck } from './CheckDetails';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { borderTop: `1px solid ${theme.palette.divider}` },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.5, 0),
    },
    title: {
      flex: '1 1 240px',
      justifyContent: 'flex-start',
      textAlign: 'left',
      textTransform: 'none',
    },
    details: { padding: theme.spacing(1, 0, 2, 1) },
  }),
  { name: 'ContinuityCheckList' },
);

interface RowProps {
  entityRef: string;
  scorecard: string;
  check: EntityCheck;
  onDone: () => void;
}

const CheckRow = (props: RowProps) => {
  const { check } = props;
  const classes = useStyles();
  const details = useId();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <Button
          className={classes.title}
          size="small"
          aria-expanded={open}
          aria-controls={open ? details : undefined}
          startIcon={open ? <CollapseIcon /> : <ExpandIcon />}
          onClick={() => setOpen(before => !before)}
        >
          {check.title}
        </Button>
        {check.exemption ? (
          <StatusMark
            {...(check.state === 'fail' || check.state === 'unknown'
              ? { tone: 'caution', label: t('checks.exempt') }
              : { tone: 'unknown', label: t('checks.exemptUnneeded') })}
          />
        ) : null}
        {check.requested ? (
          <StatusMark tone="unknown" label={t('checks.requested')} />
        ) : null}
        <CheckStateMark state={check.state} />
        <Typography variant="caption" color="textSecondary">
          {t('checks.weight', { count: check.weight })}
        </Typography>
      </div>
      {open ? (
        <div
          id={details}
          role="group"
          aria-label={t('checks.details', { title: check.title })}
          className={classes.details}
        >
          <CheckDetails {...props} />
        </div>
      ) : null}
    </li>
  );
};

/** The checks of a scorecard with their verdicts; each opens to why and what to do. */
export const CheckList = (props: {
  entityRef: string;
  judged: EntityScorecard;
  onDone: () => void;
}) => {
  const { entityRef, judged, onDone } = props;
  const { scorecard, checks } = judged;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {t('checks.heading')}
      </Typography>
      <ul
        className={classes.list}
        aria-label={t('checks.title', { title: scorecard.title })}
      >
        {checks.map(check => (
          <CheckRow
            key={check.check}
            entityRef={entityRef}
            scorecard={scorecard.id}
            check={check}
            onDone={onDone}
          />
        ))}
      </ul>
    </>
  );
};
