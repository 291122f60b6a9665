import type { AdmissionRequest, KubernetesObject } from './AdmissionReview';
import type { AdmissionSettings } from './admissionSettings';
import { isJudgedKind } from './podTemplates';

/** Kubernetes' controllers, and the kind of owner that each creates objects for. */
const CONTROLLERS: Readonly<Record<string, string>> = {
  'deployment-controller': 'Deployment',
  'replicaset-controller': 'ReplicaSet',
  'statefulset-controller': 'StatefulSet',
  'daemon-set-controller': 'DaemonSet',
  'job-controller': 'Job',
  'cronjob-controller': 'CronJob',
};
const PREFIX = 'system:serviceaccount:kube-system:';
/** All of them at once, in clusters whose controllers have no accounts of their own. */
const MANAGER = 'system:kube-controller-manager';

/** The names under which Kubernetes' own controllers send requests. */
export const CONTROLLER_USERS: readonly string[] = [
  ...Object.keys(CONTROLLERS).map(name => `${PREFIX}${name}`),
  MANAGER,
];

/**
 * The owner that an object was judged with, e.g. the Deployment of a ReplicaSet. A pod
 * that is started anew on another node must come up whatever is frozen by then.
 *
 * Anybody may write an `ownerReferences`; it counts only when the controller of that
 * owner's kind sent the request.
 *
 * @returns e.g. `Deployment/payments-api`; undefined: it is judged by itself
 */
export function judgedOwnerOf(
  object: KubernetesObject,
  { userInfo }: Pick<AdmissionRequest, 'userInfo'>,
  { controllers }: Pick<AdmissionSettings, 'controllers'>,
): string | undefined {
  const owner = object.metadata.ownerReferences?.find(
    ({ controller }) => controller === true,
  );
  if (!owner || !isJudgedKind(owner.apiVersion, owner.kind)) {
    return undefined;
  }
  const user = userInfo.username ?? '';
  const isTheController =
    user === MANAGER ||
    (user.startsWith(PREFIX) &&
      CONTROLLERS[user.slice(PREFIX.length)] === owner.kind) ||
    controllers.some(
      other => other.user === user && other.owners.includes(owner.kind),
    );
  return isTheController ? `${owner.kind}/${owner.name}` : undefined;
}
