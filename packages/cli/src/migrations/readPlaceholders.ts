import { UsageError } from '../failures';

/**
 * What texts in scripts stand for, as `--placeholder` gives them.
 *
 * @throws UsageError when one is not `<text>=<value>`
 */
export function readPlaceholders(
  pairs: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const [, text, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (text === undefined) {
        throw new UsageError(
          `--placeholder: "${pair}" is not <text>=<value>, e.g. \${schema}=app`,
        );
      }
      return [text, value];
    }),
  );
}
