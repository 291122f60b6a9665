import fc from 'fast-check';
import { canonicalize } from './canonicalJson';
import { LedgerVerifier, verifyEntries } from './LedgerVerifier';
import { emptyRoot, leafHash } from './merkleHash';
import { MerkleFrontier } from './MerkleFrontier';
import { sealEntry } from './sealEntry';
import type { Checkpoint, LedgerEntry, SequencedEntry } from './types';

const entry = (n: number): LedgerEntry => ({
  id: `id-${n}`,
  type: 'gate.decision',
  at: '2026-01-30T17:00:00Z',
  actor: { ref: 'user:default/anna' },
  subjects: ['component:default/payments-api'],
  data: { n, verdict: 'deny' },
});

function ledgerOf(
  size: number,
  text: (n: number) => string = n => sealEntry(entry(n)).canonical,
): SequencedEntry[] {
  const frontier = MerkleFrontier.empty();
  return Array.from({ length: size }, (_, index) => {
    const canonical = text(index);
    const hash = leafHash(canonical);
    return {
      index,
      canonical,
      leafHash: hash,
      rootHash: frontier.append(hash),
    };
  });
}

const checkpointOf = (ledger: SequencedEntry[]): Checkpoint => ({
  treeSize: ledger.length,
  rootHash: ledger.at(-1)?.rootHash ?? emptyRoot,
});

const forged = canonicalize({ ...entry(0), data: { verdict: 'allow' } });

type Tampering = (ledger: SequencedEntry[], at: number) => SequencedEntry[];

const replaceAt = (
  ledger: SequencedEntry[],
  at: number,
  change: Partial<SequencedEntry>,
) => ledger.map((e, i) => (i === at ? { ...e, ...change } : e));

const tamperings: Record<string, { fault: string; apply: Tampering }> = {
  'the text is changed': {
    fault: 'altered',
    apply: (l, at) => replaceAt(l, at, { canonical: forged }),
  },
  'the text is changed and its leaf hash with it': {
    fault: 'altered',
    apply: (l, at) =>
      replaceAt(l, at, { canonical: forged, leafHash: leafHash(forged) }),
  },
  'the leaf hash is changed': {
    fault: 'altered',
    apply: (l, at) => replaceAt(l, at, { leafHash: leafHash('x') }),
  },
  'the leaf hash is no hash': {
    fault: 'altered',
    apply: (l, at) => replaceAt(l, at, { leafHash: 'zz' }),
  },
  'the index is changed': {
    fault: 'altered',
    apply: (l, at) => replaceAt(l, at, { index: at + 1000 }),
  },
  'the stored root is changed': {
    fault: 'root-mismatch',
    apply: (l, at) => replaceAt(l, at, { rootHash: leafHash('x') }),
  },
  'a row is deleted': {
    fault: 'removed',
    apply: (l, at) => l.filter((_, i) => i !== at),
  },
  'a row is deleted and the rest renumbered': {
    fault: 'removed',
    apply: (l, at) =>
      l.filter((_, i) => i !== at).map((e, index) => ({ ...e, index })),
  },
};

const swaps: Record<string, Tampering> = {
  'rows are served in another order': (l, at) => swap(l, at, e => e),
  'rows are exchanged under their indices': (l, at) =>
    swap(l, at, (e, index) => ({ ...e, index })),
  'texts and leaf hashes are exchanged': (l, at) =>
    swap(l, at, (e, index) => ({
      ...l[index],
      canonical: e.canonical,
      leafHash: e.leafHash,
    })),
};

/** Exchanges the entry at `at` with the last one. */
function swap(
  ledger: SequencedEntry[],
  at: number,
  place: (entry: SequencedEntry, index: number) => SequencedEntry,
): SequencedEntry[] {
  const last = ledger.length - 1;
  return ledger.map((e, i) => {
    if (i === at) return place(ledger[last], at);
    return i === last ? place(ledger[at], last) : e;
  });
}

describe('verifyEntries', () => {
  it.each([0, 1, 2, 7, 64])('accepts an untouched ledger of %d', size => {
    const ledger = ledgerOf(size);
    const checkpoint = checkpointOf(ledger);
    expect(verifyEntries(ledger, { checkpoint })).toEqual({
      ok: true,
      ...checkpoint,
    });
  });

  it('accepts a ledger that grew since its checkpoint', () => {
    const ledger = ledgerOf(9);
    expect(
      verifyEntries(ledger, {
        checkpoint: checkpointOf(ledger.slice(0, 7)),
        knownCheckpoint: checkpointOf(ledger.slice(0, 3)),
      }),
    ).toMatchObject({ ok: true, treeSize: 9 });
  });

  describe.each(Object.entries(tamperings))('when %s', (_, tampering) => {
    it('names the entry and the fault, wherever it is', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 40 }),
          fc.nat(39),
          (size, seed) => {
            const ledger = ledgerOf(size);
            const at = seed % size;
            expect(
              verifyEntries(tampering.apply(ledger, at), {
                checkpoint: checkpointOf(ledger),
              }),
            ).toMatchObject({ ok: false, index: at, fault: tampering.fault });
          },
        ),
      );
    });
  });

  describe.each(Object.entries(swaps))('when %s', (_, apply) => {
    it('names the first place as reordered', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: 40 }),
          fc.nat(38),
          (size, seed) => {
            const ledger = ledgerOf(size);
            const at = seed % (size - 1);
            expect(
              verifyEntries(apply(ledger, at), {
                checkpoint: checkpointOf(ledger),
              }),
            ).toMatchObject({ ok: false, index: at, fault: 'reordered' });
          },
        ),
      );
    });
  });

  it('finds a missing tail with the checkpoint', () => {
    const ledger = ledgerOf(5);
    expect(
      verifyEntries(ledger.slice(0, 3), { checkpoint: checkpointOf(ledger) }),
    ).toEqual({
      ok: false,
      index: 3,
      fault: 'removed',
      message:
        'Entry 3 is missing: the ledger ends after 3 entries, but its checkpoint counts 5.',
    });
  });

  it('finds a history rewritten with every root, with a checkpoint kept before', () => {
    const kept = checkpointOf(ledgerOf(4));
    const rewritten = ledgerOf(6, n =>
      n === 2 ? forged : sealEntry(entry(n)).canonical,
    );
    expect(verifyEntries(rewritten)).toMatchObject({ ok: true });
    expect(
      verifyEntries(rewritten, {
        checkpoint: checkpointOf(rewritten),
        knownCheckpoint: kept,
      }),
    ).toMatchObject({ ok: false, index: 3, fault: 'root-mismatch' });
  });

  it('does not take a ledger whose texts are not canonical', () => {
    const ledger = ledgerOf(3, n =>
      n === 1 ? '{"b":1, "a":2}' : `{"n":${n}}`,
    );
    expect(verifyEntries(ledger)).toMatchObject({
      ok: false,
      index: 1,
      fault: 'altered',
    });
  });

  it('names an entry that is served twice', () => {
    const [first, second] = ledgerOf(2);
    expect(verifyEntries([first, first, second])).toMatchObject({
      ok: false,
      index: 1,
      fault: 'reordered',
    });
  });

  it('refuses a checkpoint of nothing with a root of something', () => {
    expect(
      verifyEntries([], {
        checkpoint: { treeSize: 0, rootHash: leafHash('x') },
      }),
    ).toMatchObject({ ok: false, index: 0, fault: 'root-mismatch' });
  });

  it('stops reading once it knows', () => {
    const verifier = new LedgerVerifier();
    const ledger = ledgerOf(4);
    verifier.add(ledger[0]);
    expect(verifier.settled).toBe(false);
    verifier.add({ ...ledger[1], canonical: forged });
    expect(verifier.settled).toBe(true);
    expect(verifier.size).toBe(1);
  });
});
