import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityChangeAdministerPermission,
  continuityChangeReadPermission,
  continuityChangeUpdatePermission,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  type Access,
  audited,
  canonicalRef,
  queryFlag,
  queryPage,
  queryText,
} from '../../http';
import type { UnauthorisedDesk } from './UnauthorisedDesk';

/** `/changes/unauthorised`, and answering for one of them. */
export function createUnauthorisedRoutes({
  access,
  auditor,
  desk,
}: {
  access: Access;
  auditor: AuditorService;
  desk: UnauthorisedDesk;
}): Router {
  const router = PromiseRouter();

  router.get('/changes/unauthorised', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const entity = queryText(req, 'entity');
    res.json(
      await desk.list(
        {
          ...(entity !== undefined && {
            entityRef: canonicalRef('entity', entity),
          }),
          open: queryFlag(req, 'open'),
        },
        queryPage(req),
        caller,
      ),
    );
  });

  router.post('/changes/unauthorised/:id/resolution', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeUpdatePermission,
      continuityChangeAdministerPermission,
    );
    const id = req.params.id.toLocaleLowerCase('en-US');
    const { reason }: { reason: string } = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'unauthorised-resolve', request: req, meta: { id } },
        async () => ({ result: await desk.resolve(id, reason, caller) }),
      ),
    );
  });

  return router;
}
