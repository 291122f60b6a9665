import type { AuditorService } from '@backstage/backend-plugin-api';
import type { RowState } from '@continuity/engine';
import {
  continuityScorecardApprovePermission,
  continuityScorecardExemptPermission,
  continuityScorecardReadPermission,
  type ScorecardExemptionDecision,
  type ScorecardExemptionRequest,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  plainText,
  queryNumber,
  queryPage,
  queryText,
  type Access,
} from '../http';
import type { ExemptionDesk } from './ExemptionDesk';
import type { ExemptionFilter } from './ExemptionStore';
import { RESULT_SORTS } from './resultOrder';
import type { ResultQuestion, ScorecardReader } from './ScorecardReader';

const STATES: readonly RowState[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
];
const GROUPINGS = ['owner', 'system', 'tier'] as const;
const EXEMPTION_STATES = [
  'requested',
  'in-force',
  'refused',
  'revoked',
  'expired',
] as const;
const ENTITY = '/entities/:kind/:namespace/:name/scorecards';

/** `/scorecards`, what they say of an entity, and `/scorecard-exemptions`. */
export function createScorecardRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: ScorecardReader;
  exemptions: ExemptionDesk;
}): Router {
  const { access, auditor, reader, exemptions } = options;
  const router = PromiseRouter();
  const callerOf = (req: Request) =>
    access.caller(req, continuityScorecardReadPermission);

  router.get('/scorecards', async (req, res) => {
    const caller = await callerOf(req);
    const [exempt, approve] = await Promise.all([
      access.may(caller, continuityScorecardExemptPermission),
      access.may(caller, continuityScorecardApprovePermission),
    ]);
    res.json({
      ...(await reader.scorecards()),
      may: { exempt, approve },
    });
  });

  router.get('/scorecards/:scorecard/results', async (req, res) => {
    const caller = await callerOf(req);
    res.json(
      await reader.results(
        req.params.scorecard,
        readQuestion(req),
        oneOf(queryText(req, 'sort'), RESULT_SORTS) ?? 'risk',
        { ...queryPage(req), limit: queryNumber(req, 'limit', 100) },
        caller,
      ),
    );
  });

  router.get('/scorecards/:scorecard/results.csv', async (req, res) => {
    const caller = await callerOf(req);
    const { scorecard } = req.params;
    const csv = await reader.csv(
      scorecard,
      readQuestion(req),
      oneOf(queryText(req, 'sort'), RESULT_SORTS) ?? 'risk',
      caller,
    );
    res.type('text/csv; charset=utf-8').attachment('scorecard.csv').send(csv);
  });

  router.get('/scorecards/:scorecard/summary', async (req, res) => {
    const caller = await callerOf(req);
    res.json(
      await reader.summary(
        req.params.scorecard,
        oneOf(queryText(req, 'by'), GROUPINGS) ?? 'owner',
        readQuestion(req),
        caller,
      ),
    );
  });

  router.get('/scorecards/:scorecard/trend', async (req, res) => {
    await callerOf(req);
    res.json({
      items: await reader.trend(
        req.params.scorecard,
        queryNumber(req, 'days', 90),
      ),
    });
  });

  router.get(ENTITY, async (req, res) => {
    const entityRef = entityRefOf(req);
    res.json({
      entityRef,
      items: await reader.ofEntity(entityRef, await callerOf(req)),
    });
  });

  router.get(`${ENTITY}/:scorecard/history`, async (req, res) => {
    res.json(
      await reader.history(
        entityRefOf(req),
        req.params.scorecard,
        queryPage(req),
        await callerOf(req),
      ),
    );
  });

  router.get('/scorecard-exemptions', async (req, res) => {
    res.json(
      await exemptions.list(
        readExemptionFilter(req),
        queryPage(req),
        await callerOf(req),
      ),
    );
  });

  router.get('/scorecard-exemptions/:id', async (req, res) => {
    res.json(await exemptions.byId(req.params.id, await callerOf(req)));
  });

  router.post('/scorecard-exemptions', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityScorecardExemptPermission,
    );
    const body: ScorecardExemptionRequest = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'scorecard-exemption-request',
        request: req,
        meta: { scorecard: body.scorecard, check: body.check },
      },
      async () => {
        const result = await exemptions.request(body, caller);
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.post('/scorecard-exemptions/:id/decision', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityScorecardApprovePermission,
    );
    const { id } = req.params;
    const body: ScorecardExemptionDecision = req.body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'scorecard-exemption-decide',
          request: req,
          meta: { id, decision: body.decision },
        },
        async () => ({ result: await exemptions.decide(id, body, caller) }),
      ),
    );
  });

  router.post('/scorecard-exemptions/:id/revocation', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityScorecardExemptPermission,
      continuityScorecardApprovePermission,
    );
    const { id } = req.params;
    const { reason }: { reason: string } = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'scorecard-exemption-revoke', request: req, meta: { id } },
        async () => ({ result: await exemptions.revoke(id, reason, caller) }),
      ),
    );
  });

  return router;
}

function entityRefOf({ params }: Request): string {
  return canonicalRef(
    'path',
    `${params.kind}:${params.namespace}/${params.name}`,
  );
}

function readQuestion(req: Request): ResultQuestion {
  const refs = (name: string) =>
    queryTexts(req, name)?.map(ref =>
      ref === 'none' ? '' : canonicalRef(name, ref),
    );
  const owners = refs('owner');
  const systems = refs('system');
  const tiers = queryTexts(req, 'tier');
  const levels = queryTexts(req, 'level');
  const states = queryTexts(req, 'state')?.flatMap(
    state => oneOf(state, STATES) ?? [],
  );
  const check = queryText(req, 'check');
  const exempt = queryText(req, 'exempt');
  const text = queryText(req, 'text');
  return {
    ...(owners && { owners }),
    ...(systems && { systems }),
    ...(tiers && { tiers }),
    ...(levels && { levels }),
    ...(states && { states }),
    ...(check !== undefined && { check }),
    ...(exempt !== undefined && { exempt: exempt === 'true' }),
    ...(text !== undefined && { text }),
  };
}

function readExemptionFilter(req: Request): ExemptionFilter {
  const entity = queryText(req, 'entity');
  const scorecard = queryText(req, 'scorecard');
  const check = queryText(req, 'check');
  const state = oneOf(queryText(req, 'state'), EXEMPTION_STATES);
  return {
    ...(entity !== undefined && { entityRef: canonicalRef('entity', entity) }),
    ...(scorecard !== undefined && { scorecard }),
    ...(check !== undefined && { check }),
    ...(state && { state }),
  };
}

/** A parameter that may be given several times. Absent: it was not. */
function queryTexts(req: Request, name: string): string[] | undefined {
  const value: unknown = req.query[name];
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? value : [value];
  return list.map(one => plainText(name, String(one)));
}

/** The OpenAPI document has refused everything else already. */
function oneOf<T extends string>(
  text: string | undefined,
  values: readonly T[],
): T | undefined {
  return values.find(value => value === text);
}
