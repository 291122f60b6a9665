import { compareValues, type Difference } from './compareValues';
import { describeChanges, type DescribedChanges } from './describeChanges';
import { IgnoreRules } from './ignore/IgnoreRules';
import { dropInjected, isGenerated, scaledObjects } from './noise';
import { normalise } from './normalise';
import { indexObjects, keyOf, readObjects, type KnownObject } from './objects';
import { Ownership } from './ownership';
import { LAST_APPLIED, Shapes } from './shapes';
import { reach } from './steps';
import { Tally } from './Tally';
import type {
  Comparison,
  DriftOptions,
  DriftProblem,
  DriftReport,
  ExtraObjects,
  SourcedObject,
} from './types';
import { copyOf, field, isBag, textOf, TooMuchError, type Bag } from './values';

/** Field managers of the tools that deploy from Git. */
export const DEPLOYING_MANAGERS: readonly string[] = [
  'argocd-application-controller',
  'argocd-controller',
  'helm',
  'helm-controller',
  'kustomize-controller',
];

const PROGRESS_EVERY = 250;

/**
 * Holds live Kubernetes objects against desired ones.
 *
 * Known noise is no drift: defaults and what the API server and controllers write, other
 * spellings of one value, the order of what has none. Everything else is, with its path,
 * both values (secrets masked) and who owns the field. What cannot be compared makes the
 * outcome `unknown`, unless drift was found anyway.
 *
 * @param desired - objects as in Git; lists (`kind: List`) are taken apart
 * @param live - objects as the API server returns them, with `managedFields` if possible
 */
export function detectDrift(
  desired: readonly SourcedObject[],
  live: readonly SourcedObject[],
  options: DriftOptions,
): DriftReport {
  const { namespace = 'default', comparison = 'two-way' } = options;
  const problems: DriftProblem[] = [...(options.problems ?? [])];
  const wanted = readObjects(desired, problems);
  const running = readObjects(live, problems);
  if (wanted.length === 0) {
    problems.push({
      source: 'desired',
      problem: 'nothing-desired',
      message: 'there is no object to hold the live ones against',
    });
  }
  const shapes = new Shapes();
  for (const { value } of [...running, ...wanted]) shapes.learn(value);
  const place = { shapes, namespace };
  const wantedByKey = indexObjects(wanted, place, problems);
  const liveByKey = indexObjects(running, place, problems);
  const scaled = scaledObjects([
    ...wantedByKey.values(),
    ...liveByKey.values(),
  ]);
  const rules = new IgnoreRules(options.ignore ?? [], options.now);
  const tally = new Tally();
  const matched = new Set<string>();
  const unread = new Map(
    options.unread?.map(one => [keyOf(one.ref), one] as const),
  );
  let done = 0;
  for (const object of wantedByKey.values()) {
    const key = liveKeyOf(object, liveByKey, namespace);
    const other = liveByKey.get(key);
    matched.add(key);
    const { ref } = object;
    // Whoever asked a cluster may not have known that it is in no namespace.
    const silent =
      unread.get(keyOf(ref)) ??
      (ref.namespace === undefined
        ? unread.get(keyOf({ ...ref, namespace }))
        : undefined);
    if (silent) {
      const { source, message } = silent;
      problems.push({ source, problem: 'unreadable', message });
    } else if (other) {
      compareObject(object, other, {
        shapes,
        comparison,
        isScaled: scaled.has(keyOf(object.ref)),
        rules,
        managers: options.managers ?? DEPLOYING_MANAGERS,
        tally,
        problems,
      });
    } else {
      tally.missing(object);
    }
    done += 1;
    if (done % PROGRESS_EVERY === 0) {
      options.onProgress?.(done, wantedByKey.size);
    }
  }
  for (const [key, object] of liveByKey) {
    if (!matched.has(key) && isExtra(object, options.extra)) {
      tally.extra(object);
    }
  }
  return tally.report(comparison, problems, rules.findings());
}

/** A kind of which nobody says whether it has namespaces is looked for in both places. */
function liveKeyOf(
  { ref }: KnownObject,
  live: ReadonlyMap<string, KnownObject>,
  namespace: string,
): string {
  const key = keyOf(ref);
  if (ref.namespace !== undefined || live.has(key)) return key;
  const placed = keyOf({ ...ref, namespace });
  return live.has(placed) ? placed : key;
}

function isExtra(
  object: KnownObject,
  extra: ExtraObjects = { report: 'all' },
): boolean {
  if (extra.report === 'none' || isGenerated(object)) return false;
  if (extra.report === 'all') return true;
  const marks = extra.by === 'label' ? 'labels' : 'annotations';
  const mark = textOf(field(object.value, 'metadata', marks, extra.key));
  return mark !== undefined && (extra.value ?? mark) === mark;
}

interface Comparing {
  shapes: Shapes;
  comparison: Comparison;
  isScaled: boolean;
  rules: IgnoreRules;
  managers: readonly string[];
  tally: Tally;
  problems: DriftProblem[];
}

function compareObject(
  desired: KnownObject,
  live: KnownObject,
  context: Comparing,
): void {
  const { shapes, isScaled, rules, managers, tally } = context;
  const { ref } = desired;
  const { shape, dropsEmpty } = shapes.of(ref.group, ref.kind, live.version);
  const ownership = new Ownership(live.value);
  const applied = readApplied(live.value);
  const ready = (value: Bag): Bag => {
    // Moved kinds differ in the name of their API alone.
    if (dropsEmpty || desired.version === live.version) {
      delete value.apiVersion;
    }
    if (isScaled && isBag(value.spec)) delete value.spec.replicas;
    const normal = normalise(value, shape, dropsEmpty);
    return isBag(normal) ? normal : {};
  };
  const a = ready(desired.value);
  if (ref.group === '' && ref.kind === 'Pod') dropInjected(a, live.value);
  const b = ready(live.value);
  const notes: string[] = [];
  if (isScaled) notes.push('replicas are left to its autoscaler');
  const differences = compareValues(a, b, shape).filter(
    relevance(context, {
      applied: applied && ready(applied),
      ownership,
      notes,
    }),
  );
  const described: DescribedChanges = describeChanges(differences, {
    ref,
    desired: a,
    live: b,
    ownership,
    rules: rules.about(ref),
    managers,
  });
  tally.compared(desired, described, notes);
}

/** Which differences count, by the way of comparing. */
function relevance(
  { comparison, managers }: Comparing,
  {
    applied,
    ownership,
    notes,
  }: { applied: Bag | undefined; ownership: Ownership; notes: string[] },
): (difference: Difference) => boolean {
  if (comparison === 'three-way') {
    if (applied) {
      return ({ change, steps }) =>
        change !== 'added' || reach(applied, steps) !== undefined;
    }
    notes.push(
      `compared two-way: it has no ${LAST_APPLIED} that could be read`,
    );
  }
  if (comparison === 'ownership') {
    if (ownership.isRecorded) {
      return ({ change, steps }) => {
        if (change !== 'added') return true;
        const owners = ownership.of(steps);
        return (
          owners.length === 0 ||
          owners.some(({ manager }) => managers.includes(manager))
        );
      };
    }
    notes.push('compared two-way: it has no managedFields');
  }
  return () => true;
}

/** What was applied last, as `kubectl apply` keeps it. */
function readApplied(live: Bag): Bag | undefined {
  const text = textOf(field(live, 'metadata', 'annotations', LAST_APPLIED));
  if (text === undefined) return undefined;
  try {
    const value = copyOf(JSON.parse(text));
    return isBag(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TooMuchError) {
      return undefined;
    }
    throw error;
  }
}
