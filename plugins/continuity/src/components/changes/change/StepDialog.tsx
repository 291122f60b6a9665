import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { useTask } from '../../shared/useTask';
import { readFailure } from '../shared/readFailure';
import { RefusalList } from '../shared/RefusalList';
import { DifferenceList } from './DifferenceList';
import { OutdatedNotice } from '../shared/OutdatedNotice';
import { StepFields } from './StepFields';
import { isSaid, moveInput, type StepInput } from './stepInput';
import { isDecision, type Act, type Step } from './useSteps';

/** What somebody decides on: the version, and what it is judged on. */
const whatIsSeen = ({ summary, readiness }: Change) => ({
  revision: summary.revision,
  readiness: readiness.fingerprint,
});

/**
 * In which a step is taken or a decision made: on the revision that was on the page when it
 * was opened, and on no other until the reader has loaded it.
 */
export const StepDialog = (props: {
  act: Act;
  change: Change;
  /** The step as it is now. Absent: it is not possible any more. */
  step?: Step;
  typed: StepInput;
  onTyped: (part: Partial<StepInput>) => void;
  load: () => Promise<Change>;
  onDone: (change: Change) => void;
  onClose: () => void;
}) => {
  const { act, change, step, typed, onDone } = props;
  const { id, revision } = change.summary;
  const heading = useId();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(changeTranslationRef);
  const [seen, setSeen] = useState(() => whatIsSeen(change));
  const [task, run] = useTask(async () => {
    const input = { revision: seen.revision, ...moveInput(act, typed) };
    onDone(
      isDecision(act)
        ? await api.decideChange(id, {
            ...input,
            decision: act,
            ...(act === 'approve' && { seen: seen.readiness }),
          })
        : await api.moveChange(id, { ...input, event: act }),
    );
  });
  const [loading, load] = useTask(async () => {
    setSeen(whatIsSeen(await props.load()));
  });
  const failure = task.state === 'failed' ? readFailure(task.error) : undefined;
  const isNewest =
    seen.revision === revision &&
    (act !== 'approve' || seen.readiness === change.readiness.fingerprint);
  const isLoaded = loading.state === 'done' && isNewest;
  const isOutdated =
    !isLoaded && (!isNewest || failure?.outdated !== undefined);
  const isPossible = step !== undefined && step.refusals.length === 0;
  const differences = change.readiness.differences ?? [];
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={heading}>{t(`steps.do.${act}`)}</DialogTitle>
      <DialogContent>
        <Typography variant="body1">{change.summary.title}</Typography>
        <Typography variant="body2" color="textSecondary" paragraph>
          {t(`means.${act}`)}
        </Typography>
        {isOutdated ? (
          <OutdatedNotice
            seen={seen.revision}
            now={
              seen.revision === revision && failure?.outdated
                ? failure.outdated
                : { revision, state: change.summary.state }
            }
            loading={loading}
            onLoad={() => load(undefined)}
          />
        ) : null}
        {isLoaded ? (
          <Typography variant="body2" role="status" paragraph>
            {t('dialog.loaded')}
          </Typography>
        ) : null}
        {isPossible || isOutdated ? null : (
          <div role="alert">
            <Typography variant="body2">
              <strong>{t('dialog.gone')}</strong>
            </Typography>
            <RefusalList refusals={step?.refusals ?? []} />
          </div>
        )}
        {act === 'approve' && differences.length > 0 ? (
          <>
            <Typography variant="subtitle2" component="h3">
              {t('dialog.differences')}
            </Typography>
            <DifferenceList
              label={t('dialog.differences')}
              differences={differences}
            />
          </>
        ) : null}
        <StepFields act={act} typed={typed} onTyped={props.onTyped} />
        {failure && !failure.outdated ? (
          <div role="alert">
            <Typography variant="body2" color="error">
              {t('dialog.failed')}: {failure.message}
            </Typography>
            <RefusalList refusals={failure.refusals} />
          </div>
        ) : null}
        {task.state === 'busy' ? (
          <Typography variant="body2" role="status">
            {t('dialog.busy')}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('dialog.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={
            task.state === 'busy' ||
            isOutdated ||
            !isPossible ||
            !isSaid(act, typed)
          }
          onClick={() => run(undefined)}
        >
          {t(`steps.do.${act}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
