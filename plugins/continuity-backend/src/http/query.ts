import type { Request } from 'express';
import { plainText } from './plainText';

/**
 * A query parameter as one line of text. The request fits the OpenAPI document already, so anything
 * but one text means that the parameter was not given.
 */
export function queryText(req: Request, name: string): string | undefined {
  const value: unknown = req.query[name];
  return value === undefined || value === null || typeof value === 'object'
    ? undefined
    : plainText(name, String(value));
}

/** A query parameter as a whole number; the range is the OpenAPI document's. */
export function queryNumber(
  req: Request,
  name: string,
  absent: number,
): number {
  const text = queryText(req, name);
  return text === undefined ? absent : Number(text);
}

/** A query parameter as a flag; absent means false. */
export function queryFlag(req: Request, name: string): boolean {
  return queryText(req, name) === 'true';
}

/** Where a page begins and how long it is; at most 200, by default 50 items. */
export function queryPage(req: Request): { limit: number; cursor?: string } {
  return {
    limit: queryNumber(req, 'limit', 50),
    cursor: queryText(req, 'cursor'),
  };
}
