import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import { formatInstant, useReader, type Day } from '../../time';
import { continuityReactTranslationRef } from '../../translation';
import { DegradedMark } from '../WindowChip';
import { Applies } from './Applies';
import { Axis } from './Axis';
import { Bars } from './Bars';
import { position, type Row } from './layoutWindows';

const LABEL_WIDTH = 240;

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', paddingBottom: theme.spacing(1) },
    strip: { minWidth: 720, position: 'relative' },
    row: {
      display: 'grid',
      gridTemplateColumns: `${LABEL_WIDTH}px 1fr`,
      alignItems: 'center',
      borderTop: `1px solid ${theme.palette.divider}`,
      minHeight: theme.spacing(6),
    },
    label: {
      padding: theme.spacing(0.5, 1, 0.5, 0),
      overflowWrap: 'anywhere',
    },
    why: { padding: theme.spacing(0, 0.5), marginLeft: theme.spacing(-0.5) },
    details: {
      // Stays in sight when the strip is scrolled sideways on a narrow screen.
      position: 'sticky',
      left: 0,
      maxWidth: 760,
      padding: theme.spacing(0, 0, 2),
    },
    plot: { position: 'relative', alignSelf: 'stretch' },
    now: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `2px dashed ${theme.palette.text.primary}`,
      pointerEvents: 'none',
    },
  }),
  { name: 'ContinuityWindowStrip' },
);

export interface StripProps {
  rows: Row[];
  days: Day[];
  now: number;
  timeZone?: string;
  details?: (window: EntityWindow) => ReactNode;
}

const StripRow = (props: {
  row: Row;
  marker: string;
  timeZone: string;
  details?: (window: EntityWindow) => ReactNode;
}) => {
  const { row, marker, timeZone, details } = props;
  const { window } = row;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={classes.row}>
        <div className={classes.label}>
          <Typography variant="body2">{window.title}</Typography>
          <Typography variant="caption" color="textSecondary" component="p">
            {window.effect === 'maintenance'
              ? t(`maintenance.${window.enforcement}`)
              : t(`enforcement.${window.enforcement}`)}{' '}
            · {window.calendarTitle} · <Applies window={window} />
          </Typography>
          {window.degraded ? <DegradedMark /> : null}
          {details ? (
            <Button
              size="small"
              className={classes.why}
              aria-expanded={open}
              aria-controls={id}
              aria-label={t('windows.whyOf', { title: window.title })}
              onClick={() => setOpen(shown => !shown)}
            >
              {t(open ? 'windows.whyClose' : 'windows.why')}
            </Button>
          ) : null}
        </div>
        <div className={classes.plot}>
          <Bars bars={row.bars} label={window.title} timeZone={timeZone} />
          <span className={classes.now} style={{ left: marker }} aria-hidden />
        </div>
      </div>
      {details ? (
        <div id={id} className={classes.details} hidden={!open}>
          {open ? details(window) : null}
        </div>
      ) : null}
    </>
  );
};

/** The rows of windows over their axis. */
export const Strip = (props: StripProps) => {
  const { rows, days, now, details } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const reader = useReader();
  const timeZone = props.timeZone ?? reader.timeZone;
  const from = days[0].start;
  const to = days[days.length - 1].end;
  const marker = `${position(now, from, to) * 100}%`;
  const nowLabel = `${t('windows.now')}: ${formatInstant(
    new Date(now).toISOString(),
    { locale: reader.locale, timeZone },
  )}`;

  return (
    <div
      className={classes.scroll}
      // Scrolls sideways on a narrow screen, hence within reach of the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={nowLabel}
    >
      <div className={classes.strip}>
        <div className={classes.row} aria-hidden>
          <Typography variant="caption" className={classes.label}>
            {nowLabel}
          </Typography>
          <Axis days={days} timeZone={timeZone} />
        </div>
        {rows.map(row => (
          <StripRow
            key={row.key}
            row={row}
            marker={marker}
            timeZone={timeZone}
            details={details}
          />
        ))}
      </div>
    </div>
  );
};
