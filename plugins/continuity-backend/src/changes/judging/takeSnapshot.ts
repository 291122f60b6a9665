import {
  CLASS_ORDER,
  matchPolicies,
  overlaps,
  runCheck,
  type Check,
  type GatePolicy,
  type Instant,
  type ReadinessSnapshot,
  type ReleaseClass,
  type Reliance,
} from '@continuity/engine';
import type { ChangeKnowledge } from '../knowledge/ChangeKnowledgeReader';
import type { StoredChange } from '../types';
import type { ChangeSubject } from './changeSubjects';
import type { WindowClosure } from './findClosures';

/** What a snapshot is taken of. */
export interface SnapshotMatter {
  knowledge: ChangeKnowledge;
  subjects: readonly ChangeSubject[];
  /** In force, and by the rules: approvers have agreed to the higher one. */
  classes: { inForce: ReleaseClass; computed: ReleaseClass };
  /** Absent: what the calendars say is not known. */
  closures?: readonly WindowClosure[];
  /** Ids of checks that the protocol asks for. */
  protocolChecks: readonly string[];
  policies: readonly GatePolicy[];
  /** All that there are. */
  checks: readonly Check[];
}

/** How ready a change is now: what an approval is given on. What is not known is left out. */
export function takeSnapshot(
  {
    content,
    observedDigests,
  }: Pick<StoredChange, 'content' | 'observedDigests'>,
  matter: SnapshotMatter,
): ReadinessSnapshot {
  const { knowledge, closures, classes, subjects } = matter;
  const { window, digests } = content;
  const isKnown = knowledge.snapshot !== undefined && subjects.length > 0;
  const blastRadius = blastRadiusOf(knowledge);
  return {
    at: knowledge.at,
    ...(isKnown && { class: higher(classes), checks: runChecks(matter) }),
    digests: { ...digests, ...observedDigests },
    ...(window && { window }),
    ...(closures && window && { closings: closingsIn(closures, window) }),
    ...(blastRadius && { blastRadius }),
  };
}

function higher({
  inForce,
  computed,
}: SnapshotMatter['classes']): ReleaseClass {
  return CLASS_ORDER.indexOf(inForce) > CLASS_ORDER.indexOf(computed)
    ? inForce
    : computed;
}

/** Windows that only warn stop nothing, so nobody has to know of them. */
function closingsIn(
  closures: readonly WindowClosure[],
  window: { start: Instant; end: Instant },
): Record<string, string> {
  return Object.fromEntries(
    closures
      .filter(one => one.enforcement !== 'warn' && overlaps(one, window))
      .map(one => [one.window, one.title]),
  );
}

function blastRadiusOf({ entities }: ChangeKnowledge): string[] | undefined {
  const all = new Set<string>();
  for (const { reach } of entities) {
    if (!reach) return undefined;
    for (const ref of [...reach.functions, ...reach.critical]) all.add(ref);
  }
  return [...all].sort();
}

const BADNESS: Record<Reliance, number> = { pass: 0, unknown: 1, fail: 2 };

/** Each check once for each entity: the worst of where it is deployed. */
function runChecks({
  knowledge: { at },
  subjects,
  protocolChecks,
  policies,
  checks,
}: SnapshotMatter): Record<string, Reliance> {
  const results: Record<string, Reliance> = {};
  const isOne = new Set(subjects.map(({ entity }) => entity.ref)).size === 1;
  for (const { entity, subject } of subjects) {
    const { service } = entity;
    if (!service) continue;
    const asked = new Set([
      ...protocolChecks,
      ...matchPolicies(policies, subject).flatMap(({ checks: of = [] }) =>
        of
          .filter(({ otherwise }) => otherwise !== 'inform')
          .map(({ check }) => check),
      ),
    ]);
    const regions = subject.regions.length > 0 ? subject.regions : [undefined];
    for (const id of asked) {
      const check = checks.find(one => one.id === id);
      const key = isOne ? id : `${id} of ${entity.ref}`;
      for (const region of regions) {
        const verdict = check
          ? runCheck(check, {
              now: at,
              entityRef: entity.ref,
              profile: service.profile,
              environment: subject.environment,
              evidence: entity.evidence,
              ...(region !== undefined && { region }),
            }).verdict
          : 'unknown';
        const known = results[key];
        if (known === undefined || BADNESS[verdict] > BADNESS[known]) {
          results[key] = verdict;
        }
      }
    }
  }
  return results;
}
