import { ALLOCATED, ANY, SET, SKIP, struct, type Shape } from './Shape';

/** Annotations that controllers and tools write beside the author of an object. */
const WRITTEN_ANNOTATION =
  /^(deployment\.kubernetes\.io\/|pv\.kubernetes\.io\/|volume(\.beta)?\.kubernetes\.io\/(storage-provisioner|selected-node)$|autoscaling\.alpha\.kubernetes\.io\/|control-plane\.alpha\.kubernetes\.io\/leader$|deprecated\.daemonset\.template\.generation$|batch\.kubernetes\.io\/(job-tracking|cronjob-scheduled-timestamp)$|endpoints\.kubernetes\.io\/|kubernetes\.io\/(config\.(source|seen|hash|mirror)|limit-ranger)$|service\.alpha\.kubernetes\.io\/|meta\.helm\.sh\/release-(name|namespace)$|argocd\.argoproj\.io\/tracking-id$|cni\.projectcalico\.org\/|k8s\.v1\.cni\.cncf\.io\/network-status|rbac\.authorization\.kubernetes\.io\/autoupdate$)/;

/** Labels that controllers and tools write beside the author of an object. */
const WRITTEN_LABEL =
  /^(kubernetes\.io\/metadata\.name|pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(batch\.kubernetes\.io\/)?(controller-uid|job-name|job-completion-index)|argocd\.argoproj\.io\/instance|kustomize\.toolkit\.fluxcd\.io\/(name|namespace)|helm\.toolkit\.fluxcd\.io\/(name|namespace))$/;

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Finalizers that the cluster adds by itself. */
const WRITTEN_FINALIZER =
  /^(kubernetes\.io\/(pvc|pv)-protection|kubernetes|service\.kubernetes\.io\/load-balancer-cleanup|customresourcecleanup\.apiextensions\.k8s\.io|batch\.kubernetes\.io\/job-tracking|external-attacher\/.+|external-provisioner\.volume\.kubernetes\.io\/finalizer)$/;

const inside = {
  creationTimestamp: SKIP,
  generation: SKIP,
  managedFields: SKIP,
  resourceVersion: SKIP,
  selfLink: SKIP,
  uid: SKIP,
  generateName: ALLOCATED,
  ownerReferences: { list: ['uid'], allocated: true },
  labels: {
    each: ANY,
    written: (name, value) =>
      WRITTEN_LABEL.test(name) ||
      (name === 'app.kubernetes.io/managed-by' && value === 'Helm'),
  },
  annotations: struct(
    { [LAST_APPLIED]: SKIP },
    { each: ANY, written: name => WRITTEN_ANNOTATION.test(name) },
  ),
  finalizers: { ...SET, written: name => WRITTEN_FINALIZER.test(name) },
} satisfies Record<string, Shape>;

/** Metadata of a template in an object, where a name is a field like any other. */
export const templateMetadata: Shape = struct(inside);

/** Metadata of an object; its name and namespace are which object it is. */
export const metadata: Shape = struct({
  ...inside,
  name: SKIP,
  namespace: SKIP,
});
