import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CabAgendaItem,
  ChangeDecisionResult,
} from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { isOutdated, type Choice } from './ballot';
import { JudgedNow } from './JudgedNow';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
      gridTemplateColumns: 'minmax(0, 180px) minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityCabChoice' },
);

/** In which a member decides on a change, and says why. */
export const ChoiceFields = (props: {
  item: CabAgendaItem;
  choice?: Choice;
  onChoose: (choice: Choice | undefined) => void;
  /** What came of it when it was last recorded. Absent: it was not. */
  result?: ChangeDecisionResult;
}) => {
  const { item, choice, onChoose, result } = props;
  const { title, revision } = item.change;
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  const id = useId();
  const choose = (decision: string) =>
    onChoose(
      decision === 'approve' || decision === 'reject'
        ? { decision, revision, reason: choice?.reason ?? '' }
        : undefined,
    );
  return (
    <>
      <div className={classes.fields}>
        <TextField
          select
          id={`${id}-decision`}
          label={t('decide.short')}
          value={choice?.decision ?? ''}
          onChange={event => choose(event.target.value)}
          size="small"
          variant="outlined"
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          inputProps={{ 'aria-label': t('decide.label', { title }) }}
        >
          <option value="">{t('decide.none')}</option>
          <option value="approve">{t('decide.approve')}</option>
          <option value="reject">{t('decide.reject')}</option>
        </TextField>
        {choice ? (
          <TextField
            id={`${id}-reason`}
            label={t('decide.reason')}
            value={choice.reason}
            onChange={event =>
              onChoose({ ...choice, reason: event.target.value })
            }
            helperText={choice.reason.trim() ? ' ' : t('decide.reasonMissing')}
            size="small"
            variant="outlined"
            InputLabelProps={{ shrink: true }}
            inputProps={{ 'aria-label': t('decide.reasonLabel', { title }) }}
          />
        ) : null}
      </div>
      {choice?.decision === 'approve' ? (
        <JudgedNow
          change={item.change}
          onSeen={seen => onChoose({ ...choice, seen })}
        />
      ) : null}
      {isOutdated(choice, item) ? (
        <Typography variant="body2" color="error" role="alert">
          {t('decide.changed')}
        </Typography>
      ) : null}
      {result && !result.done ? (
        <Typography variant="body2" color="error" role="alert">
          {t('decide.refused', { message: result.refusal?.message ?? '' })}
        </Typography>
      ) : null}
    </>
  );
};
