import { InputError } from '@backstage/errors';
import { isBag } from './manifestYaml';

/** Which object is meant. */
export interface WantedObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** As a scan writes it. */
  readonly text: string;
}

/**
 * The object that a scan calls `apps/Deployment shop/payments-api`.
 *
 * @throws InputError when it is written otherwise
 */
export function readObject(text: string): WantedObject {
  const found =
    /^(?:(?<group>[^\s/]+)\/)?(?<kind>[^\s/]+) (?:(?<namespace>[^\s/]+)\/)?(?<name>[^\s/]+)$/.exec(
      text.trim(),
    )?.groups;
  if (!found) {
    throw new InputError(
      `object: ${JSON.stringify(
        text,
      )} is none; expected it as the scan names it, e.g. "apps/Deployment shop/payments-api" or "ConfigMap shop/rates"`,
    );
  }
  const { group = '', kind, namespace, name } = found;
  return {
    group,
    kind,
    name,
    ...(namespace && { namespace }),
    text: text.trim(),
  };
}

/**
 * Whether a manifest is that of the object. One that names no namespace is deployed to the
 * one that it is applied with, which Git does not know.
 */
export function isObject(value: unknown, wanted: WantedObject): boolean {
  if (!isBag(value) || !isBag(value.metadata)) return false;
  const { apiVersion, kind, metadata } = value;
  const group =
    typeof apiVersion === 'string' && apiVersion.includes('/')
      ? apiVersion.split('/')[0]
      : '';
  return (
    kind === wanted.kind &&
    metadata.name === wanted.name &&
    (group === wanted.group || group === 'extensions') &&
    (metadata.namespace === undefined ||
      metadata.namespace === wanted.namespace)
  );
}
