import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityCalendarReadPermission,
  continuityWindowAdministerPermission,
  continuityWindowCreatePermission,
  continuityWindowDeletePermission,
  continuityWindowUpdatePermission,
  type PortalWindowChange,
  type PortalWindowCreation,
  type PortalWindowRemoval,
  type WindowDraft,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, audited, plainText, queryPage, queryText } from '../http';
import type { PortalWindowService } from './PortalWindowService';
import type { WindowPreviewService } from './preview/WindowPreviewService';

/** `/windows`, one of them, its history and its removal, and what one would mean. */
export function createWindowRoutes(options: {
  access: Access;
  auditor: AuditorService;
  service: PortalWindowService;
  previews: WindowPreviewService;
}): Router {
  const { access, auditor, previews, service } = options;
  const router = PromiseRouter();

  router.get('/windows', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    const owner = queryText(req, 'owner');
    res.json(
      await service.list(
        { ...(owner !== undefined && { owner }) },
        queryPage(req),
        caller,
      ),
    );
  });

  router.post('/windows', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityWindowCreatePermission,
      continuityWindowAdministerPermission,
    );
    const { owner, timezone, window, comment, confirm }: PortalWindowCreation =
      req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'window-create',
        request: req,
        // It is not checked yet, and may be of any length.
        meta: { owner, window: String(window.id).slice(0, 100) },
      },
      async () => {
        const result = await service.create(
          {
            owner: plainText('owner', owner),
            timezone: plainText('timezone', timezone),
            window,
            comment,
            confirm: confirm ?? false,
          },
          caller,
        );
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.post('/windows/preview', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    const draft: WindowDraft = req.body;
    res.json(await previews.preview(draft, caller));
  });

  router.get('/windows/:id', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    res.json(await service.byId(idOf(req), caller));
  });

  router.put('/windows/:id', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityWindowUpdatePermission,
      continuityWindowAdministerPermission,
    );
    const id = idOf(req);
    const { revision, timezone, window, comment, confirm }: PortalWindowChange =
      req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'window-update', request: req, meta: { id, revision } },
        async () => {
          const result = await service.change(
            id,
            {
              revision,
              timezone: plainText('timezone', timezone),
              window,
              comment,
              confirm: confirm ?? false,
            },
            caller,
          );
          return { result, meta: { revision: result.revision } };
        },
      ),
    );
  });

  router.get('/windows/:id/history', async (req, res) => {
    await access.caller(req, continuityCalendarReadPermission);
    res.json({ items: await service.history(idOf(req)) });
  });

  router.post('/windows/:id/removal', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityWindowDeletePermission,
      continuityWindowAdministerPermission,
    );
    const id = idOf(req);
    const { revision, comment, confirm }: PortalWindowRemoval = req.body;
    await audited(
      auditor,
      { eventId: 'window-delete', request: req, meta: { id, revision } },
      async () => {
        const input = { revision, comment, confirm: confirm ?? false };
        return { result: await service.remove(id, input, caller) };
      },
    );
    res.status(204).end();
  });

  return router;
}

function idOf(req: Request): string {
  return req.params.id.toLocaleLowerCase('en-US');
}
