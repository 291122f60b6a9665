import type { Scorecard } from './types';

/** Services that somebody runs; libraries and websites of documents have no way back. */
const SERVICES = { kind: 'Component', 'spec.type': 'service' };

/** Can we get back, and was it tried? */
const rollbackReadiness: Scorecard = {
  id: 'rollback-readiness',
  title: 'Rollback readiness',
  description:
    'Whether going back to the last good release would work: planned, possible, and tried.',
  audience: { entities: SERVICES },
  environment: 'production',
  checks: [
    { check: 'rollback-plan-current', weight: 20 },
    { check: 'previous-artifact-available', weight: 20 },
    {
      check: 'kill-switch-rehearsed',
      weight: 10,
      appliesTo: { tiers: ['tier-1'] },
    },
    { check: 'migrations-reversible', weight: 10 },
    { check: 'rollback-rehearsed', weight: 20 },
    { check: 'rollback-within-rto', weight: 10 },
    { check: 'rollback-success-rate', weight: 10 },
  ],
  levels: [
    {
      id: 'planned',
      title: 'Planned',
      requires: ['rollback-plan-current'],
    },
    {
      id: 'possible',
      title: 'Possible',
      requires: ['previous-artifact-available', 'migrations-reversible'],
      atLeast: 50,
    },
    {
      id: 'proven',
      title: 'Proven',
      requires: ['rollback-rehearsed'],
      atLeast: 80,
    },
  ],
};

/** What a service owes to everybody who depends on it. */
const continuityBasics: Scorecard = {
  id: 'continuity-basics',
  title: 'Continuity basics',
  description:
    'Whether it is said how much an outage matters, and whether the plan for one is kept up.',
  audience: { entities: SERVICES },
  environment: 'production',
  checks: [
    { check: 'continuity-classified', weight: 30 },
    { check: 'recovery-objectives-declared', weight: 20 },
    { check: 'continuity-plan-reviewed', weight: 20 },
    { check: 'last-deployment-succeeded', weight: 10 },
    { check: 'dependencies-match-traffic', weight: 10 },
  ],
  levels: [
    {
      id: 'known',
      title: 'Known',
      requires: ['continuity-classified'],
    },
    {
      id: 'promised',
      title: 'Promised',
      requires: ['recovery-objectives-declared'],
      atLeast: 50,
    },
    {
      id: 'kept',
      title: 'Kept',
      requires: ['continuity-plan-reviewed'],
      atLeast: 80,
    },
  ],
};

/** Does what runs match what was reviewed? */
const drift: Scorecard = {
  id: 'drift',
  title: 'Drift',
  description:
    'Whether what runs is what Git and its baseline say, the standby is like the primary, and nobody changed either past a change.',
  audience: { entities: SERVICES },
  environment: 'production',
  checks: [
    { check: 'drift-scanned', weight: 20 },
    { check: 'no-drift-from-git', weight: 25 },
    { check: 'no-unauthorised-changes', weight: 10 },
    { check: 'drift-has-culprit', weight: 15 },
    { check: 'no-drift-from-baseline', weight: 10 },
    { check: 'standby-parity', weight: 15 },
    { check: 'drift-ignore-rules-current', weight: 5 },
  ],
  levels: [
    { id: 'watched', title: 'Watched', requires: ['drift-scanned'] },
    {
      id: 'controlled',
      title: 'Controlled',
      requires: ['drift-has-culprit'],
      atLeast: 50,
    },
    {
      id: 'as-declared',
      title: 'As declared',
      requires: ['no-drift-from-git'],
      atLeast: 90,
    },
  ],
};

/** For an organisation that configures none; tiers that it does not have are left out. */
export function defaultScorecards(tierIds: readonly string[]): Scorecard[] {
  return [rollbackReadiness, continuityBasics, drift].map(scorecard => ({
    ...scorecard,
    checks: scorecard.checks.map(({ appliesTo, ...asked }) => ({
      ...asked,
      ...(appliesTo?.tiers?.every(tier => tierIds.includes(tier)) && {
        appliesTo,
      }),
    })),
  }));
}
