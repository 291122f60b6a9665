import {
  createValidatedOpenApiRouterFromGeneratedEndpointMap,
  type internal,
} from '@backstage/backend-openapi-utils';
import { openApiDocument } from '@continuity/plugin-continuity-common';
import { json, type Router } from 'express';

/** Largest request body; a batch holds at most 500 reports. */
const BODY_LIMIT = '4mb';

/**
 * A router that answers 400, naming the field, before a request that does not fit the
 * OpenAPI document reaches a route. It serves the document at `/openapi.json`.
 */
export function createValidatedRouter(): Router {
  return createValidatedOpenApiRouterFromGeneratedEndpointMap(
    // The document's server is the plugin's own root, from where the router sees paths.
    asDocument({ ...openApiDocument, servers: [{ url: '/' }] }),
    { middleware: [json({ limit: BODY_LIMIT })] },
  );
}

/** The document is generated from a file that is linted, hence known to be one. */
function asDocument(document: object): internal.RequiredDoc {
  return document as internal.RequiredDoc;
}
