import { InputError } from '@backstage/errors';
import { json, type ErrorRequestHandler, type Router } from 'express';
import { middleware as validation } from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { describeInvalidRequest } from './describeInvalidRequest';
import { requestDocument } from './requestDocument';

/** Largest request body; a batch holds at most 500 reports. */
const BODY_LIMIT = '4mb';

const refuseInvalid: ErrorRequestHandler = (error, _req, _res, next) => {
  const problem = describeInvalidRequest(error);
  next(problem === undefined ? error : new InputError(problem));
};

/**
 * A router that answers 400, naming the field, before a request that does not fit the
 * OpenAPI document reaches a route. It serves the document at `/openapi.json`.
 *
 * It does what `createValidatedOpenApiRouter` of `@backstage/backend-openapi-utils` does,
 * which however does not tell the names of fields that are too many.
 */
export function createValidatedRouter(): Router {
  const router = PromiseRouter();
  const document = requestDocument();
  router.use(json({ limit: BODY_LIMIT }));
  router.get('/openapi.json', (_req, res) => {
    res.json(document);
  });
  router.use(
    validation({
      apiSpec: document,
      // The router sees paths from where it is mounted.
      useRequestUrl: true,
      // What the document does not know ends as a plain 404.
      ignoreUndocumented: true,
      validateRequests: { allowUnknownQueryParameters: false },
      // Who asks is a matter of each route.
      validateSecurity: false,
      validateResponses: false,
    }),
  );
  router.use(refuseInvalid);
  return router;
}
