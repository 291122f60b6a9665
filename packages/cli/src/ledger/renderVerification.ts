import type { LedgerVerification } from '@continuity/engine';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';

/** The outcome for people, with what it does not prove. */
export function renderVerification(
  result: LedgerVerification,
  source: string,
  hasKnownCheckpoint: boolean,
  io: Io,
): string {
  const lines = result.ok
    ? [
        `${emphasise(io, 'green', 'VERIFIED')} ${result.treeSize} ${
          result.treeSize === 1 ? 'entry' : 'entries'
        } of ${source}`,
        `root:  ${result.rootHash}`,
      ]
    : [
        `${emphasise(io, 'red', 'BROKEN')} at index ${result.index} (${
          result.fault
        }) of ${source}`,
        `why:   ${result.message}`,
        'next:  keep the evidence (--save entries.ndjson) and compare entry by entry with a backup',
      ];
  if (result.ok && !hasKnownCheckpoint) {
    lines.push(
      'note:  without a --checkpoint kept from earlier, a history that was rewritten as a whole cannot be told from a true one; keep one with --save-checkpoint',
    );
  }
  return `${lines.map(plainLine).join('\n')}\n`;
}
