import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import type { ReactNode } from 'react';
import { formatAge, formatDuration, formatInstant, useReader } from '../time';
import { useNow } from '../hooks';
import { continuityReactTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    time: {
      textDecoration: 'underline dotted',
      textUnderlineOffset: '3px',
      whiteSpace: 'nowrap',
    },
    tooltip: { maxWidth: 'none' },
    zones: { margin: 0, fontSize: theme.typography.caption.fontSize },
    zone: { display: 'block' },
    duration: { whiteSpace: 'nowrap' },
  }),
  { name: 'ContinuityMoment' },
);

export interface MomentProps {
  /** ISO 8601 instant. */
  at: string;
  /** IANA zone that the instant was meant in, e.g. the calendar's. */
  zone?: string;
  /** What to show instead of the reader's wall clock. */
  children?: ReactNode;
}

/**
 * A point in time on the reader's wall clock. On hover and on focus it also shows the
 * calendar's zone, where there is one, and UTC.
 */
export const Moment = ({ at, zone, children }: MomentProps) => {
  const classes = useStyles();
  const { locale, timeZone } = useReader();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const line = (label: string, inZone: string) => (
    <span className={classes.zone}>
      {label}: {formatInstant(at, { locale, timeZone: inZone })}
    </span>
  );
  const zones = (
    <p className={classes.zones}>
      {line(t('moment.reader', { zone: timeZone }), timeZone)}
      {zone ? line(t('moment.calendar', { zone }), zone) : null}
      {line(t('moment.utc'), 'utc')}
    </p>
  );
  return (
    <Tooltip title={zones} interactive classes={{ tooltip: classes.tooltip }}>
      {/* Focusable, because what hovering shows must be within reach of a keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <time className={classes.time} dateTime={at} tabIndex={0}>
        {children ?? formatInstant(at, { locale, timeZone })}
      </time>
    </Tooltip>
  );
};

/** How far a point in time is from now, e.g. "3 days ago"; hover or focus shows when. */
export const Age = ({ at, zone }: { at: string; zone?: string }) => {
  // Only so that it is written anew now and then: what happened since the last time would
  // seem to be still to come.
  useNow();
  const { locale } = useReader();
  return (
    <Moment at={at} zone={zone}>
      {formatAge(at, Date.now(), locale)}
    </Moment>
  );
};

/** An ISO 8601 duration in words, e.g. `PT4H` as "4 hours". */
export const DurationText = ({ value }: { value: string }) => {
  const classes = useStyles();
  const { locale } = useReader();
  return (
    <span title={value} className={classes.duration}>
      {formatDuration(value, locale)}
    </span>
  );
};
