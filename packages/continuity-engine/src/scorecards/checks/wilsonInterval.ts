/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * Between which rates the true one lies, with 95 % confidence, after some successes in
 * some trials: the score interval of Wilson (1927). It holds for few trials and for rates
 * near 0 and 1, where the textbook interval does not (Brown, Cai and DasGupta,
 * "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), 2001).
 *
 * @param trials - 0 tells nothing: from 0 to 1
 */
export function wilsonInterval(
  successes: number,
  trials: number,
): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const rate = successes / trials;
  const square = Z * Z;
  const scale = 1 / (1 + square / trials);
  const middle = scale * (rate + square / (2 * trials));
  const spread =
    scale *
    Z *
    Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - spread),
    high: successes === trials ? 1 : Math.min(1, middle + spread),
  };
}
