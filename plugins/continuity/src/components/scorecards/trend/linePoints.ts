/**
 * Where a line runs, for the `points` of SVG: days from left to right as far apart as they
 * are, numbers from the bottom to the top.
 *
 * @param most - the number at the top; at least one
 */
export function linePoints<Day extends { day: string }>(
  trend: readonly Day[],
  numberOf: (day: Day) => number,
  { width, height, most }: { width: number; height: number; most: number },
): string {
  const times = trend.map(({ day }) => Date.parse(day));
  const [first = 0] = times;
  const span = Math.max((times.at(-1) ?? first) - first, 1);
  return trend
    .map((day, index) => {
      const x = ((times[index] - first) / span) * width;
      const y = height - (numberOf(day) / most) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
