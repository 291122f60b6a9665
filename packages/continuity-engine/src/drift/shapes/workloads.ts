import { bagIn, field, fill, isBag, newBag, type Bag } from '../values';
import { metadata, templateMetadata } from './metadata';
import { claimSpec, podTemplate } from './pods';
import {
  ALLOCATED,
  by,
  FALSE,
  INT_OR_STRING,
  listOfEach,
  QUANTITY,
  SELECTOR,
  SET,
  SKIP,
  struct,
  type Shape,
} from './Shape';

/** An object with metadata, a spec and a status that is not compared. */
export function objectOf(
  fields: Record<string, Shape>,
  prepare?: (spec: Bag) => void,
): Shape {
  return struct({
    metadata,
    status: SKIP,
    spec: struct(fields, prepare && { prepare }),
  });
}

/** The selector that old API versions took from the labels of the template. */
function fillSelector(spec: Bag): void {
  const labels = field(spec, 'template', 'metadata', 'labels');
  if (spec.selector === undefined && isBag(labels)) {
    const selector = newBag();
    selector.matchLabels = { ...labels };
    spec.selector = selector;
  }
}

const rolling = { maxSurge: INT_OR_STRING, maxUnavailable: INT_OR_STRING };

const deployment = objectOf(
  {
    replicas: by(1),
    revisionHistoryLimit: by(10),
    progressDeadlineSeconds: by(600),
    minReadySeconds: by(0),
    paused: FALSE,
    selector: SELECTOR,
    strategy: struct({ rollingUpdate: struct(rolling) }),
    template: podTemplate,
    // A field of extensions/v1beta1 that no newer version has.
    rollbackTo: SKIP,
  },
  spec => {
    fillSelector(spec);
    const strategy = bagIn(spec, 'strategy');
    fill(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      const update = bagIn(strategy, 'rollingUpdate');
      fill(update, 'maxSurge', '25%');
      fill(update, 'maxUnavailable', '25%');
    }
  },
);

const statefulSet = objectOf(
  {
    replicas: by(1),
    revisionHistoryLimit: by(10),
    minReadySeconds: by(0),
    podManagementPolicy: by('OrderedReady'),
    selector: SELECTOR,
    template: podTemplate,
    updateStrategy: struct({ rollingUpdate: struct(rolling) }),
    persistentVolumeClaimRetentionPolicy: struct({
      whenDeleted: by('Retain'),
      whenScaled: by('Retain'),
    }),
    volumeClaimTemplates: listOfEach(
      struct(
        {
          apiVersion: SKIP,
          kind: SKIP,
          metadata: templateMetadata,
          status: SKIP,
          spec: claimSpec,
        },
        {
          prepare: node => void bagIn(node, 'spec'),
        },
      ),
    ),
  },
  spec => {
    fillSelector(spec);
    bagIn(spec, 'persistentVolumeClaimRetentionPolicy');
    const strategy = bagIn(spec, 'updateStrategy');
    fill(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      fill(bagIn(strategy, 'rollingUpdate'), 'partition', 0);
    }
  },
);

const daemonSet = objectOf(
  {
    revisionHistoryLimit: by(10),
    minReadySeconds: by(0),
    selector: SELECTOR,
    template: podTemplate,
    updateStrategy: struct({ rollingUpdate: struct(rolling) }),
    templateGeneration: SKIP,
  },
  spec => {
    fillSelector(spec);
    const strategy = bagIn(spec, 'updateStrategy');
    fill(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      const update = bagIn(strategy, 'rollingUpdate');
      fill(update, 'maxSurge', 0);
      fill(update, 'maxUnavailable', 1);
    }
  },
);

const replicaSet = objectOf({
  replicas: by(1),
  minReadySeconds: by(0),
  selector: SELECTOR,
  template: podTemplate,
});

const jobFields = {
  backoffLimit: by(6),
  completionMode: by('NonIndexed'),
  suspend: FALSE,
  podReplacementPolicy: by('TerminatingOrFailed'),
  manualSelector: FALSE,
  // The controller selects by the uid of the Job.
  selector: { ...ALLOCATED, keepEmpty: true },
  template: podTemplate,
} satisfies Record<string, Shape>;

function prepareJob(spec: Bag): void {
  if (spec.completions === undefined && spec.parallelism === undefined) {
    spec.completions = 1;
  }
  fill(spec, 'parallelism', 1);
}

const cronJob = objectOf({
  concurrencyPolicy: by('Allow'),
  suspend: FALSE,
  successfulJobsHistoryLimit: by(3),
  failedJobsHistoryLimit: by(1),
  jobTemplate: struct({
    metadata: templateMetadata,
    // The template of a CronJob is filled in when a Job is made from it, except for this.
    spec: struct({
      template: podTemplate,
      suspend: FALSE,
      selector: { ...ALLOCATED, keepEmpty: true },
    }),
  }),
});

/** `autoscaling/v1` said one target; `v2` says it as a metric. */
function prepareAutoscaler(spec: Bag): void {
  fill(spec, 'minReplicas', 1);
  const target = spec.targetCPUUtilizationPercentage;
  if (target !== undefined && spec.metrics === undefined) {
    spec.metrics = [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: target },
        },
      },
    ];
  }
  delete spec.targetCPUUtilizationPercentage;
  if (!Array.isArray(spec.metrics) || spec.metrics.length === 0) {
    spec.metrics = [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ];
  }
  const behavior = spec.behavior;
  if (isBag(behavior)) fillBehavior(behavior);
}

/** Kubernetes, "Horizontal Pod Autoscaling", default behavior. */
function fillBehavior(behavior: Bag): void {
  const up = bagIn(behavior, 'scaleUp');
  fill(up, 'selectPolicy', 'Max');
  fill(up, 'stabilizationWindowSeconds', 0);
  fill(up, 'policies', [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ]);
  const down = bagIn(behavior, 'scaleDown');
  fill(down, 'selectPolicy', 'Max');
  // An absent window is the one of the controller, which the API server leaves out.
  fill(down, 'policies', [{ type: 'Percent', value: 100, periodSeconds: 15 }]);
}

const target = struct({ averageValue: QUANTITY, value: QUANTITY });
const metric = struct({ target, metric: struct({ selector: SELECTOR }) });

const autoscaler = objectOf(
  {
    // The controller may write them back in another order (Argo CD, "Diffing Customization").
    metrics: {
      list: 'set',
      each: struct({
        resource: metric,
        containerResource: metric,
        pods: metric,
        object: metric,
        external: metric,
      }),
    },
    behavior: struct({
      scaleUp: struct({ policies: SET }),
      scaleDown: struct({ policies: SET }),
    }),
  },
  prepareAutoscaler,
);

const disruptionBudget = objectOf({
  minAvailable: INT_OR_STRING,
  maxUnavailable: INT_OR_STRING,
  selector: SELECTOR,
});

const replicationController = objectOf(
  { replicas: by(1), template: podTemplate, minReadySeconds: by(0) },
  spec => {
    const labels = field(spec, 'template', 'metadata', 'labels');
    if (isBag(labels)) fill(spec, 'selector', { ...labels });
  },
);

/** Kinds that run Pods, and what scales or guards them. */
export const workloads: Readonly<Record<string, Shape>> = {
  'apps/Deployment': deployment,
  'apps/StatefulSet': statefulSet,
  'apps/DaemonSet': daemonSet,
  'apps/ReplicaSet': replicaSet,
  '/ReplicationController': replicationController,
  'batch/Job': objectOf(jobFields, prepareJob),
  'batch/CronJob': cronJob,
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  'policy/PodDisruptionBudget': disruptionBudget,
};
