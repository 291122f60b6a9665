import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  StatusMark,
  formatInstant,
  type Reader,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';
import { backendWords } from '../../shared/backendWords';
import type { MomentAnswer } from './useMoment';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityMomentStatus' },
);

const Reasons = (props: { reasons: MomentAnswer['windows'] }) => (
  <ul className={useStyles().list}>
    {props.reasons.map(({ rule, explanation, remedy }) => (
      <li key={rule}>
        {explanation} {remedy}
      </li>
    ))}
  </ul>
);

const Next = (props: {
  next: NonNullable<MomentAnswer['next']>;
  reader: Reader;
  onTake: (start: string) => void;
}) => {
  const { next, reader } = props;
  const { t } = useTranslationRef(scaffolderTranslationRef);
  if (next.state === 'none') return <p>{t('moment.noNext')}</p>;
  if (next.state === 'unknown') {
    return <p>{t('moment.nextUnknown', { problem: next.problem })}</p>;
  }
  const { slot } = next;
  const words = (at: string) =>
    formatInstant(at, { ...reader, zoneName: true });
  const start = words(slot.start);
  return (
    <>
      <div>{t('moment.next', { start, end: words(slot.end) })}</div>
      {slot.after ? <div>{t('moment.after', { why: slot.after })}</div> : null}
      <Button
        size="small"
        variant="outlined"
        aria-label={t('moment.takeOf', { start })}
        onClick={() => props.onTake(slot.start)}
      >
        {t('moment.take')}
      </Button>
    </>
  );
};

/** Whether a moment is frozen, by what, and when it is open instead. */
export const MomentStatus = (props: {
  answer: Resource<MomentAnswer | undefined>;
  reader: Reader;
  onTake: (start: string) => void;
}) => {
  const { answer } = props;
  const { t } = useTranslationRef(scaffolderTranslationRef);
  if (answer.state === 'loading') return <>{t('moment.asking')}</>;
  if (answer.state === 'failed') {
    return (
      <Typography variant="body2" component="div">
        <StatusMark tone="unknown" label={t('moment.unknown')} />
        <div>
          {t('moment.unknownMeans', { problem: backendWords(answer.error) })}
        </div>
        <Button size="small" variant="outlined" onClick={answer.retry}>
          {t('moment.retry')}
        </Button>
      </Typography>
    );
  }
  if (!answer.value) return null;
  const { windows, others, next } = answer.value;
  const isOpen = windows.length === 0;
  return (
    <Typography variant="body2" component="div">
      {isOpen ? (
        <StatusMark
          tone={others.length === 0 ? 'good' : 'caution'}
          label={t(others.length === 0 ? 'moment.open' : 'moment.openBut')}
        />
      ) : (
        <StatusMark tone="bad" label={t('moment.frozen')} />
      )}
      <Reasons reasons={isOpen ? others : windows} />
      {next ? (
        <Next next={next} reader={props.reader} onTake={props.onTake} />
      ) : null}
    </Typography>
  );
};
