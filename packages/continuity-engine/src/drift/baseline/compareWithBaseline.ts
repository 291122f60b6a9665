import { detectDrift } from '../detectDrift';
import { copyOf, isBag, TooMuchError } from '../values';
import { countMasks } from '../mask/maskAll';
import { maskObject } from '../mask/maskObject';
import { readObjects } from '../objects';
import type {
  DriftOptions,
  DriftProblem,
  DriftReport,
  SourcedObject,
} from '../types';
import type { BaselineSnapshot } from './makeBaseline';

/**
 * Holds live objects against a baseline. Both are masked alike, so that what may be a
 * secret is there or not, and its value is not compared; a note says how many there are.
 */
export function compareWithBaseline(
  { objects, masked }: Pick<BaselineSnapshot, 'objects' | 'masked'>,
  live: readonly SourcedObject[],
  options: DriftOptions,
): DriftReport {
  const desired = objects.map(value => ({ value, source: 'baseline' }));
  const report = detectDrift(desired, maskObjects(live), options);
  return masked === 0 ? report : withNote(report, masked);
}

/** Live objects masked as a baseline is; what cannot be read stays, to be reported. */
export function maskObjects(
  objects: readonly SourcedObject[],
): SourcedObject[] {
  return objects.flatMap(({ value, source }): SourcedObject[] => {
    try {
      const problems: DriftProblem[] = [];
      const known = readObjects([{ value, source }], problems);
      if (problems.length > 0 || known.length === 0) return [{ value, source }];
      return known.map(object => ({
        value: maskObject(object.value, object.ref.kind).value,
        source: object.source,
      }));
    } catch (error) {
      if (error instanceof TooMuchError) return [{ value, source }];
      throw error;
    }
  });
}

/** Whether a set has been masked by whoever gave it. */
export function isMasked(objects: readonly SourcedObject[]): boolean {
  return objects.some(({ value }) => {
    try {
      const copy = copyOf(value);
      return isBag(copy) && countMasks(copy) > 0;
    } catch (error) {
      if (error instanceof TooMuchError) return false;
      throw error;
    }
  });
}

/** At the objects that have something to say; it is said once where none has. */
function withNote(report: DriftReport, masked: number): DriftReport {
  const note = `${masked} masked values of the baseline are not compared, only that they are there`;
  const [first, ...others] = report.objects;
  return first
    ? {
        ...report,
        objects: [{ ...first, notes: [...first.notes, note] }, ...others],
      }
    : report;
}
