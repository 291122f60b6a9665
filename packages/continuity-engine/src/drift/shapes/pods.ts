import { bagIn, field, fill, isBag, newBag, textOf, type Bag } from '../values';
import { metadata, templateMetadata } from './metadata';
import {
  ALLOCATED,
  ANY,
  by,
  FALSE,
  INT_OR_STRING,
  listBy,
  listOfEach,
  mapOf,
  OPTIONAL_TEXT,
  QUANTITY,
  SELECTOR,
  SKIP,
  struct,
  TRUE,
  type Shape,
} from './Shape';

/** Bits of a mode: YAML 1.1 reads 0644 as octal, YAML 1.2 as the decimal number. */
const MODE_0644 = 420;

const resources = struct({
  limits: mapOf(QUANTITY),
  requests: mapOf(QUANTITY),
  claims: listBy(['name']),
});

/** A request that is not there is the limit (Kubernetes, "Resource Management for Pods"). */
function fillRequests(container: Bag): void {
  const limits = field(container, 'resources', 'limits');
  if (!isBag(limits)) return;
  const held = newBag();
  Object.assign(held, container.resources);
  const requests = newBag();
  Object.assign(requests, held.requests);
  for (const [name, limit] of Object.entries(limits)) {
    fill(requests, name, limit);
  }
  held.requests = requests;
  container.resources = held;
}

const fieldRef = struct({ apiVersion: by('v1') });
const resourceFieldRef = struct({
  divisor: { scalar: 'quantity', default: '0' },
});

const env = listBy(
  ['name'],
  struct({
    value: OPTIONAL_TEXT,
    valueFrom: struct({ fieldRef, resourceFieldRef }),
  }),
);

const httpGet = struct({
  port: INT_OR_STRING,
  path: by('/'),
  scheme: by('HTTP'),
  httpHeaders: ANY,
});

const portOnly = struct({ port: INT_OR_STRING });

const probe = struct({
  httpGet,
  tcpSocket: portOnly,
  grpc: struct({ service: by('') }),
  initialDelaySeconds: by(0),
  timeoutSeconds: by(1),
  periodSeconds: by(10),
  successThreshold: by(1),
  failureThreshold: by(3),
});

const hook = struct({ httpGet, tcpSocket: portOnly });

/** `Always` for `latest` and no tag, else `IfNotPresent`; a digest counts as a tag. */
function pullPolicyOf(image: string): string {
  if (image.includes('@')) return 'IfNotPresent';
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

const container: Shape = struct(
  {
    env,
    ports: listBy(
      ['containerPort', 'protocol'],
      struct({ protocol: by('TCP'), hostPort: by(0) }),
    ),
    resources,
    volumeMounts: listBy(
      ['mountPath'],
      struct({ readOnly: FALSE, subPath: OPTIONAL_TEXT }),
    ),
    volumeDevices: listBy(['devicePath']),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    lifecycle: struct({ postStart: hook, preStop: hook }),
    terminationMessagePath: by('/dev/termination-log'),
    terminationMessagePolicy: by('File'),
    stdin: FALSE,
    stdinOnce: FALSE,
    tty: FALSE,
    workingDir: OPTIONAL_TEXT,
  },
  {
    prepare: node => {
      const image = textOf(node.image);
      if (image !== undefined) {
        fill(node, 'imagePullPolicy', pullPolicyOf(image));
      }
      fillRequests(node);
    },
  },
);

const items = listOfEach(ANY);
const projected = struct({
  defaultMode: by(MODE_0644),
  sources: listOfEach(
    struct({
      serviceAccountToken: struct({ expirationSeconds: by(3600) }),
      downwardAPI: struct({ items: listOfEach(struct({ fieldRef })) }),
    }),
  ),
});

export const claimSpec: Shape = struct({
  volumeMode: by('Filesystem'),
  resources,
  // The default class, and the volume that was found.
  storageClassName: ALLOCATED,
  volumeName: ALLOCATED,
  accessModes: { list: 'set', each: ANY },
  selector: SELECTOR,
});

const volume: Shape = struct(
  {
    configMap: struct({ defaultMode: by(MODE_0644), items }),
    secret: struct({ defaultMode: by(MODE_0644), items }),
    downwardAPI: struct({
      defaultMode: by(MODE_0644),
      items: listOfEach(struct({ fieldRef, resourceFieldRef })),
    }),
    projected,
    hostPath: struct({ type: { default: '' } }),
    emptyDir: struct(
      { sizeLimit: QUANTITY, medium: OPTIONAL_TEXT },
      { keepEmpty: true },
    ),
    persistentVolumeClaim: struct({ readOnly: FALSE }),
    nfs: struct({ readOnly: FALSE }),
    csi: struct({ readOnly: FALSE }),
    ephemeral: struct({
      volumeClaimTemplate: struct({
        metadata: templateMetadata,
        spec: claimSpec,
      }),
    }),
  },
  {
    // A volume of no kind is an emptyDir.
    prepare: node => {
      if (Object.keys(node).every(name => name === 'name')) {
        node.emptyDir = newBag();
      }
    },
  },
);

const podSpecFields = {
  containers: listBy(['name'], container),
  initContainers: listBy(['name'], container, { ordered: true }),
  ephemeralContainers: { allocated: true, ...listBy(['name'], container) },
  volumes: listBy(['name'], volume),
  imagePullSecrets: listBy(['name']),
  hostAliases: listBy(['ip']),
  topologySpreadConstraints: listBy(
    ['topologyKey', 'whenUnsatisfiable'],
    struct({ labelSelector: SELECTOR }),
  ),
  restartPolicy: by('Always'),
  terminationGracePeriodSeconds: by(30),
  dnsPolicy: by('ClusterFirst'),
  schedulerName: by('default-scheduler'),
  enableServiceLinks: TRUE,
  hostNetwork: FALSE,
  hostPID: FALSE,
  hostIPC: FALSE,
  shareProcessNamespace: FALSE,
  // The old name of serviceAccountName; the API server keeps both alike.
  serviceAccount: SKIP,
  overhead: mapOf(QUANTITY),
} satisfies Record<string, Shape>;

/** The old name counts where the new one is absent. */
function preparePodSpec(node: Bag): void {
  if (textOf(node.serviceAccount)) {
    fill(node, 'serviceAccountName', node.serviceAccount);
  }
  for (const list of [node.containers, node.initContainers]) {
    if (node.hostNetwork === true && Array.isArray(list)) fillHostPorts(list);
  }
}

/** With the network of the host, a port of a container is one of the host. */
function fillHostPorts(containers: unknown[]): void {
  for (const one of containers) {
    const ports = field(one, 'ports');
    if (!Array.isArray(ports)) continue;
    for (const port of ports) {
      if (isBag(port)) fill(port, 'hostPort', port.containerPort);
    }
  }
}

const templateSpec = struct(
  { ...podSpecFields, serviceAccountName: OPTIONAL_TEXT },
  { prepare: preparePodSpec },
);

/** The template of a workload. */
export const podTemplate: Shape = struct({
  metadata: templateMetadata,
  spec: templateSpec,
});

/** Where the token of the service account is mounted. */
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

const WAITED_FOR = new Set([
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
]);

/** Takes out of a Pod what admission puts into every one. */
function preparePod(node: Bag): void {
  preparePodSpec(node);
  fill(node, 'serviceAccountName', 'default');
  node.volumes = without(node.volumes, one =>
    /^kube-api-access-[a-z0-9]{5}$/.test(textOf(one.name) ?? ''),
  );
  node.tolerations = without(
    node.tolerations,
    one =>
      WAITED_FOR.has(textOf(one.key) ?? '') && one.tolerationSeconds === 300,
  );
  for (const list of [node.containers, node.initContainers]) {
    if (!Array.isArray(list)) continue;
    for (const one of list) {
      if (isBag(one)) {
        one.volumeMounts = without(
          one.volumeMounts,
          mount =>
            mount.mountPath === TOKEN_PATH &&
            /^kube-api-access-[a-z0-9]{5}$/.test(textOf(mount.name) ?? ''),
        );
      }
    }
  }
}

function without(list: unknown, drop: (one: Bag) => boolean): unknown {
  return Array.isArray(list)
    ? list.filter(one => !(isBag(one) && drop(one)))
    : list;
}

/** A Pod by itself, with what the scheduler and admission add. */
export const pod: Shape = struct(
  {
    metadata,
    status: SKIP,
    spec: struct(
      {
        ...podSpecFields,
        nodeName: ALLOCATED,
        priority: ALLOCATED,
        preemptionPolicy: by('PreemptLowerPriority'),
      },
      { prepare: preparePod },
    ),
  },
  { prepare: node => void bagIn(node, 'spec') },
);
