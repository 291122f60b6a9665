import type { KindIn } from './types';
import type { WantedObject } from './wantedObjects';

/** Where autoscalers may explain replicas. */
export interface AutoscalerQuestion {
  readonly kind: KindIn;
  /** Objects that it is about, to show. */
  readonly names: string[];
}

/**
 * Namespaces in which live objects have other replicas than Git says, and none of their
 * autoscalers was read. Where they are alike nobody needs to know who set them.
 */
export function autoscalersFor(
  wanted: readonly WantedObject[],
  live: readonly WantedObject[],
): AutoscalerQuestion[] {
  const running = new Map(live.map(one => [keyOf(one), replicasIn(one.value)]));
  const questions = new Map<string, AutoscalerQuestion>();
  for (const one of wanted) {
    const { kind, namespace, name } = one.wanted;
    const desired = replicasIn(one.value);
    const actual = running.get(keyOf(one));
    if (desired === undefined || actual === undefined || desired === actual) {
      continue;
    }
    const key = namespace ?? '';
    const question = questions.get(key) ?? {
      kind: {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        ...(namespace !== undefined && { namespace }),
      },
      names: [],
    };
    question.names.push(`${kind} ${name}`);
    questions.set(key, question);
  }
  return [...questions.values()];
}

function keyOf({ wanted: { kind, namespace, name } }: WantedObject): string {
  return JSON.stringify([kind, namespace, name]);
}

function replicasIn(value: object): number | undefined {
  const spec = 'spec' in value ? value.spec : undefined;
  if (typeof spec !== 'object' || spec === null) return undefined;
  const replicas = 'replicas' in spec ? spec.replicas : undefined;
  // Whole numbers of manifests are read as big ones.
  if (typeof replicas === 'bigint') return Number(replicas);
  return typeof replicas === 'number' ? replicas : undefined;
}
