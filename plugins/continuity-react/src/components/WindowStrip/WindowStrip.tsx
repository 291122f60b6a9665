import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState, type ReactNode } from 'react';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import type { Day } from '../../time';
import { continuityReactTranslationRef } from '../../translation';
import { layoutWindows } from './layoutWindows';
import { Strip } from './Strip';
import { WindowTable } from './WindowTable';

export interface WindowStripProps {
  /** Periods of windows, earliest first. */
  windows: EntityWindow[];
  /** The days of the axis, in order and without a gap; see `daysFrom`. */
  days: Day[];
  /** Epoch milliseconds of the marker. */
  now: number;
  /** IANA zone of the days; the reader's own when absent. */
  timeZone?: string;
  /** What a press on "Why and how" shows of a window, e.g. its `WindowDetails`. */
  details?: (window: EntityWindow) => ReactNode;
}

/** Periods of a window that are less than this apart are drawn as one; share of the axis. */
const GRAIN = 1 / 300;

/**
 * When windows are in force, one row a window over an axis of days; or, at the reader's
 * choice, the same as a table.
 */
export const WindowStrip = (props: WindowStripProps) => {
  const { windows, days, now, timeZone, details } = props;
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const [asTable, setAsTable] = useState(false);
  const first = days[0];
  const last = days[days.length - 1];
  const rows =
    first && last ? layoutWindows(windows, first.start, last.end, GRAIN) : [];

  if (rows.length === 0) {
    return <Typography variant="body2">{t('windows.nothing')}</Typography>;
  }
  return (
    <>
      {asTable ? (
        <WindowTable windows={windows} />
      ) : (
        <Strip
          rows={rows}
          days={days}
          now={now}
          timeZone={timeZone}
          details={details}
        />
      )}
      <Button size="small" onClick={() => setAsTable(shown => !shown)}>
        {asTable ? t('windows.asStrip') : t('windows.asTable')}
      </Button>
    </>
  );
};
