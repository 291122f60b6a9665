import { finish, type Steps } from '../../steps';
import { importArgoCd } from './fromArgoCd';
import { importCron } from './fromCron';
import { importGitLab } from './fromGitLab';
import { importHarness } from './fromHarness';
import { importKargo } from './fromKargo';
import {
  ImportCollector,
  type ImportOptions,
  type ImportResult,
} from './ImportCollector';

/** Where definitions may come from. */
export const IMPORT_FORMATS = [
  'argocd',
  'gitlab',
  'kargo',
  'harness',
  'cron',
] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const IMPORTERS: Record<
  ImportFormat,
  (text: string, collector: ImportCollector) => Steps<void>
> = {
  argocd: importArgoCd,
  gitlab: importGitLab,
  kargo: importKargo,
  harness: importHarness,
  cron: importCron,
};

/**
 * Turns the freezes of another tool into windows.
 *
 * A window is what the definition says. Where the tool made something else of it, or
 * its author probably meant something else, a finding of rule `import` says so with
 * what to write instead. Whatever is not understood is a finding of severity `error`;
 * nothing is left out in silence.
 *
 * - `argocd`: `AppProject`s with `spec.syncWindows`
 * - `gitlab`: freeze periods as the API lists them, `freeze_start`, `freeze_end`,
 *   `cron_timezone`
 * - `kargo`: `ProjectConfig` or `ClusterConfig` with `spec.promotionWindows`
 * - `harness`: `freeze` with `windows` and `entityConfigs`
 * - `cron`: lines of `cron | length | zone | title`
 *
 * @throws RangeError when `options.from` is not a date.
 */
export function importDefinitions(
  format: ImportFormat,
  text: string,
  options: ImportOptions,
): ImportResult {
  return finish(importDefinitionsInSteps(format, text, options));
}

/**
 * {@link importDefinitions} in steps, none of which takes long, for whoever has others
 * waiting.
 */
export function* importDefinitionsInSteps(
  format: ImportFormat,
  text: string,
  options: ImportOptions,
): Steps<ImportResult> {
  const collector = new ImportCollector(options);
  if (Number.isNaN(collector.from)) {
    throw new RangeError(`"${options.from}" is not a date, e.g. 2026-01-01`);
  }
  yield* IMPORTERS[format](text, collector);
  return collector.result();
}
