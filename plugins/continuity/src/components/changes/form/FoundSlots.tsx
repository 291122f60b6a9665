import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSlots } from '@continuity/plugin-continuity-common';
import {
  Moment,
  formatDuration,
  formatInstant,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Duration } from 'luxon';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { Notice } from '../../shared/Notice';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    slot: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    taken: { marginTop: theme.spacing(2) },
  }),
  { name: 'ContinuityFoundSlots' },
);

type Slot = ChangeSlots['slots'][number];

const SlotRow = (props: { slot: Slot; onTake: (slot: Slot) => void }) => {
  const { slot, onTake } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { locale, timeZone } = useReader();
  return (
    <li className={classes.slot}>
      <div>
        <Typography variant="body2" component="div">
          <Moment at={slot.start} /> – <Moment at={slot.end} />
          {slot.openUntil ? (
            <>
              , {t('slots.openUntil')} <Moment at={slot.openUntil} />
            </>
          ) : null}
        </Typography>
        {slot.after ? (
          <Typography variant="body2" color="textSecondary">
            {t('slots.after', { why: slot.after })}
          </Typography>
        ) : null}
        {slot.before ? (
          <Typography variant="body2" color="textSecondary">
            {t('slots.before', { why: slot.before })}
          </Typography>
        ) : null}
        {slot.notes.map(note => (
          <Typography key={note} variant="body2">
            {note}
          </Typography>
        ))}
      </div>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('slots.takeOf', {
          start: formatInstant(slot.start, { locale, timeZone }),
        })}
        onClick={() => onTake(slot)}
      >
        {t('slots.take')}
      </Button>
    </li>
  );
};

const Taken = ({ taken }: Pick<ChangeSlots, 'taken'>) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { locale } = useReader();
  return (
    <ul aria-label={t('slots.taken')}>
      {taken.map(({ explanation, seconds }) => (
        <li key={explanation}>
          {explanation} (
          {t('slots.for', {
            time: formatDuration(
              Duration.fromObject({ seconds })
                .shiftTo('hours', 'minutes')
                .toISO(),
              locale,
            ),
          })}
          )
        </li>
      ))}
    </ul>
  );
};

/** Times that fit, each with why it is that one; and what takes the others. */
export const FoundSlots = (props: {
  found: ChangeSlots;
  onTake: (slot: Slot) => void;
}) => {
  const { slots, taken } = props.found;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  if (slots.length === 0) {
    return (
      <Notice tone="bad" title={t('slots.none')}>
        {t('slots.noneRemedy')}
        <Taken taken={taken} />
      </Notice>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={t('slots.title')}>
        {slots.map(slot => (
          <SlotRow key={slot.start} slot={slot} onTake={props.onTake} />
        ))}
      </ul>
      {taken.length > 0 ? (
        <Typography variant="body2" component="div" className={classes.taken}>
          {t('slots.taken')}
          <Taken taken={taken} />
        </Typography>
      ) : null}
    </>
  );
};
