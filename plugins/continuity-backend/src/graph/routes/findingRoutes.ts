import type { AuditorService } from '@backstage/backend-plugin-api';
import { FINDING_SEVERITIES } from '@continuity/engine';
import {
  continuityGraphApprovePermission,
  continuityGraphExemptPermission,
  continuityGraphReadPermission,
  continuitySaasDecidePermission,
  type GraphExemptionDecision,
  type GraphExemptionRequest,
  type GraphFindingKind,
  type SaasDecisionRequest,
  type SaasPlanning,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  type Access,
  audited,
  canonicalRef,
  queryFlag,
  queryPage,
  queryText,
} from '../../http';
import type { ExemptionService } from '../findings/ExemptionService';
import type { FindingFilter } from '../findings/FindingSelection';
import type { FindingsService } from '../findings/FindingsService';
import type { SaasService } from '../saas/SaasService';
import { readNodeFilter, readOwner } from '../view/filterNodes';
import { entityRefOf, optional } from './request';

const PLANNINGS: readonly SaasPlanning[] = ['yes', 'no', 'unknown'];
const EXEMPTED = ['no', 'requested', 'yes'] as const;
const KINDS: readonly GraphFindingKind[] = [
  'rto-inversion',
  'rpo-inversion',
  'tier-inversion',
  'recovery-exceeds-rto',
  'availability-below-target',
  'availability-unknown',
  'cycle',
  'self-dependency',
  'unknown-reference',
  'group-too-small',
  'single-point-of-failure',
  'undocumented-dependency',
  'unseen-dependency',
];

/** `/graph/findings`, their exemptions, and `/saas`. */
export function createGraphFindingRoutes(options: {
  access: Access;
  auditor: AuditorService;
  findings: FindingsService;
  exemptions: ExemptionService;
  saas: SaasService;
}): Router {
  const { access, auditor, findings, exemptions, saas } = options;
  const router = PromiseRouter();
  const reader = (req: Request) =>
    access.caller(req, continuityGraphReadPermission);

  router.get('/graph/findings', async (req, res) => {
    const caller = await reader(req);
    res.json(
      await findings.list(readFindingFilter(req), queryPage(req), caller),
    );
  });

  router.get('/graph/findings.csv', async (req, res) => {
    const caller = await reader(req);
    const csv = await findings.csv(readFindingFilter(req), caller);
    res.type('text/csv; charset=utf-8').attachment('findings.csv').send(csv);
  });

  router.get('/graph/finding-groups', async (req, res) => {
    const caller = await reader(req);
    res.json(
      await findings.groups(readFindingFilter(req), queryPage(req), caller),
    );
  });

  router.get('/graph/findings/:id', async (req, res) => {
    res.json(await findings.byId(req.params.id, await reader(req)));
  });

  router.get('/graph/findings/:id/change', async (req, res) => {
    res.json(await findings.change(req.params.id, await reader(req)));
  });

  router.post('/graph/findings/:id/exemption', async (req, res) => {
    const caller = await access.caller(req, continuityGraphExemptPermission);
    const { id } = req.params;
    const request: GraphExemptionRequest = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'graph-exemption-request',
        request: req,
        meta: { finding: id },
      },
      async () => {
        const result = await findings.requestExemption(id, request, caller);
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.post('/graph/exemptions/:id/decision', async (req, res) => {
    const caller = await access.caller(req, continuityGraphApprovePermission);
    const { id } = req.params;
    const decision: GraphExemptionDecision = req.body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'graph-exemption-decide',
          request: req,
          meta: { id, decision: decision.decision },
        },
        async () => ({ result: await exemptions.decide(id, decision, caller) }),
      ),
    );
  });

  router.post('/graph/exemptions/:id/revocation', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityGraphExemptPermission,
      continuityGraphApprovePermission,
    );
    const { id } = req.params;
    const { reason }: { reason: string } = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'graph-exemption-revoke', request: req, meta: { id } },
        async () => ({ result: await exemptions.revoke(id, reason, caller) }),
      ),
    );
  });

  router.get('/saas', async (req, res) => {
    const caller = await reader(req);
    const owner = queryText(req, 'owner');
    const inPlanning = oneOf(queryText(req, 'inPlanning'), PLANNINGS);
    res.json(
      await saas.list(
        {
          ...(owner !== undefined && { owner: readOwner(owner) }),
          ...(inPlanning && { inPlanning }),
          due: queryFlag(req, 'due'),
        },
        queryPage(req),
        caller,
      ),
    );
  });

  router.get('/saas/:kind/:namespace/:name', async (req, res) => {
    res.json(await saas.byRef(entityRefOf(req), await reader(req)));
  });

  router.post('/saas/:kind/:namespace/:name/decision', async (req, res) => {
    const caller = await access.caller(req, continuitySaasDecidePermission);
    const ref = entityRefOf(req);
    const decision: SaasDecisionRequest = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'saas-decide',
        request: req,
        meta: { entity: ref, inPlanning: decision.inPlanning },
      },
      async () => ({ result: await saas.decide(ref, decision, caller) }),
    );
    res.status(201).json(made);
  });

  return router;
}

function readFindingFilter(req: Request): FindingFilter {
  const entity = queryText(req, 'entity');
  const findingKind = oneOf(queryText(req, 'kind'), KINDS);
  const severity = oneOf(queryText(req, 'severity'), FINDING_SEVERITIES);
  const exempted = oneOf(queryText(req, 'exempted'), EXEMPTED);
  return {
    ...readNodeFilter({ ...optional(req, 'owner'), ...optional(req, 'text') }),
    ...(entity !== undefined && { entity: canonicalRef('entity', entity) }),
    ...(findingKind && { findingKind }),
    ...(severity && { severity }),
    ...(exempted && { exempted }),
  };
}

/** The OpenAPI document has refused everything else already. */
function oneOf<T extends string>(
  text: string | undefined,
  values: readonly T[],
): T | undefined {
  return values.find(value => value === text);
}
