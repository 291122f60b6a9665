/** C0 and C1 controls, and marks that turn the direction of writing. */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/**
 * Text from elsewhere as one harmless line of a log: no line breaks, no terminal
 * sequences, and nothing that a CI system takes for a command (`##vso[`, `##teamcity[`,
 * and `::set-output` at the start of a line).
 */
export function plainLine(text: string): string {
  return text
    .replace(UNPRINTABLE, ' ')
    .replace(/##(?=\w*\[)/g, '## ')
    .trim()
    .replace(/^::/, ': :');
}
