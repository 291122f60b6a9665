import { createHash } from 'node:crypto';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  changeMachine,
  isDuration,
  durationMs,
  DURATION_EXPECTATION,
  type ChangeState,
  type Instant,
} from '@continuity/engine';
import {
  continuityChangeAdministerPermission,
  continuityChangeApprovePermission,
  continuityChangeCreatePermission,
  continuityChangeImplementPermission,
  continuityChangeReadPermission,
  continuityChangeUpdatePermission,
  type ApprovalDelegationRequest,
  type Change,
  type ChangeCreation,
  type ChangeDecision,
  type ChangeMove,
  type ChangeRevising,
  type ChangesQuery,
  type ChangeSlotsRequest,
  type ClassificationRequest,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  type Access,
  audited,
  canonicalRef,
  parseInstant,
  plainText,
  queryNumber,
  queryPage,
  queryText,
  seenRevision,
  toIso,
} from '../http';
import type { ChangeBallot } from './ChangeBallot';
import type { ChangeDesk } from './ChangeDesk';
import type { ChangeQuery, ChangeReader } from './ChangeReader';
import type { DelegationDesk } from './DelegationDesk';

export interface ChangeRoutesOptions {
  access: Access;
  auditor: AuditorService;
  reader: ChangeReader;
  desk: ChangeDesk;
  ballot: ChangeBallot;
  delegations: DelegationDesk;
  now: () => Instant;
}

/** Longest that a slot is looked for. */
const MAX_SLOT = 'P31D';

/** `/changes`, one of them and all that is done with it, and how releases are classified. */
export function createChangeRoutes(options: ChangeRoutesOptions): Router {
  const router = PromiseRouter();
  router.use(createPlanningRoutes(options));
  router.use(createDelegationRoutes(options));
  router.use(createListRoutes(options));
  router.use(createStepRoutes(options));
  return router;
}

function createPlanningRoutes({
  access,
  reader,
  now,
}: ChangeRoutesOptions): Router {
  const router = PromiseRouter();

  router.post('/releases/classification', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const { entities, environments, regions, window, ...rest } =
      req.body as ClassificationRequest;
    res.json(
      await reader.classify(
        {
          ...rest,
          ...placesOf({ entities, environments, regions }),
          ...(window && { window: readSpan('window', window) }),
        },
        caller,
      ),
    );
  });

  router.post('/changes/slots', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const body = req.body as ChangeSlotsRequest;
    const { duration, implementer, change, class: releaseClass } = body;
    const { decisionOwner } = body;
    if (!isDuration(duration) || durationMs(duration) <= 0) {
      throw new InputError(
        `duration: "${duration}" is not ${DURATION_EXPECTATION}, longer than zero`,
      );
    }
    if (durationMs(duration) > durationMs(MAX_SLOT)) {
      throw new InputError(
        `duration: "${duration}" is longer than ${MAX_SLOT}`,
      );
    }
    res.json(
      await reader.slots(
        {
          ...placesOf(body),
          duration,
          from:
            body.from === undefined ? now() : parseInstant('from', body.from),
          limit: body.limit ?? 5,
          ...(change !== undefined && { change }),
          ...(releaseClass !== undefined && { class: releaseClass }),
          ...(implementer !== undefined && {
            implementer: canonicalRef('implementer', implementer),
          }),
          ...(decisionOwner !== undefined && {
            decisionOwner: canonicalRef('decisionOwner', decisionOwner),
          }),
        },
        caller,
      ),
    );
  });

  return router;
}

function createDelegationRoutes({
  access,
  auditor,
  delegations,
}: ChangeRoutesOptions): Router {
  const router = PromiseRouter();

  router.get('/changes/delegations', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await delegations.list(caller) });
  });

  router.post('/changes/delegations', async (req, res) => {
    const caller = await access.caller(req, continuityChangeApprovePermission);
    const request: ApprovalDelegationRequest = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'approval-delegate',
        request: req,
        meta: { to: request.to },
      },
      async () => {
        const result = await delegations.create(request, caller);
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.post('/changes/delegations/:id/end', async (req, res) => {
    const caller = await access.caller(req, continuityChangeApprovePermission);
    const id = idOf(req);
    await audited(
      auditor,
      { eventId: 'approval-delegation-end', request: req, meta: { id } },
      async () => ({ result: await delegations.end(id, caller) }),
    );
    res.status(204).end();
  });

  return router;
}

function createListRoutes({ access, reader }: ChangeRoutesOptions): Router {
  const router = PromiseRouter();

  router.get('/changes', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const state = queryText(req, 'state');
    res.json(
      await reader.list(
        {
          ...(state !== undefined && { states: readStates(state) }),
          ...whichOf(req),
        },
        queryPage(req),
        caller,
      ),
    );
  });

  router.get('/changes/board', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json(
      await reader.board(whichOf(req), queryNumber(req, 'limit', 20), caller),
    );
  });

  router.get('/changes/:id', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const change = await reader.byId(idOf(req), caller);
    res
      .set('etag', etagOf(change))
      // What it is judged by changes also where its revision does not.
      .set('cache-control', 'private, no-cache')
      .json(change);
  });

  router.get('/changes/:id/approvals', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await reader.approvals(idOf(req), caller) });
  });

  router.get('/changes/:id/timeline', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await reader.timeline(idOf(req), caller) });
  });

  router.get('/changes/:id/history', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await reader.history(idOf(req), caller) });
  });

  router.get('/changes/:id/conflicts', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await reader.conflicts(idOf(req), caller) });
  });

  return router;
}

function createStepRoutes({
  access,
  auditor,
  reader,
  desk,
  ballot,
}: ChangeRoutesOptions): Router {
  const router = PromiseRouter();

  router.post('/changes', async (req, res) => {
    const caller = await access.caller(req, continuityChangeCreatePermission);
    const { content }: ChangeCreation = req.body;
    const made = await audited(
      auditor,
      { eventId: 'change-create', request: req },
      async () => {
        const id = await desk.create(content, caller);
        return { result: await reader.byId(id, caller), meta: { id } };
      },
    );
    res.status(201).json(made);
  });

  router.put('/changes/:id', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeUpdatePermission,
      continuityChangeAdministerPermission,
    );
    const id = idOf(req);
    const body: ChangeRevising = req.body;
    const revision = seenRevision(req, body.revision);
    res.json(
      await audited(
        auditor,
        { eventId: 'change-revise', request: req, meta: { id, revision } },
        async () => {
          await desk.revise(id, { ...body, revision }, caller);
          return { result: await reader.byId(id, caller) };
        },
      ),
    );
  });

  router.post('/changes/:id/transitions', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeUpdatePermission,
      continuityChangeImplementPermission,
      continuityChangeAdministerPermission,
    );
    const id = idOf(req);
    const body: ChangeMove = req.body;
    const revision = seenRevision(req, body.revision);
    const { event } = body;
    res.json(
      await audited(
        auditor,
        { eventId: 'change-move', request: req, meta: { id, revision, event } },
        async () => {
          await desk.move(id, { ...body, revision }, caller);
          return { result: await reader.byId(id, caller) };
        },
      ),
    );
  });

  router.post('/changes/:id/approvals', async (req, res) => {
    const caller = await access.caller(req, continuityChangeApprovePermission);
    const id = idOf(req);
    const body: ChangeDecision = req.body;
    const revision = seenRevision(req, body.revision);
    const { decision } = body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'change-decide',
          request: req,
          meta: { id, revision, decision },
        },
        async () => {
          await ballot.decide(id, { ...body, revision }, caller);
          return { result: await reader.byId(id, caller) };
        },
      ),
    );
  });

  return router;
}

function idOf(req: Request): string {
  return req.params.id.toLocaleLowerCase('en-US');
}

/** The revision, and everything else that is told: not even a vote may be missed. */
function etagOf(change: Change): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(change))
    .digest('hex')
    .slice(0, 16);
  return `"${change.summary.revision}-${digest}"`;
}

/** Which changes are asked for, whatever state they are in. */
function whichOf(req: Request): Omit<ChangeQuery, 'states'> {
  const releaseClass = queryText(req, 'class') as ChangesQuery['class'];
  const mine = queryText(req, 'mine') as ChangesQuery['mine'];
  return {
    ...(releaseClass !== undefined && { class: releaseClass }),
    ...(mine !== undefined && { mine }),
    ...refOf(req, 'entity'),
    ...refOf(req, 'owner'),
    ...refOf(req, 'author'),
  };
}

function refOf<Name extends string>(
  req: Request,
  name: Name,
): Partial<Record<Name, string>> {
  const text = queryText(req, name);
  return text === undefined
    ? {}
    : ({ [name]: canonicalRef(name, text) } as Partial<Record<Name, string>>);
}

function readStates(text: string): ChangeState[] {
  const known = Object.keys(changeMachine.states);
  return text.split(',').map(part => {
    const state = part.trim();
    if (!known.includes(state)) {
      throw new InputError(
        `state: "${state}" is not one of ${known.join(', ')}`,
      );
    }
    return state as ChangeState;
  });
}

function placesOf({
  entities,
  environments,
  regions,
}: Pick<ClassificationRequest, 'entities' | 'environments' | 'regions'>) {
  return {
    entities: [
      ...new Set(
        entities.map((ref, at) => canonicalRef(`entities.${at}`, ref)),
      ),
    ],
    environments: environments.map((name, at) =>
      plainText(`environments.${at}`, name),
    ),
    ...(regions && {
      regions: regions.map((name, at) => plainText(`regions.${at}`, name)),
    }),
  };
}

function readSpan(field: string, span: { start: string; end: string }) {
  const start = parseInstant(`${field}.start`, span.start);
  const end = parseInstant(`${field}.end`, span.end);
  if (end <= start) {
    throw new InputError(
      `${field}.end: ${toIso(end)} is not after the start, ${toIso(start)}`,
    );
  }
  return { start, end };
}
