import { InputError } from '@backstage/errors';
import { readPlace, type PlaceStep } from './readPlace';
import { refuse } from './refuse';

/** One field that differs, as a scan reports it. */
export interface ReportedChange {
  /** JSON Pointer (RFC 6901). */
  path: string;
  /** The same with the keys of list items: `spec.containers[name=api].image`. */
  label?: string;
  change: 'changed' | 'added' | 'removed' | 'reordered';
  /** What Git said when it was scanned: JSON on one line. */
  desired?: string;
  /** What runs: JSON on one line. */
  live?: string;
}

/** A change whose words were understood. */
export interface WantedChange {
  readonly change: ReportedChange['change'];
  readonly label: string;
  readonly place: readonly PlaceStep[];
  /** Absent: not known, or too long for the report. */
  readonly desired?: { readonly value: unknown };
  /** What Git shall say; of no meaning where something was removed. */
  readonly live: unknown;
}

const MASK = '(masked)';
const ABSENT = '(absent)';

/** Removals move what stands behind them, so they come last to first, and additions after. */
const ORDER = { changed: 0, reordered: 1, removed: 2, added: 3 } as const;

/**
 * What is to be adopted, in the order in which it can be written.
 *
 * @throws InputError for a value that was masked or cut, or cannot be read
 */
export function readChanges(
  changes: readonly ReportedChange[],
  kind: string,
): WantedChange[] {
  return changes
    .map(one => readChange(one, kind))
    .sort((a, b) => ORDER[a.change] - ORDER[b.change] || compareIndices(a, b));
}

function readChange(reported: ReportedChange, kind: string): WantedChange {
  const { path, change, desired } = reported;
  const label = reported.label || path;
  const place = readPlace(path, reported.label);
  if (place.length === 0) {
    refuse(
      `${label} is the whole object`,
      'Bring its manifest into Git by hand, or remove it there.',
    );
  }
  const isHidden =
    kind === 'Secret' && ['data', 'stringData'].includes(place[0].name);
  if (isHidden || [desired, reported.live].some(isMasked)) {
    refuse(
      `${label} is a secret, whose value no scan reports`,
      'Set it where your secrets are kept, or revert what runs. Leave it out here.',
    );
  }
  const known = desired === undefined ? undefined : readValue(desired);
  return {
    change,
    label,
    place,
    ...(known && known !== 'unreadable' && { desired: known }),
    live: change === 'removed' ? undefined : readLive(label, reported.live),
  };
}

function isMasked(text: string | undefined): boolean {
  return text !== undefined && text.includes(MASK);
}

function readLive(label: string, text: string | undefined): unknown {
  const read = text === undefined ? undefined : readValue(text);
  if (read === undefined) {
    throw new InputError(
      `live: ${label} has no value that runs; expected one, or the change "removed"`,
    );
  }
  if (read === 'unreadable') {
    refuse(
      `live: what runs at ${label} is not JSON, or was too long for the report`,
      'Copy it from the live object into Git by hand, and leave it out here.',
    );
  }
  return read.value;
}

/** Absent: there is none. */
function readValue(
  text: string,
): { value: unknown } | 'unreadable' | undefined {
  if (text === ABSENT || text === '') return undefined;
  // Numbers beyond those of JSON would become their neighbours.
  if (/(^|[[:,])-?\d{16,}/.test(text)) return 'unreadable';
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'unreadable';
  }
}

function compareIndices(a: WantedChange, b: WantedChange): number {
  const [first, second] = [a, b].map(
    ({ place }) => place[place.length - 1].index ?? -1,
  );
  return a.change === 'removed' ? second - first : first - second;
}
