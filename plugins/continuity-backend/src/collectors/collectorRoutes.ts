import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityOperationsReadPermission,
  continuityOperationsRetryPermission,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited, type Access } from '../http';
import type { CollectorReader } from './CollectorReader';

/** `/operations/collectors`, for those who run the service. */
export function createCollectorRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: CollectorReader;
}): Router {
  const { access, auditor, reader } = options;
  const router = PromiseRouter();

  router.get('/operations/collectors', async (req, res) => {
    await access.caller(req, continuityOperationsReadPermission);
    res.json({ items: await reader.list() });
  });

  router.post('/operations/collectors/:collector/run', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityOperationsRetryPermission,
    );
    const { collector } = req.params;
    const answer = await audited(
      auditor,
      { eventId: 'collector-run', request: req, meta: { collector } },
      async () => ({
        result: await reader.request(collector, caller.ref),
        meta: {},
      }),
    );
    res.status(202).json(answer);
  });

  return router;
}
