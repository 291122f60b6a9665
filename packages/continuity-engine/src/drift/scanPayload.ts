import {
  MOST_DRIFT_FINDINGS,
  type DriftScanFinding,
  type DriftScanPayload,
} from '../evidence';
import { formatInstant, parseInstant, type Instant } from '../time';
import { describeRef } from './objects';
import type { DriftReport, FieldChange, ShownValue } from './types';

/** Of the 32 KiB that evidence may have, what findings may take. */
const MOST_BYTES = 28 * 1024;
const MOST_MANAGERS = 8;

/** Controls, and marks that turn the direction of writing: a path must read as it is. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

const encoder = new TextEncoder();

/** What a scan was, besides what it found. */
export type ScanContext = {
  readonly scannedAt: Instant;
} & (
  | { readonly against: 'git' }
  | { readonly against: 'baseline'; readonly version: number }
  | {
      readonly against: 'parity';
      readonly comparedWith: {
        readonly environment: string;
        readonly region?: string;
      };
    }
);

/**
 * A comparison as evidence of kind `drift-scan`. Values are masked already and are cut; what
 * does not fit is counted, so that nobody takes the list for all there is.
 */
export function scanPayload(
  report: DriftReport,
  context: ScanContext,
): DriftScanPayload {
  const { objects, counts, problems, rules } = report;
  const states = (which: string) =>
    rules.filter(({ state }) => state === which).length;
  const found = [
    ...objects.flatMap(({ ref, state, changes }): DriftScanFinding[] => {
      const object = lineOf(describeRef(ref), 300);
      if (state === 'missing') {
        return [{ object, what: 'is not live', change: 'missing' }];
      }
      if (state === 'extra') {
        return [{ object, what: 'is not desired', change: 'extra' }];
      }
      return changes.map(change => findingOf(object, change));
    }),
    ...problems.map(
      ({ source, message }): DriftScanFinding => ({
        object: lineOf(source, 300),
        what: lineOf(message, 300),
        change: 'not-compared',
      }),
    ),
  ];
  const findings = thoseThatFit(mixed(found));
  const total = counts.fields + counts.missing + counts.extra + problems.length;
  return {
    against: context.against,
    scannedAt: formatInstant(context.scannedAt),
    objects: counts.desired,
    inSync: counts.inSync,
    changed: counts.changed,
    missing: counts.missing,
    extra: counts.extra,
    fields: counts.fields,
    unauthorised: counts.unauthorised,
    unattributed: counts.unattributed,
    ignored: counts.ignored,
    notCompared: problems.length,
    rules: { expired: states('expired'), expiring: states('expiring') },
    findings,
    unlisted: Math.max(0, total - findings.length),
    ...(context.against === 'parity' && {
      comparedWith: { ...context.comparedWith },
    }),
    ...(context.against === 'baseline' && {
      baseline: { version: context.version },
    }),
  };
}

function findingOf(object: string, change: FieldChange): DriftScanFinding {
  const { path, label, owners, ownership } = change;
  const ownedAt = lastWritten(change);
  const managers = [...new Set(owners.map(({ manager }) => manager))];
  return {
    object,
    what: lineOf(`${label} differs; owner: ${ownership}`, 300),
    change: change.change,
    // Half a pointer points elsewhere.
    ...(path !== '' && lineOf(path, 500) === path && { path }),
    label: lineOf(label, 300),
    desired: cut(change.desired),
    live: cut(change.live),
    owner: lineOf(ownership, 300),
    ...(managers.length > 0 && {
      managers: managers
        .slice(0, MOST_MANAGERS)
        .map(manager => lineOf(manager, 130)),
    }),
    ...(ownedAt !== undefined && { ownedAt: formatInstant(ownedAt) }),
    authorised: change.authorised,
  };
}

function lastWritten({ owners }: FieldChange): Instant | undefined {
  const times = owners.flatMap(({ time }) =>
    time === undefined ? [] : parseInstant(time) ?? [],
  );
  return times.length === 0 ? undefined : Math.max(...times);
}

function cut({ state, text }: ShownValue): ShownValue {
  return { state, text: lineOf(text, 300) };
}

/**
 * Every kind of trouble first once, then the rest in its order: of what is cut off, no
 * missing object and no hand-made change may be hidden behind many others.
 */
function mixed(found: readonly DriftScanFinding[]): DriftScanFinding[] {
  const weight = ({ change, authorised }: DriftScanFinding) => {
    if (authorised === 'no') return 0;
    if (change === 'missing') return 1;
    return change === 'not-compared' ? 2 : 3;
  };
  return found
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => weight(a.finding) - weight(b.finding) || a.at - b.at)
    .map(({ finding }) => finding);
}

function thoseThatFit(found: readonly DriftScanFinding[]): DriftScanFinding[] {
  const kept: DriftScanFinding[] = [];
  let bytes = 0;
  for (const finding of found.slice(0, MOST_DRIFT_FINDINGS)) {
    bytes += encoder.encode(JSON.stringify(finding)).length + 1;
    if (bytes > MOST_BYTES) break;
    kept.push(finding);
  }
  return kept;
}

/** Text as evidence takes it: one line of a length that is known, and never empty. */
function lineOf(text: string, most: number): string {
  const line = text.replace(UNPRINTABLE, ' ').trim() || '-';
  return line.length > most
    ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}
