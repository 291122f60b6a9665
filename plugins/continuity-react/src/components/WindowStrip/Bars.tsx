import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { useRef, useState, type KeyboardEvent } from 'react';
import { formatInstant, useReader } from '../../time';
import { continuityReactTranslationRef } from '../../translation';
import { toneColor } from '../StatusMark';
import {
  windowFill,
  windowLook,
  windowTone,
  type WindowLook,
} from '../windowLook';
import type { Bar } from './layoutWindows';

const bar = (theme: Theme, look: WindowLook) => ({
  background: windowFill(theme, look),
  border: `2px solid ${toneColor(theme, windowTone(look))}`,
});

const useStyles = makeStyles(
  theme => ({
    bar: {
      position: 'absolute',
      top: '25%',
      height: '50%',
      // A period of an hour is still to be seen, and to be hit.
      minWidth: 8,
      boxSizing: 'border-box',
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    block: bar(theme, 'block'),
    approval: bar(theme, 'approval'),
    warn: bar(theme, 'warn'),
    open: bar(theme, 'open'),
    line: { display: 'block', fontSize: theme.typography.caption.fontSize },
  }),
  { name: 'ContinuityWindowBars' },
);

/** The periods of one window; one stop of the tab key, arrow keys move between them. */
export const Bars = (props: {
  bars: Bar[];
  label: string;
  timeZone: string;
}) => {
  const { bars, label, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const { locale } = useReader();
  const [active, setActive] = useState(0);
  const elements = useRef<Array<HTMLElement | null>>([]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(Math.max(active + step, 0), bars.length - 1);
    setActive(next);
    elements.current[next]?.focus();
  };

  const describe = ({ window, count, until }: Bar) => {
    const { occurrence } = window;
    const show = (at: string, zone: string) =>
      formatInstant(at, { locale, timeZone: zone });
    const facts = {
      title: window.title,
      calendar: window.calendarTitle,
      enforcement:
        window.effect === 'maintenance'
          ? t(`maintenance.${window.enforcement}`)
          : t(`enforcement.${window.enforcement}`),
      start: show(occurrence.start, timeZone),
      end: show(until, timeZone),
    };
    return {
      main:
        count > 1
          ? t('windows.labelMany', { ...facts, times: String(count) })
          : t('windows.label', facts),
      calendar: t('windows.calendarZone', {
        start: show(occurrence.start, occurrence.timezone),
        end: show(until, occurrence.timezone),
        zone: occurrence.timezone,
      }),
    };
  };

  return (
    <div role="list" aria-label={label}>
      {bars.map((drawn, index) => {
        const { window, left, width } = drawn;
        const { main, calendar } = describe(drawn);
        return (
          <Tooltip
            key={window.occurrence.start}
            title={
              <>
                <span className={classes.line}>{main}</span>
                <span className={classes.line}>{calendar}</span>
                <span className={classes.line}>
                  {window.occurrence.reason ?? window.reason}
                </span>
                {window.occurrence.note ? (
                  <span className={classes.line}>{window.occurrence.note}</span>
                ) : null}
              </>
            }
          >
            {/* Arrow keys bring up a description; there is nothing to press. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <div
              role="listitem"
              aria-label={`${main}. ${calendar}`}
              ref={element => {
                elements.current[index] = element;
              }}
              className={`${classes.bar} ${classes[windowLook(window)]}`}
              style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={index === active ? 0 : -1}
              onKeyDown={onKeyDown}
              onFocus={() => setActive(index)}
            />
          </Tooltip>
        );
      })}
    </div>
  );
};
