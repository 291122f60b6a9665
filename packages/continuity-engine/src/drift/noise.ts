import type { KnownObject } from './objects';
import { keyOf } from './objects';
import { field, isBag, textOf, type Bag } from './values';

/** What admission puts into a Pod, and the annotation that proves that it did. */
const INJECTED: readonly {
  readonly proof: RegExp;
  readonly containers: RegExp;
  readonly volumes: RegExp;
  readonly written: RegExp;
}[] = [
  {
    proof: /^sidecar\.istio\.io\/status$/,
    containers: /^istio-(proxy|init|validation)$/,
    volumes:
      /^(istio(d-ca-cert|-data|-envoy|-podinfo|-token|-ca-crl)|workload-(socket|certs)|credential-socket|istio-ca-crl)$/,
    written:
      /^(sidecar|prometheus|istio)\.(istio\.)?io\/|^security\.istio\.io\/|^service\.istio\.io\/|^kubectl\.kubernetes\.io\/default-(logs-)?container$/,
  },
  {
    proof: /^linkerd\.io\/proxy-version$/,
    containers: /^linkerd-(proxy|init|network-validator)$/,
    volumes:
      /^linkerd-(identity-end-entity|proxy-init-xtables-lock|identity-token)$/,
    written: /^([\w.-]+\.)?linkerd\.io\//,
  },
  {
    proof: /^vault\.hashicorp\.com\/agent-inject-status$/,
    containers: /^vault-agent(-init)?$/,
    volumes: /^(home-(init|sidecar)|vault-secrets)$/,
    written: /^vault\.hashicorp\.com\//,
  },
];

/**
 * Takes out of a live Pod what a mesh or an agent injected, where its own annotation says
 * that it did. A container of such a name without that proof stays, and is reported.
 */
export function dropInjected(desired: Bag, live: Bag): void {
  const annotations = field(live, 'metadata', 'annotations');
  const spec = field(live, 'spec');
  if (!isBag(annotations) || !isBag(spec)) return;
  for (const { proof, containers, volumes, written } of INJECTED) {
    const names = Object.keys(annotations);
    if (!names.some(name => proof.test(name))) continue;
    for (const [list, pattern] of [
      ['containers', containers],
      ['initContainers', containers],
      ['volumes', volumes],
    ] as const) {
      const own = namesIn(field(desired, 'spec', list));
      spec[list] = filterList(
        spec[list],
        name => own.has(name) || !pattern.test(name),
      );
    }
    for (const one of names) {
      const isOwn =
        field(desired, 'metadata', 'annotations', one) !== undefined;
      if (!isOwn && written.test(one)) delete annotations[one];
    }
    for (const list of [spec.containers, spec.initContainers]) {
      for (const one of Array.isArray(list) ? list : []) {
        if (isBag(one)) {
          one.volumeMounts = filterList(
            one.volumeMounts,
            name => !volumes.test(name),
          );
        }
      }
    }
  }
}

function namesIn(list: unknown): Set<string> {
  return new Set(
    (Array.isArray(list) ? list : []).flatMap(
      one => textOf(field(one, 'name')) ?? [],
    ),
  );
}

function filterList(list: unknown, keep: (name: string) => boolean): unknown {
  return Array.isArray(list)
    ? list.filter(one => keep(textOf(field(one, 'name')) ?? ''))
    : list;
}

/** Keys of the objects whose replicas an autoscaler of the set decides. */
export function scaledObjects(objects: Iterable<KnownObject>): Set<string> {
  const scaled = new Set<string>();
  for (const { ref, value } of objects) {
    const isAutoscaler =
      (ref.group === 'autoscaling' && ref.kind === 'HorizontalPodAutoscaler') ||
      (ref.group === 'keda.sh' && ref.kind === 'ScaledObject');
    const target = field(value, 'spec', 'scaleTargetRef');
    const name = textOf(field(target, 'name'));
    if (!isAutoscaler || name === undefined) continue;
    const apiVersion = textOf(field(target, 'apiVersion')) ?? 'apps/v1';
    scaled.add(
      keyOf({
        group: apiVersion.includes('/')
          ? apiVersion.split('/')[0].replace(/^extensions$/, 'apps')
          : '',
        kind: textOf(field(target, 'kind')) ?? 'Deployment',
        ...(ref.namespace !== undefined && { namespace: ref.namespace }),
        name,
      }),
    );
  }
  return scaled;
}

/** Objects that the cluster makes by itself for others, or in every namespace. */
export function isGenerated({ ref, value }: KnownObject): boolean {
  const owners = field(value, 'metadata', 'ownerReferences');
  if (Array.isArray(owners) && owners.length > 0) return true;
  switch (`${ref.group}/${ref.kind}`) {
    case '/ConfigMap':
      return /^(kube-root-ca|openshift-service-ca)\.crt$/.test(ref.name);
    case '/ServiceAccount':
      return ref.name === 'default';
    case '/Secret':
      return [
        'kubernetes.io/service-account-token',
        'helm.sh/release.v1',
      ].includes(textOf(value.type) ?? '');
    case '/Service':
      return ref.name === 'kubernetes' && ref.namespace === 'default';
    case '/Endpoints':
    case '/Event':
    case '/Node':
    case 'apps/ControllerRevision':
    case 'coordination.k8s.io/Lease':
    case 'discovery.k8s.io/EndpointSlice':
    case 'events.k8s.io/Event':
    case 'metrics.k8s.io/PodMetrics':
      return true;
    default:
      return false;
  }
}
