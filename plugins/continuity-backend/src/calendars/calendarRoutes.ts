import { continuityCalendarReadPermission } from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Access } from '../http';
import type { CalendarListService } from './CalendarListService';
import type { CalendarViewService } from './view/CalendarViewService';
import { readViewQuery } from './view/readViewQuery';

/** `GET /calendars` and their view over a period. */
export function createCalendarRoutes(options: {
  access: Access;
  calendars: CalendarListService;
  views: CalendarViewService;
}): Router {
  const { access, calendars, views } = options;
  const router = PromiseRouter();

  router.get('/calendars', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    res.json({ items: await calendars.list(caller) });
  });

  router.get('/calendars/view', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    res.json(await views.view(readViewQuery(req), caller));
  });

  return router;
}
