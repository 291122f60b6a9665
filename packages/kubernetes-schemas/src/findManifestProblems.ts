import * as admission from 'kubernetes-models/admissionregistration.k8s.io/v1';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as rbac from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import * as core from 'kubernetes-models/v1';

const GROUPS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  v1: core,
  'admissionregistration.k8s.io/v1': admission,
  'apps/v1': apps,
  'autoscaling/v2': autoscaling,
  'batch/v1': batch,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
  'rbac.authorization.k8s.io/v1': rbac,
};

/**
 * What is wrong with a manifest by the schemas of Kubernetes' OpenAPI document, as
 * `kubernetes-models` ships them: values of the wrong type, and required fields that are
 * missing. A field that a schema does not list is not found.
 *
 * @param manifest - one document, e.g. a Deployment, as parsed from YAML
 * @returns one line a problem; empty: there is none
 * @throws Error when there is no schema of its apiVersion and kind: that is no pass
 */
export function findManifestProblems(manifest: unknown): string[] {
  const { apiVersion, kind } = typeOf(manifest);
  const Model = GROUPS[apiVersion]?.[kind];
  if (!isModel(Model)) {
    throw new Error(`there is no schema of ${apiVersion} ${kind}`);
  }
  try {
    new Model(manifest).validate();
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.split('\n').map(line => `${kind}: ${line}`);
  }
}

type ModelClass = new (data: unknown) => { validate(): void };

function isModel(value: unknown): value is ModelClass {
  return typeof value === 'function';
}

function typeOf(manifest: unknown): { apiVersion: string; kind: string } {
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'apiVersion' in manifest &&
    'kind' in manifest &&
    typeof manifest.apiVersion === 'string' &&
    typeof manifest.kind === 'string'
  ) {
    return { apiVersion: manifest.apiVersion, kind: manifest.kind };
  }
  throw new Error('is not a manifest; expected apiVersion and kind');
}
