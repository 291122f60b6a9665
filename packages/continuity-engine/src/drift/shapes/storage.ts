import { fill, isBag, newBag, textOf, type Bag } from '../values';
import { metadata } from './metadata';
import { claimSpec } from './pods';
import {
  ANY,
  by,
  FALSE,
  listBy,
  listOfEach,
  mapOf,
  QUANTITY,
  SKIP,
  struct,
  TRUE,
  type Shape,
} from './Shape';
import { objectOf } from './workloads';

/** UTF-8 text as base64. */
export function toBase64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), byte =>
      String.fromCharCode(byte),
    ).join(''),
  );
}

/** `stringData` is a way to write `data`; it wins (Kubernetes, "Secret"). */
function mergeStringData(node: Bag): void {
  const plain = node.stringData;
  if (isBag(plain)) {
    const data = newBag();
    Object.assign(data, isBag(node.data) ? node.data : {});
    for (const [name, value] of Object.entries(plain)) {
      data[name] = typeof value === 'string' ? toBase64(value) : value;
    }
    node.data = data;
  }
  delete node.stringData;
  fill(node, 'type', 'Opaque');
}

const secret = struct(
  { metadata, data: mapOf({ scalar: 'base64' }), immutable: FALSE },
  { prepare: mergeStringData },
);

const serviceAccount = struct({
  metadata,
  // Clusters before 1.24 add a token to every one.
  secrets: { ...listBy(['name']), allocated: true },
  imagePullSecrets: listBy(['name']),
});

const volume = objectOf({
  capacity: mapOf(QUANTITY),
  volumeMode: by('Filesystem'),
  persistentVolumeReclaimPolicy: by('Retain'),
  claimRef: struct({ uid: SKIP, resourceVersion: SKIP }, { allocated: true }),
});

const storageClass = struct({
  metadata,
  reclaimPolicy: by('Delete'),
  volumeBindingMode: by('Immediate'),
  allowVolumeExpansion: FALSE,
});

const amounts = mapOf(QUANTITY);

const limitRange = objectOf(
  {
    limits: listOfEach(
      struct({
        max: amounts,
        min: amounts,
        default: amounts,
        defaultRequest: amounts,
        maxLimitRequestRatio: amounts,
      }),
    ),
  },
  spec => {
    if (!Array.isArray(spec.limits)) return;
    for (const limit of spec.limits) {
      if (isBag(limit) && limit.type === 'Container') fillLimit(limit);
    }
  },
);

/** Absent limits are the most, absent requests the limits, then the least. */
function fillLimit(limit: Bag): void {
  const into = (name: string, from: unknown) => {
    if (!isBag(from)) return;
    const held = newBag();
    Object.assign(held, limit[name]);
    for (const [resource, amount] of Object.entries(from)) {
      fill(held, resource, amount);
    }
    limit[name] = held;
  };
  into('default', limit.max);
  into('defaultRequest', limit.default);
  into('defaultRequest', limit.min);
}

const namespace = struct({
  metadata,
  status: SKIP,
  spec: struct({ finalizers: { list: 'set', each: ANY, allocated: true } }),
});

const configMap = struct({ metadata, immutable: FALSE });

const priorityClass = struct(
  {
    metadata,
    globalDefault: FALSE,
    preemptionPolicy: by('PreemptLowerPriority'),
  },
  {
    prepare: node => {
      if (textOf(node.description) === '') delete node.description;
    },
  },
);

/** Kinds that hold data, room and amounts. */
export const storage: Readonly<Record<string, Shape>> = {
  '/Secret': secret,
  '/ConfigMap': configMap,
  '/ServiceAccount': serviceAccount,
  '/PersistentVolumeClaim': objectOf({ ...claimSpec.fields }),
  '/PersistentVolume': volume,
  '/Namespace': namespace,
  '/ResourceQuota': objectOf({ hard: amounts }),
  '/LimitRange': limitRange,
  'storage.k8s.io/StorageClass': storageClass,
  'storage.k8s.io/CSIDriver': objectOf({
    attachRequired: TRUE,
    podInfoOnMount: FALSE,
    storageCapacity: FALSE,
    requiresRepublish: FALSE,
  }),
  'scheduling.k8s.io/PriorityClass': priorityClass,
};
