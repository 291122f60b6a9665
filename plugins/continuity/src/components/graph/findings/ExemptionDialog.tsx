import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  continuityApiRef,
  useGraphFinding,
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
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { useTask } from '../../shared/useTask';
import { backendWords } from '../../shared/backendWords';
import { EntityLink } from '../../shared/EntityLink';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { useExemptionRights, type ExemptionAction } from './useExemptionRights';

const useStyles = makeStyles(
  theme => ({
    field: { marginTop: theme.spacing(2) },
    past: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
  }),
  { name: 'ContinuityExemption' },
);

const History = ({ id }: { id: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(findingsTranslationRef);
  const history = useGraphFinding(id);
  return (
    <ResourceView
      resource={history}
      what={t('exemption.history')}
      permission={needs.graph}
      lines={2}
    >
      {({ exemptions }) =>
        exemptions.length === 0 ? (
          <Typography variant="body2">{t('exemption.none')}</Typography>
        ) : (
          <ul className={classes.past} aria-label={t('exemption.history')}>
            {exemptions.map(exemption => (
              <li key={exemption.id}>
                {t(`exemption.state.${exemption.state}`)}: {exemption.reason} (
                {t('exemption.until')} {exemption.until};{' '}
                <EntityLink entityRef={exemption.requestedBy} />,{' '}
                <Age at={exemption.requestedAt} />
                {exemption.decidedBy ? (
                  <>
                    ; {t('exemption.decidedBy')}{' '}
                    <EntityLink entityRef={exemption.decidedBy} />
                  </>
                ) : null}
                )
              </li>
            ))}
          </ul>
        )
      }
    </ResourceView>
  );
};

/**
 * Asks to live with a finding until a date, or decides on what somebody else asked. The
 * backend refuses whoever would approve their own.
 */
export const ExemptionDialog = (props: {
  finding: GraphFinding;
  /** The earliest last day, `2026-03-04`. */
  today: string;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { finding, onDone } = props;
  const { id, exemption } = finding;
  const heading = useId();
  const reasonId = useId();
  const untilId = useId();
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(findingsTranslationRef);
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const rights = useExemptionRights(finding);
  const actions = rights?.actions ?? [];
  const [task, run] = useTask(async (action: ExemptionAction) => {
    if (action === 'request') {
      await api.requestGraphExemption(id, { reason: text, until });
    } else if (exemption && action === 'revoke') {
      await api.revokeGraphExemption(exemption.id, text);
    } else if (exemption && action !== 'revoke') {
      await api.decideGraphExemption(exemption.id, {
        decision: action,
        comment: text,
      });
    }
    onDone();
  });
  const asks =
    exemption?.state !== 'requested' && exemption?.state !== 'in-force';
  const past = until !== '' && until < props.today;
  const ready = text.trim() !== '' && (!asks || (until !== '' && !past));
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={heading}>{t('exemption.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body1">{finding.title}</Typography>
        <Typography variant="body2" color="textSecondary" paragraph>
          {t(asks ? 'exemption.means' : 'exemption.decide')}
        </Typography>
        {rights?.own ? (
          <Notice tone="notice" title={t('exemption.own')} />
        ) : null}
        {rights?.lacking ? (
          <Notice tone="notice" title={t('exemption.mayNot')}>
            {t('exemption.mayNotRemedy', { permission: rights.lacking })}
          </Notice>
        ) : null}
        <History id={id} />
        {actions.length > 0 ? (
          <TextField
            id={reasonId}
            className={classes.field}
            label={t(asks ? 'exemption.reason' : 'exemption.comment')}
            value={text}
            onChange={event => setText(event.target.value)}
            inputProps={{ maxLength: 2000 }}
            variant="outlined"
            size="small"
            multiline
            minRows={2}
            fullWidth
            required
            InputLabelProps={{ shrink: true }}
          />
        ) : null}
        {asks && actions.length > 0 ? (
          <TextField
            id={untilId}
            className={classes.field}
            type="date"
            label={t('exemption.lastDay')}
            value={until}
            onChange={event => setUntil(event.target.value)}
            inputProps={{ min: props.today }}
            error={past}
            helperText={
              past ? t('exemption.past', { today: props.today }) : undefined
            }
            variant="outlined"
            size="small"
            required
            InputLabelProps={{ shrink: true }}
          />
        ) : null}
        {task.state === 'failed' ? (
          <Typography variant="body2" color="error" role="alert">
            {t('exemption.failed')} {backendWords(task.error)}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('exemption.close')}</Button>
        {actions.map(action => (
          <Button
            key={action}
            color="primary"
            variant={action === 'request' ? 'contained' : 'outlined'}
            disabled={!ready || task.state === 'busy'}
            onClick={() => run(action)}
          >
            {t(`exemption.do.${action}`)}
          </Button>
        ))}
      </DialogActions>
    </Dialog>
  );
};
