import { parseAllDocuments } from 'yaml';
import type { ImportFormat } from '../../imports';

/** Where each tool keeps its list. */
const LISTS: Record<Exclude<ImportFormat, 'cron'>, readonly string[]> = {
  argocd: ['spec', 'syncWindows'],
  kargo: ['spec', 'promotionWindows'],
  harness: ['freeze', 'windows'],
  gitlab: [],
};

/**
 * How many definitions a file has; undefined when it is not shaped like one of the
 * tool's, for which there has to be a reason then.
 */
export function countDefinitions(
  format: ImportFormat,
  text: string,
): number | undefined {
  if (format === 'cron') {
    return text
      .split(/\r\n|\n|\r/)
      .filter(line => !/^\s*(?:#|$|CRON_TZ\s*=)/i.test(line)).length;
  }
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    if (!Array.isArray(documents) || documents.length !== 1) return undefined;
    const [document] = documents;
    if (document.errors.length > 0) return undefined;
    let value: unknown = document.toJS({ maxAliasCount: 100 });
    for (const part of LISTS[format]) {
      value = (value as Record<string, unknown> | undefined)?.[part];
    }
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}
