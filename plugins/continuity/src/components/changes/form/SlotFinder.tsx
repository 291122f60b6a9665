import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityApiRef,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { backendWords } from '../../shared/backendWords';
import { Field, Row } from '../../shared/fields';
import { useTask } from '../../shared/useTask';
import { onClock, type ChangeForm } from './changeForm';
import { FoundSlots } from './FoundSlots';

/** Lengths that people use; any other may be typed. */
const DURATIONS = ['PT30M', 'PT1H', 'PT2H', 'PT4H'];

/** How long the planned time is; an hour while there is none. */
function lengthOf({ start, end }: ChangeForm['window']): string {
  const length = DateTime.fromISO(end).diff(DateTime.fromISO(start));
  return length.isValid && length.toMillis() > 0
    ? length.shiftTo('hours', 'minutes').toISO()
    : 'PT1H';
}

/** Finds a time at which nothing is in the way, and says why it is that one. */
export const SlotFinder = (props: {
  form: ChangeForm;
  changeId?: string;
  onTake: (window: ChangeForm['window']) => void;
}) => {
  const { form, changeId } = props;
  const heading = useId();
  const api = useApi(continuityApiRef);
  const { timeZone } = useReader();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const [open, setOpen] = useState(false);
  const [duration, setDuration] = useState('PT1H');
  const [search, run] = useTask((wanted: string) =>
    api.findChangeSlots({
      entities: form.entities,
      environments: form.environments,
      duration: wanted,
      ...(form.regions.length > 0 && { regions: form.regions }),
      ...(form.class && { class: form.class }),
      ...(form.implementer[0] && { implementer: form.implementer[0] }),
      ...(form.rollbackPlan.decisionOwner[0] && {
        decisionOwner: form.rollbackPlan.decisionOwner[0],
      }),
      ...(changeId && { change: changeId }),
    }),
  );
  const isAskable = form.entities.length > 0 && form.environments.length > 0;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={!isAskable}
        onClick={() => {
          const wanted = lengthOf(form.window);
          setDuration(wanted);
          setOpen(true);
          run(wanted);
        }}
      >
        {t('slots.find')}
      </Button>
      {isAskable ? null : (
        <Typography variant="caption" component="p">
          {t('slots.needs')}
        </Typography>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        aria-labelledby={heading}
        maxWidth="md"
        fullWidth
      >
        <DialogTitle id={heading}>{t('slots.title')}</DialogTitle>
        <DialogContent>
          <Row>
            <Field
              label={t('slots.duration')}
              help={t('field.durationHelp')}
              proposals={DURATIONS}
              value={duration}
              onChange={setDuration}
            />
            <div>
              <Button
                variant="outlined"
                disabled={search.state === 'busy'}
                onClick={() => run(duration.trim())}
              >
                {t('slots.search')}
              </Button>
            </div>
          </Row>
          {search.state === 'busy' ? (
            <Typography variant="body2" role="status">
              {t('slots.loading')}
            </Typography>
          ) : null}
          {search.state === 'failed' ? (
            <Typography variant="body2" color="error" role="alert">
              {backendWords(search.error)}
            </Typography>
          ) : null}
          {search.state === 'done' ? (
            <FoundSlots
              found={search.value}
              onTake={({ start, end }) => {
                setOpen(false);
                props.onTake({
                  start: onClock(start, timeZone),
                  end: onClock(end, timeZone),
                });
              }}
            />
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('slots.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
