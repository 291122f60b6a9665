import { continuityEntityReadPermission } from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, canonicalRef, readPeriod } from '../http';
import type { EntityService } from './EntityService';

/** `GET /entities/{kind}/{namespace}/{name}` and its `/windows`. */
export function createEntityRoutes(options: {
  access: Access;
  service: EntityService;
}): Router {
  const { access, service } = options;
  const router = PromiseRouter();

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const caller = await access.caller(req, continuityEntityReadPermission);
    res.json(await service.continuity(entityRefOf(req), caller));
  });

  router.get('/entities/:kind/:namespace/:name/windows', async (req, res) => {
    const caller = await access.caller(req, continuityEntityReadPermission);
    const period = readPeriod({
      from: String(req.query.from),
      to: String(req.query.to),
    });
    res.json(await service.windows(entityRefOf(req), period, caller));
  });

  return router;
}

function entityRefOf(req: Request): string {
  const { kind, namespace, name } = req.params;
  return canonicalRef('entity', `${kind}:${namespace}/${name}`);
}
