import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AdmissionRequest, KubernetesObject } from './AdmissionReview';

const container = z.looseObject({
  name: z.string().optional(),
  image: z.string().optional(),
});
const podSpec = z.looseObject({
  containers: z.array(container).min(1),
  initContainers: z.array(container).nullish(),
  ephemeralContainers: z.array(container).nullish(),
});
const podTemplate = z.looseObject({
  metadata: z
    .looseObject({
      labels: z.record(z.string(), z.string()).nullish(),
      annotations: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
  spec: podSpec,
});

/** The pods that a workload runs. */
export type PodTemplate = z.output<typeof podTemplate>;

type Path = readonly string[];

/** Where each kind keeps its pod template. A Pod is its own. */
const TEMPLATES: Readonly<Record<string, Path>> = {
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  '/Pod': [],
};

/** Whether objects of a kind run pods, so that the gate is asked about them. */
export function runsPods({ group, kind }: AdmissionRequest['kind']): boolean {
  return `${group}/${kind}` in TEMPLATES;
}

/**
 * Whether what is written changes which containers run: the object itself, or the
 * containers that `kubectl debug` puts into a running pod. Every other subresource, such as
 * `scale` and `status`, runs nothing new.
 */
export function changesContainers({
  kind: { group, kind },
  subResource,
}: Pick<AdmissionRequest, 'kind' | 'subResource'>): boolean {
  return (
    !subResource ||
    (`${group}/${kind}` === '/Pod' && subResource === 'ephemeralcontainers')
  );
}

/** Kinds whose pods and replica sets were judged with them. */
export function isJudgedKind(apiVersion: string, kind: string): boolean {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  return `${group}/${kind}` in TEMPLATES;
}

/**
 * The pod template of a workload.
 *
 * @returns undefined when there is none, or it is not one: then nothing is known about it
 */
export function templateOf(
  { group, kind }: AdmissionRequest['kind'],
  object: KubernetesObject,
): PodTemplate | undefined {
  let value: unknown = object;
  for (const part of TEMPLATES[`${group}/${kind}`] ?? ['?']) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[part]
        : undefined;
  }
  const parsed = podTemplate.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/**
 * Whether two versions of a workload run the same pods. Of a Pod itself the images are
 * compared, the only part of its containers that may change; of everything else the
 * whole pod template, without the annotations to ignore.
 */
export function runsTheSame(
  { kind }: AdmissionRequest['kind'],
  before: PodTemplate,
  after: PodTemplate,
  ignoredAnnotations: readonly string[],
): boolean {
  const compared = (template: PodTemplate) =>
    kind === 'Pod'
      ? imagesOf(template)
      : withoutAnnotations(template, ignoredAnnotations);
  return isDeepStrictEqual(compared(before), compared(after));
}

/** Images of all containers, those that start the pod first, those put into it later last. */
export function imagesOf({ spec }: PodTemplate): string[] {
  return [
    ...(spec.initContainers ?? []),
    ...spec.containers,
    ...(spec.ephemeralContainers ?? []),
  ].map(({ image }) => image ?? '');
}

function withoutAnnotations(
  template: PodTemplate,
  ignored: readonly string[],
): PodTemplate {
  const annotations = Object.entries(
    template.metadata?.annotations ?? {},
  ).filter(([key]) => !ignored.includes(key));
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: Object.fromEntries(annotations),
    },
  };
}
