import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityChangeReadPermission,
  continuityOperationsReadPermission,
  continuityOperationsRetryPermission,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, audited } from '../http';
import type { ConnectorReader } from './ConnectorReader';

/** What changes are in other systems, and `/operations/connectors` for those who run it. */
export function createConnectorRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: ConnectorReader;
}): Router {
  const { access, auditor, reader } = options;
  const router = PromiseRouter();

  router.get('/changes/:id/records', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const id = req.params.id.toLocaleLowerCase('en-US');
    res.json({ items: await reader.records(id, caller) });
  });

  router.get('/operations/connectors', async (req, res) => {
    await access.caller(req, continuityOperationsReadPermission);
    res.json({ items: await reader.list() });
  });

  router.post(
    '/operations/connectors/:connector/queue/:change/retry',
    async (req, res) => {
      const caller = await access.caller(
        req,
        continuityOperationsRetryPermission,
      );
      const { connector } = req.params;
      const change = req.params.change.toLocaleLowerCase('en-US');
      const outcome = await audited(
        auditor,
        {
          eventId: 'connector-push-retry',
          request: req,
          meta: { connector, change },
        },
        async () => {
          const result = await reader.retry(connector, change, caller.ref);
          return { result, meta: { outcome: result.outcome } };
        },
      );
      res.json(outcome);
    },
  );

  return router;
}
