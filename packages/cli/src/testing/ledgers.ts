import {
  MerkleFrontier,
  sealEntry,
  type SequencedEntry,
} from '@continuity/engine';

/** A ledger of `size` sound entries; `from` makes its content another. */
export function ledgerOf(size: number, from = 'original'): SequencedEntry[] {
  const frontier = MerkleFrontier.empty();
  return Array.from({ length: size }, (_, index) => {
    const sealed = sealEntry({
      id: `entry-${index}`,
      type: 'gate.decision',
      at: '2026-11-30T17:00:00.000Z',
      actor: { ref: 'service:pipeline' },
      subjects: ['component:default/payments-api'],
      // U+2028 stands unescaped in RFC 8785 and is a line break to some readers.
      data: { number: index, from, text: 'a\u2028b' },
    });
    return { index, ...sealed, rootHash: frontier.append(sealed.leafHash) };
  });
}

export function checkpointOf(entries: SequencedEntry[]) {
  const last = entries.at(-1);
  return {
    treeSize: entries.length,
    rootHash: last?.rootHash ?? MerkleFrontier.empty().root(),
  };
}
