import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Box } from './layoutPicture';

/**
 * Makes a picture one stop of the tab key: arrow keys move within a column and to the
 * nearest box of the next one, Enter and Space press.
 *
 * @param start - where the tab key arrives first
 */
export function useBoxFocus(
  boxes: readonly Box[],
  start: string | undefined,
  svg: RefObject<SVGSVGElement>,
) {
  const [chosen, setChosen] = useState<string>();
  const id = boxes.some(box => box.id === chosen)
    ? chosen
    : start ?? boxes[0]?.id;

  const onKey = (event: KeyboardEvent, box: Box, press: () => void) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      press();
      return;
    }
    const next = nextBox(boxes, box, event.key);
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    svg.current
      ?.querySelector<SVGElement>(`#${CSS.escape(`box-${next.id}`)}`)
      ?.focus();
  };
  return { id, set: setChosen, onKey };
}

/** Where a key leads from a box. Absent: nowhere. */
export function nextBox(
  boxes: readonly Box[],
  from: Box,
  key: string,
): Box | undefined {
  const nearest = (candidates: Box[]) =>
    candidates.sort(
      (a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y),
    )[0];
  const inColumn = (column: number) =>
    boxes.filter(box => box.column === column && box !== from);
  switch (key) {
    case 'ArrowDown':
      return nearest(inColumn(from.column).filter(({ y }) => y > from.y));
    case 'ArrowUp':
      return nearest(inColumn(from.column).filter(({ y }) => y < from.y));
    case 'ArrowRight':
      return nearest(inColumn(from.column + 1));
    case 'ArrowLeft':
      return nearest(inColumn(from.column - 1));
    default:
      return undefined;
  }
}
