import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  continuityGateDecidePermission,
  continuityGateReadPermission,
  type GateDecision,
  type GateRequest,
  type GateVerdict,
  type SignedStatement,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  parseInstant,
  plainText,
  queryPage,
  queryText,
  type Access,
  type Caller,
} from '../http';
import type {
  Asker,
  GateQuestion,
  GateService,
  RecordedInPlace,
} from './GateService';

/** What signs recorded decisions. */
interface StatementSigner {
  sign(recorded: RecordedInPlace): Promise<SignedStatement>;
}

/** `POST /gate/decisions`, `GET /gate/decisions`, one of them, and what is signed of it. */
export function createGateRoutes(options: {
  access: Access;
  auditor: AuditorService;
  service: GateService;
  statements: StatementSigner;
}): Router {
  const { access, auditor, service, statements } = options;
  const router = PromiseRouter();

  const readable = async (req: Request): Promise<RecordedInPlace> => {
    const caller = await access.caller(req, continuityGateReadPermission);
    const { id } = req.params;
    const recorded = await service.recorded(id.toLowerCase());
    const [decision] = recorded
      ? await readableBy(access, caller, [recorded.decision])
      : [];
    if (!recorded || !decision) {
      throw new NotFoundError(
        `id: there is no decision ${id}, or you may not see its entity`,
      );
    }
    return recorded;
  };

  /** Of what the ledger has, not of what was just answered. */
  const signed = async (id: string | undefined): Promise<SignedStatement> => {
    const recorded = id === undefined ? undefined : await service.recorded(id);
    if (!recorded) {
      throw new ServiceUnavailableError(
        'The decision is not found where it was recorded; ask again with the same Idempotency-Key',
      );
    }
    return statements.sign(recorded);
  };

  router.post('/gate/decisions', async (req, res) => {
    // It fits the OpenAPI document, which the type is generated from.
    const body: GateRequest = req.body;
    const caller = await access.caller(
      req,
      body.dryRun
        ? continuityGateReadPermission
        : continuityGateDecidePermission,
    );
    if (body.dryRun && body.statement) {
      throw new InputError(
        'statement: a dry run is not recorded, so it is never signed; leave out dryRun or statement',
      );
    }
    const question = readQuestion(body);
    const asker = await describeAsker(access, caller, question.entityRef);
    if (body.dryRun) {
      res.json(await service.dryRun(question, asker));
      return;
    }
    const { entityRef, environment } = question;
    const { decision, isNew } = await audited(
      auditor,
      {
        eventId: 'gate-decide',
        request: req,
        meta: { entityRef, environment },
      },
      async () => {
        const result = await service.decide(
          question,
          asker,
          req.get('idempotency-key'),
        );
        const { id, verdict } = result.decision;
        return { result, meta: { id: id ?? null, verdict } };
      },
    );
    res.status(isNew ? 201 : 200).json({
      ...decision,
      ...(body.statement && { statement: await signed(decision.id) }),
    });
  });

  router.get('/gate/decisions', async (req, res) => {
    const caller = await access.caller(req, continuityGateReadPermission);
    const entity = queryText(req, 'entity');
    const page = await service.list(
      {
        entityRef: entity && canonicalRef('entity', entity),
        environment: queryText(req, 'environment'),
        verdict: readVerdict(queryText(req, 'verdict')),
      },
      queryPage(req),
    );
    const items = await readableBy(access, caller, page.items);
    res.json({ ...page, items });
  });

  router.get('/gate/decisions/:id', async (req, res) => {
    res.json((await readable(req)).decision);
  });

  router.get('/gate/decisions/:id/statement', async (req, res) => {
    res.json(await statements.sign(await readable(req)));
  });

  return router;
}

/** @throws InputError that names the field that is wrong */
export function readQuestion(body: GateRequest): GateQuestion {
  const { entity, environment, region, artifactDigest, change, at } = body;
  const { operation, continues } = body;
  if ((operation === 'continue') !== (continues !== undefined)) {
    throw new InputError(
      continues === undefined
        ? 'continues: is missing beside operation "continue"; expected the id of the decision that let the deployment begin'
        : 'operation: must be "continue" beside continues',
    );
  }
  return {
    entityRef: canonicalRef('entity', entity),
    environment: plainText('environment', environment),
    releaseClass: body.class ?? 'standard',
    ...(region !== undefined && { region: plainText('region', region) }),
    ...(operation !== undefined && { operation }),
    ...(continues !== undefined && { continues: continues.toLowerCase() }),
    ...(artifactDigest !== undefined && { artifactDigest }),
    ...(change !== undefined && { change: plainText('change', change) }),
    ...(at !== undefined && { at: parseInstant('at', at) }),
  };
}

/** A pipeline may ask about anything; that saves the hot path a question to the catalog. */
export async function describeAsker(
  access: Access,
  caller: Caller,
  entityRef: string,
): Promise<Asker> {
  const visibleOf = async (refs: string[]) =>
    caller.isService ? new Set(refs) : access.visibleOf(refs, caller);
  return {
    ref: caller.ref,
    seesEntity: (await visibleOf([entityRef])).has(entityRef),
    visibleOf,
  };
}

/** One's own decisions, and those about what one may see. */
async function readableBy(
  access: Access,
  caller: Caller,
  decisions: GateDecision[],
): Promise<GateDecision[]> {
  if (caller.isService) {
    return decisions;
  }
  const others = decisions.filter(({ decidedBy }) => decidedBy !== caller.ref);
  const visible = await access.visibleOf(
    others.map(({ request }) => request.entity),
    caller,
  );
  return decisions.filter(
    ({ decidedBy, request }) =>
      decidedBy === caller.ref || visible.has(request.entity),
  );
}

function readVerdict(text: string | undefined): GateVerdict | undefined {
  return text === 'allow' || text === 'deny' || text === 'needs-approval'
    ? text
    : undefined;
}
