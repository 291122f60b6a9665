import { makeStyles } from '@material-ui/core/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      position: 'relative',
      overflowY: 'auto',
      maxHeight: '60vh',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
      },
    },
    item: { position: 'absolute', top: 0, left: 0, right: 0 },
  }),
  { name: 'ContinuityVirtualList' },
);

/** Before it is measured a list is taken to be this high, so that it shows something. */
const FIRST_RECT = { width: 480, height: 480 };

/** A list of any length, of which only what can be seen is made. */
export const VirtualList = (props: {
  count: number;
  label: string;
  /** Height of an item before it is measured, in pixels. */
  estimate: number;
  children: (item: number) => ReactNode;
}) => {
  const classes = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: props.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => props.estimate,
    initialRect: FIRST_RECT,
    overscan: 5,
  });
  return (
    <div
      ref={scroll}
      className={classes.scroll}
      // Scrolls, hence within reach of the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="list"
      aria-label={props.label}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => (
          <div
            key={item.key}
            role="listitem"
            aria-setsize={props.count}
            aria-posinset={item.index + 1}
            data-index={item.index}
            ref={virtual.measureElement}
            className={classes.item}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {props.children(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
};
