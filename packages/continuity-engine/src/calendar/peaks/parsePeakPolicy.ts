import { z } from 'zod';
import {
  listOf,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Problem,
} from '../../time';
import { closingParts } from './peakShapes';
import type { PeakPolicy } from './types';

const shape = strictShape('a policy for peaks', {
  enabled: z.boolean({ error: 'true or false' }).optional(),
  ...closingParts,
  tiers: listOf(
    'a list of tier ids',
    textThat('a text', value => value.trim().length > 0),
  ).optional(),
});

/**
 * Reads what the organisation makes of peaks, as it stands in the configuration
 * (`continuity.calendars.peaks`). Absent, or with `enabled: false`: peaks inform,
 * there is no policy. Present without `enforcement`: they block, as a window does
 * that says nothing else.
 *
 * @param tierIds - The tiers that exist. Absent: not known here, any id passes.
 */
export function parsePeakPolicy(
  value: unknown,
  path: string,
  tierIds?: readonly string[],
): { policy?: PeakPolicy; problems: Problem[] } {
  if (value === undefined) return { problems: [] };
  const reading = readShape(shape, value, path);
  if (!reading.ok) return { problems: reading.problems };
  const { enabled = true, enforcement = 'block', ...parts } = reading.value;
  const known = tierIds && [...tierIds, 'unclassified'];
  const problems = (parts.tiers ?? []).flatMap<Problem>((tier, index) =>
    !known || known.includes(tier)
      ? []
      : [
          {
            path: `${path}.tiers.${index}`,
            message: `${showValue(
              tier,
            )} is not a tier; expected one of ${known.join(', ')}`,
          },
        ],
  );
  if (problems.length > 0 || !enabled) return { problems };
  return { policy: { enforcement, ...parts }, problems };
}
