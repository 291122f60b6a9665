import { Document, isMap, isSeq } from 'yaml';
import { plainLine } from '../../output/plainLine';
import type { SyncWindow, SyncWindowDraft } from './SyncWindow';

/** What is the same of all of them, and how they are printed. */
export interface Rendering
  extends Pick<
    SyncWindow,
    'applications' | 'namespaces' | 'clusters' | 'manualSync'
  > {
  /** One line: whose they are, and when they were written. */
  about: string;
  json: boolean;
}

/** A merge patch for an AppProject; it takes the place of all windows that the project has. */
export function renderSyncWindows(
  drafts: readonly SyncWindowDraft[],
  { about, json, ...common }: Rendering,
): string {
  const syncWindows = drafts.map(
    ({ about: _, ...draft }): SyncWindow => ({ ...draft, ...common }),
  );
  const patch = { spec: { syncWindows } };
  if (json) return `${JSON.stringify(patch, null, 2)}\n`;
  const document = new Document(patch, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${plainLine(about)}`;
  const list = document.getIn(['spec', 'syncWindows']);
  if (isSeq(list)) {
    list.items.forEach((item, position) => {
      if (isMap(item)) {
        item.commentBefore = ` ${plainLine(drafts[position].about)}`;
      }
    });
  }
  return document.toString({ lineWidth: 0 });
}
