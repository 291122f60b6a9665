import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Saas } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  continuityApiRef,
  useSaas,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { saasTranslationRef } from '../../../translation/saasTranslationRef';
import { useTask } from '../../shared/useTask';
import { backendWords } from '../../shared/backendWords';
import { ChoiceField } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { useNodeWord } from '../shared/NodeName';

const useStyles = makeStyles(
  theme => ({
    field: { marginTop: theme.spacing(2) },
    past: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
  }),
  { name: 'ContinuitySaasDecision' },
);

const CHOICES = ['yes', 'no'] as const;

const Past = ({ entityRef }: { entityRef: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(saasTranslationRef);
  const history = useSaas(entityRef);
  return (
    <ResourceView
      resource={history}
      what={t('decision.history')}
      permission={needs.graph}
      lines={2}
    >
      {({ decisions }) =>
        decisions.length === 0 ? (
          <Typography variant="body2">{t('decision.none')}</Typography>
        ) : (
          <ul className={classes.past} aria-label={t('decision.history')}>
            {decisions.map(decision => (
              <li key={decision.revision}>
                {t(`planning.${decision.inPlanning}`)}: {decision.reason} (
                <EntityLink entityRef={decision.decidedBy} />,{' '}
                <Age at={decision.decidedAt} />; {t('decision.review')}{' '}
                {decision.reviewOn})
              </li>
            ))}
          </ul>
        )
      }
    </ResourceView>
  );
};

/** Decides whether a third-party service is in continuity planning, and until when. */
export const DecisionDialog = (props: {
  saas: Saas;
  entityRef: string;
  /** `2026-03-04`. */
  today: string;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { saas, entityRef, today, onDone } = props;
  const heading = useId();
  const reasonId = useId();
  const reviewId = useId();
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(saasTranslationRef);
  const word = useNodeWord();
  const [inPlanning, setInPlanning] = useState<'yes' | 'no'>(
    saas.inPlanning === 'no' ? 'no' : 'yes',
  );
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  const [task, run] = useTask(async () => {
    await api.decideSaas(entityRef, {
      inPlanning,
      reason,
      reviewOn,
      revision: saas.decision?.revision ?? 0,
    });
    onDone();
  });
  const past = reviewOn !== '' && reviewOn <= today;
  const ready = reason.trim() !== '' && reviewOn !== '' && !past;
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={heading}>
        {t('decision.title', { name: word(saas.node) })}
      </DialogTitle>
      <DialogContent>
        <Past entityRef={entityRef} />
        <div className={classes.field}>
          <ChoiceField
            label={t('decision.choose')}
            value={inPlanning}
            choices={CHOICES.map(value => ({
              value,
              label: t(`planning.${value}`),
            }))}
            onChange={chosen => {
              const choice = CHOICES.find(value => value === chosen);
              if (choice) setInPlanning(choice);
            }}
          />
        </div>
        <TextField
          id={reasonId}
          className={classes.field}
          label={t('decision.reason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
          inputProps={{ maxLength: 2000 }}
          variant="outlined"
          size="small"
          multiline
          minRows={2}
          fullWidth
          required
          InputLabelProps={{ shrink: true }}
        />
        <TextField
          id={reviewId}
          className={classes.field}
          type="date"
          label={t('decision.review')}
          value={reviewOn}
          onChange={event => setReviewOn(event.target.value)}
          inputProps={{ min: today }}
          error={past}
          helperText={past ? t('decision.past', { today }) : undefined}
          variant="outlined"
          size="small"
          required
          InputLabelProps={{ shrink: true }}
        />
        {task.state === 'failed' ? (
          <Typography variant="body2" color="error" role="alert">
            {t('decision.failed')} {backendWords(task.error)}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('decision.close')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={!ready || task.state === 'busy'}
          onClick={() => run(undefined)}
        >
          {t('decision.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
