import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  canonicalize,
  encodeBase64,
  formatInstant,
  makeBaselineStatement,
  preAuthEncoding,
  STATEMENT_PAYLOAD_TYPE,
} from '@continuity/engine';
import {
  continuityBaselinePromotePermission,
  continuityBaselineProposePermission,
  continuityDriftReadPermission,
  type BaselineProposal,
  type SignedStatement,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  plainProse,
  plainText,
  queryPage,
  queryText,
  type Access,
} from '../../http';
import type { SigningKeys } from '../../signing';
import type { BaselineDesk } from './BaselineDesk';

const ENTITY = '/entities/:kind/:namespace/:name/baselines';

/** Baselines of an entity, and `/baselines`. */
export function createBaselineRoutes(options: {
  access: Access;
  auditor: AuditorService;
  desk: BaselineDesk;
  keys: Pick<SigningKeys, 'signer'>;
}): Router {
  const { access, auditor, desk, keys } = options;
  const router = PromiseRouter();
  const reader = (req: Request) =>
    access.caller(req, continuityDriftReadPermission);

  router.get(ENTITY, async (req, res) => {
    const caller = await reader(req);
    const { environment, region } = placeIn(req);
    res.json(
      await desk.list(
        {
          entityRef: entityRefOf(req),
          ...(environment !== undefined && { environment }),
          ...(region !== undefined && { region }),
        },
        queryPage(req),
        caller,
      ),
    );
  });

  router.get(`${ENTITY}/current`, async (req, res) => {
    const caller = await reader(req);
    const { environment = '', region } = placeIn(req);
    res.json(
      await desk.current(
        {
          entityRef: entityRefOf(req),
          environment,
          ...(region !== undefined && { region }),
        },
        caller,
      ),
    );
  });

  router.post(ENTITY, async (req, res) => {
    const caller = await access.caller(
      req,
      continuityBaselineProposePermission,
    );
    const proposal: BaselineProposal = req.body;
    const { note, region } = proposal;
    const place = {
      entityRef: entityRefOf(req),
      environment: plainText('environment', proposal.environment),
      ...(region !== undefined && { region: plainText('region', region) }),
    };
    if (note !== undefined) plainProse('note', note);
    const baseline = await audited(
      auditor,
      {
        eventId: 'baseline-propose',
        request: req,
        meta: { ...place, changeId: proposal.changeId },
      },
      async () => {
        const result = await desk.propose(place, proposal, caller);
        return { result, meta: { id: result.id, digest: result.digest } };
      },
    );
    res.status(201).json(baseline);
  });

  router.get('/baselines/:id', async (req, res) => {
    const caller = await reader(req);
    res.json(await desk.byId(idOf(req), caller));
  });

  router.get('/baselines/:id/statement', async (req, res) => {
    const caller = await reader(req);
    const found = await desk.promoted(idOf(req), caller);
    const { id, entityRef, environment, region, version, promotion } = found;
    const statement = makeBaselineStatement(
      {
        id,
        entity: entityRef,
        environment,
        ...(region !== undefined && { region }),
        version,
        change: found.changeId,
        promotedBy: promotion.by,
        promotedAt: formatInstant(promotion.at),
      },
      found.digest,
    );
    const payload = new TextEncoder().encode(canonicalize(statement));
    const signer = await keys.signer();
    const message = preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload);
    const envelope: SignedStatement = {
      payloadType: STATEMENT_PAYLOAD_TYPE,
      payload: encodeBase64(payload),
      signatures: [
        { keyid: signer.keyId, sig: encodeBase64(signer.sign(message)) },
      ],
    };
    res.json(envelope);
  });

  router.post('/baselines/:id/promotion', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityBaselinePromotePermission,
    );
    const { comment }: { comment?: string } = req.body;
    if (comment !== undefined) plainProse('comment', comment);
    const id = idOf(req);
    const baseline = await audited(
      auditor,
      { eventId: 'baseline-promote', request: req, meta: { id } },
      async () => {
        const result = await desk.promote(id, comment, caller);
        return { result, meta: { version: result.version ?? null } };
      },
    );
    res.json(baseline);
  });

  return router;
}

function entityRefOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return canonicalRef('path', `${kind}:${namespace}/${name}`);
}

function placeIn(req: Request) {
  return {
    environment: queryText(req, 'environment'),
    region: queryText(req, 'region'),
  };
}

function idOf(req: Request): string {
  return req.params.id.toLocaleLowerCase('en-US');
}
