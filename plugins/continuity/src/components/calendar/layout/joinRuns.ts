/** One occurrence, or neighbours of one window that are drawn as one. */
export interface Run {
  /** The first of its occurrences. */
  position: number;
  count: number;
  /** In the unit of the axis; as long as the occurrences are, whatever is drawn. */
  from: number;
  to: number;
}

/**
 * Joins the occurrences of one window that could not be told apart: drawn at least
 * `least` long and with `gap` between them, they would touch. Linear.
 *
 * @param occurrences - of one window, earliest first, in the unit of the axis
 */
export function joinRuns(
  occurrences: Iterable<{ position: number; from: number; to: number }>,
  { least, gap }: { least: number; gap: number },
): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let drawnTo = -Infinity;
  for (const { position, from, to } of occurrences) {
    if (run && from < drawnTo + gap) {
      run.count += 1;
      run.to = Math.max(run.to, to);
    } else {
      run = { position, count: 1, from, to };
      runs.push(run);
      drawnTo = -Infinity;
    }
    drawnTo = Math.max(drawnTo, to, from + least);
  }
  return runs;
}
