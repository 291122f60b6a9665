import type { Router } from 'express';
import { createValidatedRouter } from './http';

/** The HTTP API: every request is held against the OpenAPI document, then routed. */
export function createRouter(routes: Router[]): Router {
  const router = createValidatedRouter();
  for (const route of routes) {
    router.use(route);
  }
  return router;
}
