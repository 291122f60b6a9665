import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalize } from '../../ledger';
import { maskObject } from '../mask/maskObject';
import { describeRef } from '../objects';
import type { DriftProblem, SourcedObject } from '../types';
import type { Bag } from '../values';
import { desiredFrom } from './desiredFrom';

/** Bytes of a snapshot in its canonical form. */
export const MOST_BASELINE_BYTES = 2 * 1024 * 1024;

/** What a place is to be held against from some moment on. */
export interface BaselineSnapshot {
  /** Masked, without what the cluster writes by itself, in the order of their names. */
  readonly objects: readonly Bag[];
  /** `sha256:` of the objects in their RFC 8785 form. */
  readonly digest: string;
  /** Values that are masked. They are not compared: nobody can tell what they were. */
  readonly masked: number;
}

/**
 * The snapshot of some objects, desired or live. Of a snapshot's own objects it is the same
 * again, so whoever gets one can verify its digest.
 *
 * @returns problems where an object cannot be read, stands twice, or all are too large; a
 * baseline with a gap would hide what is missing
 */
export function makeBaseline(
  objects: readonly SourcedObject[],
): { snapshot: BaselineSnapshot } | { problems: readonly DriftProblem[] } {
  const problems: DriftProblem[] = [];
  const desired = desiredFrom(objects, problems);
  const masked = desired.map(({ ref, value }) => maskObject(value, ref.kind));
  for (const [at, { ref, source }] of desired.entries()) {
    if (at > 0 && describeRef(desired[at - 1].ref) === describeRef(ref)) {
      problems.push({
        source,
        problem: 'duplicate',
        message: `${describeRef(ref)} stands twice; expected each object once`,
      });
    }
  }
  if (desired.length === 0) {
    problems.push({
      source: 'objects',
      problem: 'nothing-desired',
      message: 'there is no object to make a baseline of',
    });
  }
  const values = masked.map(({ value }) => value);
  const text = canonicalOf(values);
  const bytes = utf8ToBytes(text);
  if (bytes.length > MOST_BASELINE_BYTES) {
    problems.push({
      source: 'objects',
      problem: 'too-large',
      message: `all objects together have ${bytes.length} bytes; expected at most ${MOST_BASELINE_BYTES}`,
    });
  }
  if (problems.length > 0) return { problems };
  const plain: Bag[] = JSON.parse(text);
  return {
    snapshot: {
      objects: plain,
      digest: `sha256:${bytesToHex(sha256(bytes))}`,
      masked: masked.reduce((sum, one) => sum + one.masked, 0),
    },
  };
}

/** Numbers that JSON cannot hold are their texts. */
function canonicalOf(values: readonly Bag[]): string {
  return canonicalize(
    JSON.parse(
      JSON.stringify(values, (_, one: unknown) =>
        typeof one === 'bigint' ? String(one) : one,
      ),
    ),
  );
}
