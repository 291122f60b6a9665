import { openApiDocument } from '@continuity/plugin-continuity-common';

/**
 * The OpenAPI document as requests are held against it: the plugin's own root is where
 * paths begin, and query parameters may hold `:` and `/` as they are, because entity refs
 * and instants do.
 */
export function requestDocument(): Parameters<
  typeof import('express-openapi-validator').middleware
>[0]['apiSpec'] &
  object {
  const document = JSON.parse(JSON.stringify(openApiDocument), (_, value) =>
    isQueryParameter(value) ? { ...value, allowReserved: true } : value,
  );
  return { ...document, servers: [{ url: '/' }] };
}

function isQueryParameter(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    'in' in value &&
    value.in === 'query' &&
    'name' in value
  );
}
