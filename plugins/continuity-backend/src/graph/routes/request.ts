import type { Request } from 'express';
import { canonicalRef, queryText } from '../../http';

/** The entity that the path names. */
export function entityRefOf(req: Request): string {
  const { kind, namespace, name } = req.params;
  return canonicalRef('entity', `${kind}:${namespace}/${name}`);
}

/** A query parameter, to be spread: one that is absent leaves nothing. */
export function optional<Name extends 'owner' | 'tier' | 'kind' | 'text'>(
  req: Request,
  name: Name,
): { [K in Name]?: string } {
  const text = queryText(req, name);
  const given: { [K in Name]?: string } = {};
  if (text !== undefined) {
    given[name] = text;
  }
  return given;
}
