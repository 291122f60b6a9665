import { minimatch } from 'minimatch';
import type { ReleaseClass } from '@continuity/plugin-continuity-common';
import { readEntityRef } from '../readEntityRef';
import type { KubernetesObject } from './AdmissionReview';
import type { AdmissionSettings } from './admissionSettings';

/** What a workload may say in its own annotations about the release it is part of. */
export const CHANGE = 'continuity.dev/change';
export const CLASS = 'continuity.dev/class';
export const OPERATION = 'continuity.dev/operation';

const CLASSES = [
  'standard',
  'major',
  'emergency',
] as const satisfies readonly ReleaseClass[];

/** Where a namespace is, in the words of the catalog. */
export interface Place {
  environment: string;
  region?: string;
}

/** With what Backstage finds the workloads of a service: an id that its annotation has, too. */
const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** The service that a workload says it belongs to. */
export interface NamedService {
  entity: string;
  /** Not while nobody knows which services have which id. */
  isCertain: boolean;
}

/** What a workload says about its release. */
export interface Release {
  class?: ReleaseClass;
  operation?: 'rollback';
  change?: string;
}

/** An annotation that cannot be read; the message names it and what is expected. */
export class AnnotationError extends Error {
  override readonly name = 'AnnotationError';
}

/** Whether a name is one of some names and patterns. */
export function matchesAny(text: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern =>
    minimatch(text, pattern, { nocomment: true, nonegate: true, dot: true }),
  );
}

/** @returns undefined when no line of the settings is for the namespace */
export function placeOf(
  namespace: string,
  settings: Pick<AdmissionSettings, 'namespaces' | 'region'>,
): Place | undefined {
  const rule = settings.namespaces.find(({ match }) =>
    matchesAny(namespace, [match]),
  );
  if (!rule) return undefined;
  const region = rule.region ?? settings.region;
  return { environment: rule.environment, ...(region && { region }) };
}

/**
 * The service that a workload belongs to. The version before counts when the new one
 * does not say any more: leaving a label out is no way past the gate.
 *
 * @param havingId - the services with an id of `backstage.io/kubernetes-id`. Undefined: not known
 * @returns undefined when nothing says so
 * @throws AnnotationError when what says so is no name of an entity
 */
export function entityOf(
  versions: readonly (KubernetesObject | null | undefined)[],
  { names, services }: Pick<AdmissionSettings, 'names' | 'services'>,
  havingId: (id: string) => readonly string[] | undefined,
): NamedService | undefined {
  for (const object of versions) {
    for (const source of names) {
      const [place, key] =
        'label' in source
          ? [object?.metadata.labels, source.label]
          : [object?.metadata.annotations, source.annotation];
      const value = place?.[key]?.trim();
      if (value) {
        // A workload may be called `constructor`.
        if (Object.hasOwn(services, value)) {
          return { entity: services[value], isCertain: true };
        }
        return key === KUBERNETES_ID && !value.includes(':')
          ? serviceOfId(value, havingId(value))
          : { entity: refOf(key, value), isCertain: true };
      }
    }
  }
  return undefined;
}

/** An id that no service has is taken for a name, as it is by whoever labels by name. */
function serviceOfId(
  id: string,
  having: readonly string[] | undefined,
): NamedService {
  const [entity = refOf(KUBERNETES_ID, id), another] = having ?? [];
  if (another !== undefined) {
    throw new AnnotationError(
      `${KUBERNETES_ID}: "${id}" is the id of ${entity} and of ${another}; expected one service. Next: label it with app.kubernetes.io/name and leave the id out, or have whoever runs the Continuity webhook map it under services.`,
    );
  }
  return { entity, isCertain: having !== undefined };
}

function refOf(key: string, value: string): string {
  const ref = value.includes(':') ? value : `component:default/${value}`;
  try {
    return readEntityRef(key, ref);
  } catch {
    throw new AnnotationError(
      `${key}: "${value}" is not the name of a service in the catalog, e.g. payments-api, nor a ref such as component:default/payments-api`,
    );
  }
}

/** @throws AnnotationError */
export function releaseOf({ metadata }: KubernetesObject): Release {
  const said = (key: string) => metadata.annotations?.[key]?.trim();
  const change = said(CHANGE);
  if (change !== undefined && (change === '' || change.length > 200)) {
    throw new AnnotationError(
      `${CHANGE}: has ${change.length} characters; expected the reference of a change request, of 1 to 200`,
    );
  }
  const className = said(CLASS);
  const releaseClass = CLASSES.find(known => known === className);
  if (className !== undefined && !releaseClass) {
    throw new AnnotationError(
      `${CLASS}: "${className}" is not one of ${CLASSES.join(', ')}`,
    );
  }
  const operation = said(OPERATION);
  if (
    operation !== undefined &&
    operation !== 'deploy' &&
    operation !== 'rollback'
  ) {
    throw new AnnotationError(
      `${OPERATION}: "${operation}" is not deploy or rollback`,
    );
  }
  return {
    ...(releaseClass && { class: releaseClass }),
    ...(operation === 'rollback' && { operation }),
    ...(change !== undefined && { change }),
  };
}
