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
 * @returns an entity ref; undefined when nothing says so
 * @throws AnnotationError when what says so is no name of an entity
 */
export function entityOf(
  versions: readonly (KubernetesObject | null | undefined)[],
  { names, services }: Pick<AdmissionSettings, 'names' | 'services'>,
): string | undefined {
  for (const object of versions) {
    for (const source of names) {
      const [place, key] =
        'label' in source
          ? [object?.metadata.labels, source.label]
          : [object?.metadata.annotations, source.annotation];
      const value = place?.[key]?.trim();
      if (value) {
        // A workload may be called `constructor`.
        return Object.hasOwn(services, value)
          ? services[value]
          : refOf(key, value);
      }
    }
  }
  return undefined;
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
