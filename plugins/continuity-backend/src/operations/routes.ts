import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityOperationsReadPermission,
  continuityOperationsRetryPermission,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { FollowedFeedsStatus } from '../feeds/follow';
import { type Access, audited, queryNumber, queryText } from '../http';
import type { LedgerFollowers } from '../ledger';

/** `/operations`: how the service itself does, for those who run it. */
export function createOperationsRoutes(options: {
  access: Access;
  auditor: AuditorService;
  followers: LedgerFollowers;
  feeds: FollowedFeedsStatus;
}): Router {
  const { access, auditor, followers, feeds } = options;
  const router = PromiseRouter();

  router.get('/operations/followers', async (req, res) => {
    await access.caller(req, continuityOperationsReadPermission);
    res.json(await followers.list());
  });

  router.get('/operations/set-aside', async (req, res) => {
    await access.caller(req, continuityOperationsReadPermission);
    res.json(
      await followers.setAside(
        queryText(req, 'follower'),
        queryNumber(req, 'limit', 50),
      ),
    );
  });

  router.post(
    '/operations/set-aside/:follower/:index/retry',
    async (req, res) => {
      const caller = await access.caller(
        req,
        continuityOperationsRetryPermission,
      );
      const { follower } = req.params;
      const index = Number(req.params.index);
      const outcome = await audited(
        auditor,
        {
          eventId: 'ledger-entry-retry',
          request: req,
          meta: { follower, index },
        },
        async () => {
          const result = await followers.retry(follower, index, caller.ref);
          return { result, meta: { outcome: result.outcome } };
        },
      );
      res.json(outcome);
    },
  );

  router.get('/operations/feeds', async (req, res) => {
    await access.caller(req, continuityOperationsReadPermission);
    res.json({ items: await feeds.list() });
  });

  return router;
}
