import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityGateReadPermission,
  continuityGateRotateKeyPermission,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited, type Access } from '../http';
import type { SigningKeys } from './SigningKeys';

/** `GET /gate/signing-keys`, and `POST` for a new one. */
export function createSigningRoutes(options: {
  access: Access;
  auditor: AuditorService;
  keys: SigningKeys;
}): Router {
  const { access, auditor, keys } = options;
  const router = PromiseRouter();

  router.get('/gate/signing-keys', async (req, res) => {
    await access.caller(req, continuityGateReadPermission);
    res.json({ items: await keys.list() });
  });

  router.post('/gate/signing-keys', async (req, res) => {
    const caller = await access.caller(req, continuityGateRotateKeyPermission);
    const items = await audited(
      auditor,
      { eventId: 'gate-rotate-signing-key', request: req },
      async () => {
        const result = await keys.rotate(caller.ref);
        return { result, meta: { keyId: result[0]?.keyId ?? null } };
      },
    );
    res.status(201).json({ items });
  });

  return router;
}
