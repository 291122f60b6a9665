import fc from 'fast-check';
import { emptyRoot, leafHash, nodeHash } from './merkleHash';
import { MerkleFrontier } from './MerkleFrontier';
import {
  consistencyProof,
  inclusionProof,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkleProofs';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** The tree that certificate-transparency implementations test with (RFC 6962 hashing). */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(text => leafHash(hex(text)));

const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));

describe('hashes of RFC 6962', () => {
  it('gives the known answers', () => {
    expect(emptyRoot).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(leafHash('L123456')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    const asHex = (text: string) => Buffer.from(text).toString('hex');
    expect(nodeHash(asHex('N123'), asHex('N456'))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  it.each(knownRoots.map((root, i) => [i + 1, root]))(
    'gives the known root of %d leaves',
    (size, root) => {
      expect(rootOf(knownLeaves.slice(0, Number(size)))).toBe(root);
    },
  );

  it('hashes text as UTF-8', () => {
    expect(leafHash('Zürich €')).toBe(leafHash(hex('5ac3bc7269636820e282ac')));
  });
});

describe('MerkleFrontier', () => {
  it('agrees with the whole tree at every size, also after saving', () => {
    const leaves = leavesOf(300);
    let frontier = MerkleFrontier.empty();
    expect(frontier.root()).toBe(emptyRoot);
    leaves.forEach((leaf, i) => {
      const root = frontier.append(leaf);
      expect(root).toBe(rootOf(leaves.slice(0, i + 1)));
      frontier = MerkleFrontier.restore(frontier.size, frontier.hashes);
      expect(frontier.root()).toBe(root);
      expect(frontier.size).toBe(i + 1);
    });
  });

  it('is not touched through a copy', () => {
    const frontier = MerkleFrontier.empty();
    frontier.append(knownLeaves[0]);
    frontier.clone().append(knownLeaves[1]);
    expect(frontier.root()).toBe(knownRoots[0]);
    expect(frontier.size).toBe(1);
  });

  it.each([
    [3, [knownRoots[0]], 'A tree of 3 leaves has 2 frontier hashes, not 1'],
    [1, ['AB'], '"AB" is not a SHA-256'],
    [-1, [], 'Tree size -1 is not a whole number from 0'],
    [1.5, [], 'Tree size 1.5 is not a whole number from 0'],
  ])('does not restore size %p from %p', (size, hashes, message) => {
    expect(() => MerkleFrontier.restore(size, hashes)).toThrow(message);
  });
});

describe('proofs', () => {
  const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 31, 33];

  it.each(sizes)('prove every leaf of %d, and no other', size => {
    const leaves = leavesOf(size);
    const rootHash = rootOf(leaves);
    leaves.forEach((leaf, index) => {
      const proof = inclusionProof(index, leaves);
      const claim = { index, treeSize: size, leafHash: leaf, proof, rootHash };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leafHash: leafHash('x') })).toBe(
        false,
      );
      expect(verifyInclusion({ ...claim, rootHash: leafHash('x') })).toBe(
        false,
      );
      expect(verifyInclusion({ ...claim, index: size })).toBe(false);
      expect(
        verifyInclusion({ ...claim, proof: [...proof, leafHash('x')] }),
      ).toBe(false);
      expect(verifyInclusion({ ...claim, proof: ['not hex'] })).toBe(false);
      const others = leaves.map((_, i) => i).filter(i => i !== index);
      for (const other of others) {
        expect(verifyInclusion({ ...claim, index: other })).toBe(false);
      }
    });
  });

  it('prove that a tree only grew, for every pair up to 20', () => {
    for (let second = 0; second <= 20; second++) {
      const leaves = leavesOf(second);
      for (let first = 0; first <= second; first++) {
        const proof = consistencyProof(first, leaves);
        const claim = {
          first,
          second,
          firstRoot: rootOf(leaves.slice(0, first)),
          secondRoot: rootOf(leaves),
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, firstRoot: leafHash('x') })).toBe(
          false,
        );
        expect(
          verifyConsistency({ ...claim, proof: [...proof, leafHash('x')] }),
        ).toBe(false);
        // Nothing is a prefix of everything, whatever the second root.
        expect(verifyConsistency({ ...claim, secondRoot: leafHash('x') })).toBe(
          first === 0,
        );
      }
    }
  });

  it('do not connect trees that differ in one leaf', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(39),
        fc.integer({ min: 1, max: 40 }),
        (first, at, more) => {
          const before = leavesOf(first);
          const after = leavesOf(first + more);
          after[at % first] = leafHash('rewritten');
          expect(
            verifyConsistency({
              first,
              second: after.length,
              firstRoot: rootOf(before),
              secondRoot: rootOf(after),
              proof: consistencyProof(first, after),
            }),
          ).toBe(false);
        },
      ),
    );
  });

  it('refuse places that do not exist', () => {
    expect(() => inclusionProof(2, leavesOf(2))).toThrow('has no leaf 2');
    expect(() => consistencyProof(3, leavesOf(2))).toThrow(
      'has no earlier tree of 3',
    );
    expect(
      verifyConsistency({
        first: 2,
        second: 1,
        firstRoot: emptyRoot,
        secondRoot: emptyRoot,
        proof: [],
      }),
    ).toBe(false);
  });
});
