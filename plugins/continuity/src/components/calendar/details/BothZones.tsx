import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useReader } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { timeWords } from '../time/timeWords';

/** From when to when, on the reader's wall clock and on the calendar's. */
export const BothZones = (props: {
  /** Epoch milliseconds. */
  start: number;
  end: number;
  /** IANA zone of the window. */
  timezone: string;
  note?: string;
}) => {
  const { start, end, timezone, note } = props;
  const { t } = useTranslationRef(calendarTranslationRef);
  const { locale, timeZone } = useReader();
  const reader = useMemo(() => timeWords(locale, timeZone), [locale, timeZone]);
  const calendar = useMemo(
    () => timeWords(locale, timezone),
    [locale, timezone],
  );
  const line = (label: string, period: string) => (
    <>
      <Typography variant="body2" component="div">
        {period}
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {label}
      </Typography>
    </>
  );
  return (
    <>
      {timezone === timeZone ? (
        line(
          t('details.bothZones', { zone: timezone }),
          reader.range(start, end),
        )
      ) : (
        <>
          {line(
            t('details.readerZone', { zone: timeZone }),
            reader.range(start, end),
          )}
          {line(
            t('details.windowZone', { zone: timezone }),
            calendar.range(start, end),
          )}
        </>
      )}
      {note ? (
        <Typography variant="caption" component="p">
          {note}
        </Typography>
      ) : null}
    </>
  );
};
