import { fill, isBag, newBag, textOf, type Bag } from '../values';
import {
  ALLOCATED,
  by,
  FALSE,
  INT_OR_STRING,
  listBy,
  listOfEach,
  SELECTOR,
  struct,
  type Shape,
} from './Shape';
import { metadata } from './metadata';
import { objectOf } from './workloads';

function prepareService(spec: Bag): void {
  fill(spec, 'type', 'ClusterIP');
  const type = textOf(spec.type) ?? '';
  if (type !== 'ExternalName') fill(spec, 'internalTrafficPolicy', 'Cluster');
  if (type === 'NodePort' || type === 'LoadBalancer') {
    fill(spec, 'externalTrafficPolicy', 'Cluster');
  }
  if (type === 'LoadBalancer')
    fill(spec, 'allocateLoadBalancerNodePorts', true);
  if (spec.sessionAffinity === 'ClientIP') {
    fill(spec, 'sessionAffinityConfig', {
      clientIP: { timeoutSeconds: 10800 },
    });
  }
  if (!Array.isArray(spec.ports)) return;
  for (const port of spec.ports) {
    if (isBag(port)) fill(port, 'targetPort', port.port);
  }
}

const service = objectOf(
  {
    clusterIP: ALLOCATED,
    clusterIPs: ALLOCATED,
    ipFamilies: ALLOCATED,
    ipFamilyPolicy: ALLOCATED,
    healthCheckNodePort: ALLOCATED,
    sessionAffinity: by('None'),
    publishNotReadyAddresses: FALSE,
    ports: listBy(
      ['port', 'protocol'],
      struct({
        protocol: by('TCP'),
        nodePort: ALLOCATED,
        targetPort: INT_OR_STRING,
      }),
    ),
  },
  prepareService,
);

/** `serviceName` and `servicePort` of v1beta1 as v1 writes them. */
function moveBackend(holder: Bag, name: string): void {
  const backend = holder[name];
  if (!isBag(backend)) return;
  const { serviceName, servicePort } = backend;
  if (serviceName === undefined) return;
  const port = newBag();
  port[isNumber(servicePort) ? 'number' : 'name'] = isNumber(servicePort)
    ? Number(servicePort)
    : servicePort;
  const moved = newBag();
  moved.service = { name: serviceName, port };
  holder[name] = moved;
}

function isNumber(port: unknown): boolean {
  return /^\d+$/.test(String(port));
}

const httpPath = struct(
  {},
  {
    prepare: node => {
      moveBackend(node, 'backend');
      fill(node, 'pathType', 'ImplementationSpecific');
    },
  },
);

const ingress = objectOf(
  {
    rules: listOfEach(
      struct({ http: struct({ paths: listOfEach(httpPath) }) }),
    ),
  },
  spec => {
    if (spec.backend !== undefined) {
      moveBackend(spec, 'backend');
      fill(spec, 'defaultBackend', spec.backend);
      delete spec.backend;
    }
  },
);

const peer = struct({
  // Empty means all of them, absent means none of its own.
  podSelector: SELECTOR,
  namespaceSelector: SELECTOR,
});
const policyPort = struct({ protocol: by('TCP'), port: INT_OR_STRING });

const networkPolicy = objectOf(
  {
    podSelector: SELECTOR,
    ingress: listOfEach(
      struct({ ports: listOfEach(policyPort), from: listOfEach(peer) }),
    ),
    egress: listOfEach(
      struct({ ports: listOfEach(policyPort), to: listOfEach(peer) }),
    ),
    policyTypes: { list: 'set', each: {} },
  },
  spec => {
    fill(spec, 'podSelector', newBag());
    if (!Array.isArray(spec.policyTypes) || spec.policyTypes.length === 0) {
      const egress = Array.isArray(spec.egress) && spec.egress.length > 0;
      spec.policyTypes = egress ? ['Ingress', 'Egress'] : ['Ingress'];
    }
  },
);

/** Kinds through which Pods are reached. */
export const network: Readonly<Record<string, Shape>> = {
  '/Service': service,
  'networking.k8s.io/Ingress': ingress,
  'networking.k8s.io/NetworkPolicy': networkPolicy,
  'networking.k8s.io/IngressClass': struct({ metadata }),
};
