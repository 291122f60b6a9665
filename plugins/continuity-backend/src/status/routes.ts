import { continuityStatusReadPermission } from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Access } from '../http';
import type { StatusService } from './StatusService';

/** `GET /status`. */
export function createStatusRoutes(options: {
  access: Access;
  service: StatusService;
}): Router {
  const { access, service } = options;
  const router = PromiseRouter();
  router.get('/status', async (req, res) => {
    await access.caller(req, continuityStatusReadPermission);
    res.json(await service.status());
  });
  return router;
}
