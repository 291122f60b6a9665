import { continuityFleetReadPermission } from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Access } from '../http';
import { readFleetQuery } from './fleetQuery';
import type { FleetService } from './FleetService';

/** `GET /fleet`. */
export function createFleetRoutes(options: {
  access: Access;
  service: FleetService;
}): Router {
  const { access, service } = options;
  const router = PromiseRouter();
  router.get('/fleet', async (req, res) => {
    const caller = await access.caller(req, continuityFleetReadPermission);
    res.json(await service.fleet(readFleetQuery(req.query), caller));
  });
  return router;
}
