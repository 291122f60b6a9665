import { windowLook } from '@continuity/plugin-continuity-react';
import {
  forwardRef,
  type ButtonHTMLAttributes,
  type CSSProperties,
} from 'react';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import { titleOf } from './useOccurrenceWords';
import { useWindowStyles } from './useWindowStyles';
import { WindowIcon } from './WindowIcon';

export interface OccurrenceButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  index: OccurrenceIndex;
  position: number;
  /** How many occurrences it stands for. */
  count?: number;
  /** Stands before the title, e.g. the time at which it begins. */
  lead?: string;
  /** Too narrow for words. */
  bare?: boolean;
  /** Whether it goes on beyond its place. */
  before?: boolean;
  after?: boolean;
  /** All of it in a sentence. */
  label: string;
  style?: CSSProperties;
}

/**
 * A window in a grid. It carries its position as `data-position`, so that one handler of
 * the grid serves all of them; see `pressedPosition`.
 */
export const OccurrenceButton = forwardRef<
  HTMLButtonElement,
  OccurrenceButtonProps
>((props, ref) => {
  const {
    index,
    position,
    count = 1,
    lead,
    bare,
    before,
    after,
    label,
    className,
    ...rest
  } = props;
  const classes = useWindowStyles();
  const window = index.window(position);
  const names = [
    classes.window,
    classes[windowLook(window)],
    window.degraded ? classes.degraded : '',
    before ? classes.before : '',
    after ? classes.after : '',
    className,
  ];
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      data-position={position}
      className={names.filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
    >
      {bare ? null : (
        <>
          <WindowIcon window={window} />
          <span className={classes.text}>
            {[lead, titleOf(index, position), count > 1 ? `× ${count}` : '']
              .filter(Boolean)
              .join(' ')}
          </span>
        </>
      )}
    </button>
  );
});

/** The position of the occurrence that was pressed, when it was one. */
export function pressedPosition(target: EventTarget): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const button = target.closest<HTMLElement>('[data-position]');
  return button ? Number(button.dataset.position) : undefined;
}
