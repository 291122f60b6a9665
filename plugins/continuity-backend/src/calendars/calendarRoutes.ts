import {
  type CalendarImportRequest,
  type CalendarLintRequest,
  continuityCalendarReadPermission,
  type SimulationRequest,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, canonicalRef } from '../http';
import type { CalendarService } from './CalendarService';
import type { CalendarLintService } from './lint/CalendarLintService';
import type { SimulationService } from './simulation/SimulationService';
import type { CalendarViewService } from './view/CalendarViewService';
import { readViewQuery } from './view/readViewQuery';

/** `/calendars`: all, one, over a period, linted, imported and simulated. */
export function createCalendarRoutes(options: {
  access: Access;
  calendars: CalendarService;
  views: CalendarViewService;
  linter: CalendarLintService;
  simulations: SimulationService;
}): Router {
  const { access, calendars, linter, simulations, views } = options;
  const router = PromiseRouter();

  router.get('/calendars', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    res.json({ items: await calendars.list(caller) });
  });

  router.get('/calendars/view', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    res.json(await views.view(readViewQuery(req), caller));
  });

  router.post('/calendars/lint', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    const body: CalendarLintRequest = req.body;
    res.json({ findings: await linter.lint(body, caller) });
  });

  router.post('/calendars/import', async (req, res) => {
    await access.caller(req, continuityCalendarReadPermission);
    const body: CalendarImportRequest = req.body;
    res.json(await linter.import(body));
  });

  router.post('/calendars/simulation', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    const body: SimulationRequest = req.body;
    res.json(await simulations.simulate(body, caller));
  });

  router.get('/calendars/:kind/:namespace/:name', async (req, res) => {
    const caller = await access.caller(req, continuityCalendarReadPermission);
    const { kind, namespace, name } = req.params;
    const ref = canonicalRef('calendar', `${kind}:${namespace}/${name}`);
    res.json(await calendars.byRef(ref, caller));
  });

  return router;
}
