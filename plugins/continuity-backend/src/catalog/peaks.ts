import type { Entity } from '@backstage/catalog-model';
import {
  formatProblem,
  type HolidayCalendar,
  parseHolidayCalendar,
  parsePeaks,
  type Peak,
} from '@continuity/engine';
import type { VersionReading } from './standing';

/** The peaks that one version of a BusinessFunction declares. */
export function readPeaks(entity: Entity): VersionReading<Peak[]> {
  const { peaks, problems } = parsePeaks(entity.spec?.peaks, {
    namespace: entity.metadata.namespace,
  });
  return peaks
    ? { ok: true, value: peaks }
    : { ok: false, problem: problems.map(formatProblem).join('; ') };
}

/** The days off that one version of a HolidayCalendar lists. */
export function readHolidays(entity: Entity): VersionReading<HolidayCalendar> {
  const { holidays, problems } = parseHolidayCalendar(entity);
  return holidays
    ? { ok: true, value: holidays }
    : { ok: false, problem: problems.map(formatProblem).join('; ') };
}
