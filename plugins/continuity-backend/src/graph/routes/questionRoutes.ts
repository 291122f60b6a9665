import {
  continuityGraphReadPermission,
  type CutSetsRequest,
  type GraphDirection,
  type ImpactRequest,
  type PointsOfFailureRequest,
  type WavesRequest,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, queryNumber, queryPage } from '../../http';
import type { CutSetsService } from '../cutsets/CutSetsService';
import type { GraphStatusService } from '../GraphStatusService';
import type { ImpactService } from '../impact/ImpactService';
import { readImpactRequest } from '../impact/readImpactRequest';
import type { NeighbourhoodService } from '../neighbourhood/NeighbourhoodService';
import type { PointsService } from '../points/PointsService';
import { readNodeFilter } from '../view/filterNodes';
import type { WavesService } from '../waves/WavesService';
import { entityRefOf, optional } from './request';

/** What fails with what, and in which order: `/graph/...` and `/entities/.../dependencies`. */
export function createGraphQuestionRoutes(options: {
  access: Access;
  status: GraphStatusService;
  impact: ImpactService;
  neighbourhood: NeighbourhoodService;
  points: PointsService;
  cutSets: CutSetsService;
  waves: WavesService;
}): Router {
  const { access, status, impact, neighbourhood, points, cutSets, waves } =
    options;
  const router = PromiseRouter();
  const reader = (req: Request) =>
    access.caller(req, continuityGraphReadPermission);

  router.get('/graph/status', async (req, res) => {
    res.json(await status.status(await reader(req)));
  });

  router.post('/graph/impact', async (req, res) => {
    const caller = await reader(req);
    const request: ImpactRequest = req.body;
    res.json(await impact.impact(readImpactRequest(request), caller));
  });

  router.post('/graph/impact.csv', async (req, res) => {
    const caller = await reader(req);
    const request: ImpactRequest = req.body;
    const csv = await impact.csv(readImpactRequest(request), caller);
    res.type('text/csv; charset=utf-8').attachment('impact.csv').send(csv);
  });

  router.post('/graph/points-of-failure', async (req, res) => {
    const caller = await reader(req);
    const request: PointsOfFailureRequest = req.body;
    res.json(await points.find(request, caller));
  });

  router.post('/graph/points-of-failure.csv', async (req, res) => {
    const caller = await reader(req);
    const request: PointsOfFailureRequest = req.body;
    const csv = await points.csv(request, caller);
    res
      .type('text/csv; charset=utf-8')
      .attachment('points-of-failure.csv')
      .send(csv);
  });

  router.post('/graph/cut-sets', async (req, res) => {
    const caller = await reader(req);
    const request: CutSetsRequest = req.body;
    res.json(await cutSets.find(request, caller));
  });

  router.post('/graph/waves', async (req, res) => {
    const caller = await reader(req);
    const request: WavesRequest = req.body;
    res.json(await waves.plan(request, caller));
  });

  router.get(
    '/entities/:kind/:namespace/:name/dependencies',
    async (req, res) => {
      res.json(await neighbourhood.around(entityRefOf(req), await reader(req)));
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/dependencies/:direction',
    async (req, res) => {
      const caller = await reader(req);
      const direction: GraphDirection =
        req.params.direction === 'dependants' ? 'dependants' : 'dependencies';
      const maxHops = queryNumber(req, 'maxHops', 0);
      res.json(
        await neighbourhood.list(
          entityRefOf(req),
          {
            direction,
            ...(maxHops > 0 && { maxHops }),
            filter: readNodeFilter({
              ...optional(req, 'owner'),
              ...optional(req, 'tier'),
              ...optional(req, 'kind'),
              ...optional(req, 'text'),
            }),
            page: queryPage(req),
          },
          caller,
        ),
      );
    },
  );

  return router;
}
