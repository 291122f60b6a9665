import type {
  DriftFinding,
  DriftScan,
  DriftValue,
} from '@continuity/plugin-continuity-common';

/** Why a field cannot be brought into Git by a form. */
export type LeftOut = 'masked' | 'cut' | 'whole' | 'place' | 'many';

/** What the form is filled in with, as the action `continuity:drift:adopt` takes it. */
export interface AdoptedField {
  path: string;
  label?: string;
  change: 'changed' | 'added' | 'removed' | 'reordered';
  desired?: string;
  live?: string;
}

/** One object of a scan that may be adopted. */
export interface Adoptable {
  object: string;
  fields: AdoptedField[];
  /** Why some of its fields are not among them, and how many. */
  left: ReadonlyMap<LeftOut, number>;
}

/** Addresses are cut by proxies beyond some thousand characters. */
const MOST_CHARACTERS = 5_000;

/** Whether the report holds only the beginning. */
export function isCut({ state, text }: DriftValue): boolean {
  return state !== 'absent' && text.endsWith('…');
}

/**
 * The objects of a scan whose manifests can be brought to what runs. Only drift against
 * Git is brought into Git.
 */
export function adoptableOf(scan: DriftScan): Adoptable[] {
  if (scan.against !== 'git') return [];
  const objects = new Map<string, DriftFinding[]>();
  for (const finding of scan.findings) {
    objects.set(finding.object, [
      ...(objects.get(finding.object) ?? []),
      finding,
    ]);
  }
  return [...objects].map(([object, findings]) => {
    const fields: AdoptedField[] = [];
    const left = new Map<LeftOut, number>();
    let characters = 0;
    for (const finding of findings) {
      const read = fieldOf(finding);
      const length = typeof read === 'string' ? 0 : JSON.stringify(read).length;
      const why =
        typeof read !== 'string' && characters + length > MOST_CHARACTERS
          ? 'many'
          : read;
      if (typeof why === 'string') {
        left.set(why, (left.get(why) ?? 0) + 1);
      } else {
        characters += length;
        fields.push(why);
      }
    }
    return { object, fields, left };
  });
}

function fieldOf(finding: DriftFinding): AdoptedField | LeftOut {
  const { change, path, label, desired, live } = finding;
  if (change === 'missing' || change === 'extra') return 'whole';
  if (change === 'not-told' || path === undefined) return 'place';
  const values = [desired, live].flatMap(value => value ?? []);
  if (values.some(({ state }) => state === 'masked')) return 'masked';
  const isRemoved = change === 'removed';
  if (!isRemoved && (live === undefined || isCut(live))) return 'cut';
  // Adopting holds Git against it, so that nothing newer is written over.
  if (desired !== undefined && isCut(desired)) return 'cut';
  return {
    path,
    // A label that was cut does not fit its path.
    ...(label && !label.endsWith('…') && { label }),
    change,
    ...(desired?.state === 'shown' && { desired: desired.text }),
    ...(!isRemoved && live?.state === 'shown' && { live: live.text }),
  };
}
