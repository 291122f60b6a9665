import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  continuityEvidenceCreatePermission,
  continuityEvidenceReadPermission,
  type EvidenceBatchResult,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  queryFlag,
  queryPage,
  queryText,
  type Access,
} from '../http';
import type { EvidenceService, SubmissionResult } from './EvidenceService';
import { presentEvidence, presentKind } from './presentEvidence';

/** `/evidence-kinds`, `/evidence`, `/evidence/batch`, `/evidence/{id}` and evidence of an entity. */
export function createEvidenceRoutes(options: {
  access: Access;
  auditor: AuditorService;
  service: EvidenceService;
}): Router {
  const { access, auditor, service } = options;
  const router = PromiseRouter();

  router.get('/evidence-kinds', async (req, res) => {
    await access.caller(req, continuityEvidenceReadPermission);
    res.json({ items: service.kinds.map(presentKind) });
  });

  router.post('/evidence', async (req, res) => {
    const caller = await access.caller(req, continuityEvidenceCreatePermission);
    const { kind, entityRef } = req.body;
    const { status, evidence } = await audited(
      auditor,
      { eventId: 'evidence-create', request: req, meta: { kind, entityRef } },
      async () => {
        const [outcome] = await service.submit([req.body], caller.ref);
        const result = requireStored(outcome);
        const { status: did, evidence: stored } = result;
        return { result, meta: { status: did, id: stored.id } };
      },
    );
    res
      .status(status === 'accepted' ? 201 : 200)
      .json(presentEvidence(evidence, service.titleOf(evidence.kind)));
  });

  router.post('/evidence/batch', async (req, res) => {
    const caller = await access.caller(req, continuityEvidenceCreatePermission);
    const { items } = req.body;
    const answer = await audited(
      auditor,
      {
        eventId: 'evidence-create',
        request: req,
        meta: { queryType: 'batch', items: items.length },
      },
      async () => {
        const result = describeBatch(await service.submit(items, caller.ref));
        const { accepted, known, rejected } = result;
        return { result, meta: { accepted, known, rejected } };
      },
    );
    res.json(answer);
  });

  router.get('/evidence/:id', async (req, res) => {
    const caller = await access.caller(req, continuityEvidenceReadPermission);
    const { id } = req.params;
    const evidence = await service.byId(id);
    // What may not be seen is not told apart from what is not there.
    const visible = await access.visibleOf(
      evidence ? [evidence.entityRef] : [],
      caller,
    );
    if (!evidence || !visible.has(evidence.entityRef)) {
      throw new NotFoundError(
        `id: there is no evidence ${id}, or you may not see its entity`,
      );
    }
    res.json(presentEvidence(evidence, service.titleOf(evidence.kind)));
  });

  router.get('/entities/:kind/:namespace/:name/evidence', async (req, res) => {
    const caller = await access.caller(req, continuityEvidenceReadPermission);
    const { kind, namespace, name } = req.params;
    const entityRef = canonicalRef('entity', `${kind}:${namespace}/${name}`);
    await access.assertVisible(entityRef, caller);
    const filter = {
      kind: queryText(req, 'evidenceKind'),
      environment: queryText(req, 'environment'),
    };
    const page = queryFlag(req, 'latest')
      ? { items: await service.latestForEntity(entityRef, filter) }
      : await service.listForEntity(entityRef, filter, queryPage(req));
    res.json({
      ...page,
      items: page.items.map(evidence =>
        presentEvidence(evidence, service.titleOf(evidence.kind)),
      ),
    });
  });

  return router;
}

function requireStored(
  outcome: SubmissionResult,
): Exclude<SubmissionResult, { status: 'rejected' }> {
  if (outcome.status !== 'rejected') {
    return outcome;
  }
  const message = describeRejection(outcome);
  throw outcome.cause === 'conflict'
    ? new ConflictError(message)
    : new InputError(message);
}

function describeRejection({
  field,
  message,
}: {
  field: string;
  message: string;
}): string {
  return field === '' ? message : `${field}: ${message}`;
}

function describeBatch(outcomes: SubmissionResult[]): EvidenceBatchResult {
  const count = (status: SubmissionResult['status']) =>
    outcomes.filter(outcome => outcome.status === status).length;
  return {
    accepted: count('accepted'),
    known: count('known'),
    rejected: count('rejected'),
    results: outcomes.map((outcome, index) =>
      outcome.status === 'rejected'
        ? {
            index,
            status: outcome.status,
            field: outcome.field,
            message: outcome.message,
          }
        : { index, status: outcome.status, id: outcome.evidence.id },
    ),
  };
}
