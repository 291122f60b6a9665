import { createHash } from 'node:crypto';
import { formatInstant, type Instant } from '@continuity/engine';
import type {
  DriftCulprit,
  DriftEntry,
  DriftFinding,
  DriftScan,
} from '@continuity/plugin-continuity-common';
import { headOf, isOpen } from './placeState';
import type { ServiceFacts } from './ServiceFilter';
import { standingOf } from './standingOf';
import type {
  DriftPlaceHead,
  DriftPlaceKey,
  DriftPlaceState,
  JudgedFinding,
} from './types';

const MOST_RESOLVED = 20;

export function presentHead(
  head: DriftPlaceHead,
  service: ServiceFacts,
  now: Instant,
): DriftEntry {
  const { key, newest, open, since } = head;
  const { comparedWith, baselineVersion } = newest;
  return {
    ...service,
    environment: key.environment,
    ...(key.region !== undefined && { region: key.region }),
    against: key.against,
    ...(comparedWith && { comparedWith }),
    ...(baselineVersion !== undefined && { baselineVersion }),
    standing: standingOf(head, now),
    verdict: newest.verdict,
    headline: newest.headline,
    counts: newest.counts,
    open,
    ...(since !== undefined && { since: formatInstant(since) }),
    evidenceId: newest.evidenceId,
    source: newest.source,
    scannedAt: formatInstant(newest.observedAt),
    expiresAt: formatInstant(newest.expiresAt),
    current: newest.expiresAt > now,
  };
}

/** @param mayNameCulprits - whether whoever asks may see changes and overrides */
export function presentPlace(
  state: DriftPlaceState,
  service: ServiceFacts,
  { now, mayNameCulprits }: { now: Instant; mayNameCulprits: boolean },
): DriftScan {
  const findings = state.life.findings.map(finding => ({
    isOpen: isOpen(finding),
    shown: presentFinding(finding, state, mayNameCulprits),
  }));
  const entry = presentHead(headOf(state), service, now);
  return {
    ...entry,
    findings: findings.filter(one => one.isOpen).map(({ shown }) => shown),
    unlisted: state.newest.unlisted,
    notCompared: [...state.notCompared],
    resolved: findings
      .filter(one => !one.isOpen)
      .slice(0, MOST_RESOLVED)
      .map(({ shown }) => shown),
    waysOut: waysOut(entry),
  };
}

function presentFinding(
  { key, finding, culprit, ...life }: JudgedFinding,
  { key: place, newest }: DriftPlaceState,
  mayNameCulprits: boolean,
): DriftFinding {
  const { change = 'not-told', authorised = 'unknown' } = finding;
  return {
    ...finding,
    id: idOf(place, key),
    change: change === 'not-compared' ? 'not-told' : change,
    authorised,
    firstSeen: formatInstant(life.firstSeen),
    lastSeen: formatInstant(life.lastSeen),
    seenLast: life.lastSeen === newest.observedAt,
    ...(life.resolvedAt !== undefined && {
      resolvedAt: formatInstant(life.resolvedAt),
    }),
    culprit: presentCulprit(culprit, mayNameCulprits),
  };
}

function presentCulprit(
  { standing, reason, window, candidates }: JudgedFinding['culprit'],
  mayNameThem: boolean,
): DriftCulprit {
  const isNamed = mayNameThem || candidates.length === 0;
  return {
    standing,
    reason: isNamed
      ? reason
      : `It is ${standing}; who it may have been is only told to those who may see changes.`,
    ...(window && {
      window: {
        from: formatInstant(window.from),
        to: formatInstant(window.to),
        by: window.by,
      },
    }),
    candidates: mayNameThem
      ? candidates.map(({ kind, id, title, interval }) => ({
          kind,
          id,
          title,
          from: formatInstant(interval.start),
          to: formatInstant(interval.end),
        }))
      : [],
  };
}

/** The same finding of the same place keeps its id. */
function idOf(place: DriftPlaceKey, key: string): string {
  const { entityRef, environment, region = '', against } = place;
  return createHash('sha256')
    .update(JSON.stringify([entityRef, environment, region, against, key]))
    .digest('hex')
    .slice(0, 32);
}

function waysOut(entry: DriftEntry): DriftScan['waysOut'] {
  const { against, open, current, counts, environment } = entry;
  const ways: DriftScan['waysOut'] = [];
  if (open.attributed + open.unauthorised + open.ambiguous + open.unknown > 0) {
    ways.push(
      {
        way: 'revert',
        text: {
          git: `Apply what Git says to ${environment} again: sync it, or run the deployment of the release that is meant to run.`,
          baseline: `Bring ${environment} back to its baseline: deploy what was approved again.`,
          parity: `Bring ${environment} to what its primary has: deploy the same release and configuration there.`,
        }[against],
      },
      {
        way: 'adopt',
        text: {
          git: 'If what runs was right, bring it into Git by a pull request, under a change.',
          baseline:
            'If what runs was right, propose it as the next baseline, under a change.',
          parity:
            'If the difference is meant, declare it in the rules of the comparison, with a reason and an end.',
        }[against],
      },
    );
  }
  if (!current || counts.notCompared > 0 || counts.objects === 0) {
    ways.push({
      way: 'scan',
      text: current
        ? 'Mend what could not be compared, and scan again.'
        : 'Scan again; what is known is too old to be relied on.',
    });
  }
  return ways;
}
