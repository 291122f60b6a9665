import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import {
  Moment,
  formatDuration,
  useReader,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';

/** A reason of the gate that is about a window; `freeze` or `freeze:<calendar>#<window>`. */
const isFreeze = (rule: string) => /^freeze(:|$)/.test(rule);

/** A stretch in the largest two units, to the minute: what somebody plans with. */
function lengthOf(start: string, end: string): string {
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `P${days}DT${hours}H` : `P${days}D`;
  return minutes % 60 > 0 ? `PT${hours}H${minutes % 60}M` : `PT${hours}H`;
}

const LongestOpen = (props: {
  stretch: NonNullable<GateDecision['longestOpen']>;
}) => {
  const { start, end } = props.stretch;
  const { t } = useTranslationRef(continuityTranslationRef);
  const { locale } = useReader();
  return (
    <Typography variant="body2">
      {t('gate.longestOpen')}:{' '}
      {end ? (
        <>
          {formatDuration(lengthOf(start, end), locale)}, <Moment at={start} />{' '}
          – <Moment at={end} />
        </>
      ) : (
        <>
          {t('gate.longestOpenFrom')} <Moment at={start} />
        </>
      )}
    </Typography>
  );
};

/**
 * When what is closed opens, and the longest time that windows leave open. Without a known
 * end it says that there is none: silence would be taken for soon. Where windows do let go
 * and it stays closed all the same, it says that they are not what one waits for.
 */
export const Openings = (props: {
  decision: GateDecision;
  /** The calendar's zone of an instant, where one is known. */
  zoneOf: (at: string) => string | undefined;
}) => {
  const { decision, zoneOf } = props;
  const { verdict, reasons, nextOpen, longestOpen } = decision;
  const { t } = useTranslationRef(continuityTranslationRef);
  const frozen = reasons.some(
    reason => reason.verdict !== 'allow' && isFreeze(reason.rule),
  );
  return (
    <>
      {verdict !== 'allow' && nextOpen ? (
        <Typography variant="body2">
          <strong>{t('gate.nextOpen')}:</strong>{' '}
          <Moment at={nextOpen} zone={zoneOf(nextOpen)} />
        </Typography>
      ) : null}
      {frozen && !nextOpen ? (
        <Typography variant="body2">
          <strong>
            {t(longestOpen ? 'gate.notByTime' : 'gate.noKnownEnd')}
          </strong>
        </Typography>
      ) : null}
      {frozen && longestOpen ? <LongestOpen stretch={longestOpen} /> : null}
    </>
  );
};
