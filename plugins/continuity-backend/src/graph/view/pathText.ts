import type { GraphPath } from '@continuity/plugin-continuity-common';

/** A path on one line: each depends on the one before. */
export function pathText(path: GraphPath): string {
  return path.map(({ node }) => node.ref ?? 'hidden').join(' < ');
}
