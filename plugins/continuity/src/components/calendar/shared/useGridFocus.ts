import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MutableRefObject,
} from 'react';

/** A place in a grid; what can be focused carries it as `data-col` and `data-row`. */
export interface Spot {
  col: number;
  row: number;
}

const STEPS: Record<string, Spot> = {
  ArrowLeft: { col: -1, row: 0 },
  ArrowRight: { col: 1, row: 0 },
  ArrowUp: { col: 0, row: -1 },
  ArrowDown: { col: 0, row: 1 },
};

/** The place of the focused element, when it is one of the grid's. */
export function spotOf(element: EventTarget): Spot | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  const { col, row } = element.dataset;
  return col === undefined || row === undefined
    ? undefined
    : { col: Number(col), row: Number(row) };
}

export interface GridFocusOptions {
  initial: Spot;
  /** Page Up and Page Down: to the period before (-1) and to the one after (1). */
  onPage: (direction: -1 | 1) => void;
  /** Set when the keyboard led here from another period: takes the focus once. */
  grab: MutableRefObject<boolean>;
}

/**
 * Lets a grid be one stop of the tab key. Arrow keys move within it; a column that is
 * shorter lends its last row. Page keys lead to other periods.
 */
export function useGridFocus(options: GridFocusOptions) {
  const { initial, onPage, grab } = options;
  const container = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(initial);

  const find = useCallback(
    ({ col, row }: Spot) =>
      container.current?.querySelector<HTMLElement>(
        `[data-col="${col}"][data-row="${row}"]`,
      ),
    [],
  );

  useEffect(() => {
    if (!grab.current) return;
    grab.current = false;
    container.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [grab]);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = spotOf(event.target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      grab.current = true;
      onPage(event.key === 'PageUp' ? -1 : 1);
      return;
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const col = from.col + step.col;
    let row = from.row + step.row;
    while (step.col !== 0 && row > 0 && !find({ col, row })) row -= 1;
    find({ col, row })?.focus();
  };

  const onFocus = (event: FocusEvent) => {
    const spot = spotOf(event.target);
    if (spot) setActive(spot);
  };

  return { container, active, gridProps: { onKeyDown, onFocus } };
}
