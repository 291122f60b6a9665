import { continuityLedgerReadPermission } from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { queryNumber, type Access } from '../http';
import type { LedgerService } from './LedgerService';

/** `GET /ledger/checkpoint`, `/ledger/entries` and `/ledger/verification`. */
export function createLedgerRoutes(options: {
  access: Access;
  service: LedgerService;
}): Router {
  const { access, service } = options;
  const router = PromiseRouter();

  router.get('/ledger/checkpoint', async (req, res) => {
    await access.caller(req, continuityLedgerReadPermission);
    res.json(await service.checkpoint());
  });

  router.get('/ledger/entries', async (req, res) => {
    await access.caller(req, continuityLedgerReadPermission);
    res.json(
      await service.entries(
        queryNumber(req, 'from', 0),
        queryNumber(req, 'limit', 500),
      ),
    );
  });

  router.get('/ledger/verification', async (req, res) => {
    await access.caller(req, continuityLedgerReadPermission);
    res.json(await service.verify());
  });

  return router;
}
