/**
 * Turns counts per key, kept at `key + 1`, into where the rows of each key begin, with
 * the total at the end.
 */
export function beginnings(counts: Int32Array): Int32Array {
  for (let key = 1; key < counts.length; key++) counts[key] += counts[key - 1];
  return counts;
}
