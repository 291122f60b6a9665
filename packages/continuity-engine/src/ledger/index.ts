export * from './types';
export { canonicalize, isCanonical } from './canonicalJson';
export { emptyRoot, leafHash, nodeHash } from './merkleHash';
export { MerkleFrontier } from './MerkleFrontier';
export {
  consistencyProof,
  inclusionProof,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkleProofs';
export { sealEntry, type SealedEntry } from './sealEntry';
export {
  LedgerVerifier,
  verifyEntries,
  type VerificationTargets,
} from './LedgerVerifier';
