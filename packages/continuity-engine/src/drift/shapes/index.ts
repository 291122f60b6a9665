import { field, isBag, textOf } from '../values';
import { shapeOfSchema } from './fromSchema';
import { metadata } from './metadata';
import { network } from './network';
import { pod } from './pods';
import { policy } from './policy';
import { SKIP, struct, type Shape } from './Shape';
import { storage } from './storage';
import { workloads } from './workloads';

export type { Shape } from './Shape';
export { LAST_APPLIED } from './metadata';

const builtin: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    '/Pod': pod,
    ...workloads,
    ...network,
    ...policy,
    ...storage,
  }),
);

/** Any object of a kind that nothing is known of. */
const unknownKind = struct({ metadata, status: SKIP });

/** Kinds that have no namespace. */
const CLUSTER_SCOPED = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
]);

/** What is known of the kinds of a set of objects. */
export class Shapes {
  /** By `group/Kind/version`. */
  readonly #custom = new Map<string, Shape>();
  /** By `group/Kind`: whether a custom kind has namespaces. */
  readonly #scopes = new Map<string, boolean>();

  /** Learns the custom kinds that a CustomResourceDefinition in the set describes. */
  learn(object: unknown): void {
    if (textOf(field(object, 'kind')) !== 'CustomResourceDefinition') return;
    const group = textOf(field(object, 'spec', 'group'));
    const kind = textOf(field(object, 'spec', 'names', 'kind'));
    const versions = field(object, 'spec', 'versions');
    if (group === undefined || kind === undefined) return;
    this.#scopes.set(
      `${group}/${kind}`,
      field(object, 'spec', 'scope') === 'Namespaced',
    );
    if (!Array.isArray(versions)) return;
    for (const version of versions) {
      const schema = field(version, 'schema', 'openAPIV3Schema');
      if (!isBag(schema)) continue;
      const { fields } = shapeOfSchema(schema);
      this.#custom.set(`${group}/${kind}/${String(field(version, 'name'))}`, {
        fields: Object.assign(Object.create(null), fields, {
          metadata,
          status: SKIP,
        }),
      });
    }
  }

  /** What is known of a kind; Kubernetes' own structs drop what is empty. */
  of(
    group: string,
    kind: string,
    version: string,
  ): { shape: Shape; dropsEmpty: boolean } {
    const own = builtin.get(`${group}/${kind}`);
    if (own) {
      const isKubernetes = !group.includes('.') || group.endsWith('.k8s.io');
      return { shape: own, dropsEmpty: isKubernetes };
    }
    const custom = this.#custom.get(`${group}/${kind}/${version}`);
    return { shape: custom ?? unknownKind, dropsEmpty: false };
  }

  /** Absent: nobody said. */
  isNamespaced(group: string, kind: string): boolean | undefined {
    const key = `${group}/${kind}`;
    if (CLUSTER_SCOPED.has(key)) return false;
    return this.#scopes.get(key) ?? (builtin.has(key) ? true : undefined);
  }
}
