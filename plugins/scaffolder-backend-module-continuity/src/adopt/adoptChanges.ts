import { findManifest } from './findManifest';
import { isBag, plainOf, readManifest } from './manifestYaml';
import { planEdit } from './planEdit';
import { readChanges, type ReportedChange } from './readChanges';
import { readObject } from './readObject';
import type { ManifestFile } from './rendered';
import { writeEdit } from './writeEdit';

/** What became of an adoption. */
export interface Adoption {
  readonly file: string;
  /** Of the whole file; as it was when it says everything already. */
  readonly text: string;
  /** What is new in it, as people name the fields. */
  readonly adopted: readonly string[];
  /** What Git said already. */
  readonly there: readonly string[];
}

/**
 * Brings a manifest to what runs: all of the changes, or none.
 *
 * @param files - of the repository
 * @param drift - which object, how it differs, and where to look for it
 * @throws InputError that says what is in the way, and what to do instead
 */
export function adoptChanges(
  files: readonly ManifestFile[],
  drift: {
    object: string;
    changes: readonly ReportedChange[];
    path?: string;
  },
): Adoption {
  const object = readObject(drift.object);
  const changes = readChanges(drift.changes, object.kind);
  const { file, text, start, end, at } = findManifest(
    files,
    object,
    drift.path,
  );
  const isWindows = text.includes('\r\n');
  let slice = text.slice(start, end).replaceAll('\r\n', '\n');
  const adopted: string[] = [];
  const there: string[] = [];
  for (const change of changes) {
    const edit = planEdit(inside(plainOf(readManifest(slice)), at), change);
    if (edit === undefined) {
      there.push(change.label);
    } else {
      const placed = { ...edit, at: [...at, ...edit.at] };
      slice = writeEdit(slice, placed, change.label);
      adopted.push(change.label);
    }
  }
  return {
    file,
    text:
      adopted.length === 0
        ? text
        : text.slice(0, start) +
          (isWindows ? slice.replaceAll('\n', '\r\n') : slice) +
          text.slice(end),
    adopted,
    there,
  };
}

function inside(value: unknown, at: readonly (string | number)[]): unknown {
  return at.reduce<unknown>((from, step) => {
    if (Array.isArray(from) && typeof step === 'number') return from[step];
    return isBag(from) ? from[step] : undefined;
  }, value);
}
