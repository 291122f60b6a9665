import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { overrideMachine, type OverrideState } from '@continuity/engine';
import {
  continuityChangeReadPermission,
  continuityOverrideApprovePermission,
  continuityOverrideRequestPermission,
  continuityOverrideReviewPermission,
  type OverrideDecision,
  type OverrideRequest,
  type OverrideReviewInput,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited, queryPage, queryText, type Access } from '../http';
import type { OverrideReader } from './OverrideReader';
import type { OverrideService } from './OverrideService';

/** `/overrides`: asking for them, deciding, ending and reviewing. */
export function createOverrideRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: OverrideReader;
  service: OverrideService;
}): Router {
  const { access, auditor, reader, service } = options;
  const router = PromiseRouter();

  router.get('/overrides', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    const states = readStates(queryText(req, 'state'));
    res.json(await reader.list(states, queryPage(req), caller));
  });

  router.post('/overrides', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityOverrideRequestPermission,
    );
    // It fits the OpenAPI document, which the type is generated from; so below.
    const body: OverrideRequest = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'override-request',
        request: req,
        meta: { incident: body.incident },
      },
      async () => {
        const result = await service.request(body, caller);
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.get('/overrides/:id', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json(await reader.byId(req.params.id, caller));
  });

  router.post('/overrides/:id/approvals', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityOverrideApprovePermission,
    );
    const { id } = req.params;
    const body: OverrideDecision = req.body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'override-decide',
          request: req,
          meta: { id, decision: body.decision },
        },
        async () => {
          const result = await service.decide(id, body, caller);
          return { result, meta: { state: result.state } };
        },
      ),
    );
  });

  router.post('/overrides/:id/close', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityOverrideRequestPermission,
      continuityOverrideApprovePermission,
    );
    const { id } = req.params;
    const { reason }: { reason: string } = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'override-close', request: req, meta: { id } },
        async () => {
          const result = await service.close(id, reason, caller);
          return { result, meta: { state: result.state } };
        },
      ),
    );
  });

  router.post('/overrides/:id/review', async (req, res) => {
    const caller = await access.caller(req, continuityOverrideReviewPermission);
    const { id } = req.params;
    const body: OverrideReviewInput = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'override-review', request: req, meta: { id } },
        async () => ({ result: await service.review(id, body, caller) }),
      ),
    );
  });

  return router;
}

/** @throws InputError that names what is no state */
function readStates(text: string | undefined): OverrideState[] | undefined {
  return text?.split(',').map(part => {
    const name = part.trim();
    if (!isState(name)) {
      throw new InputError(
        `state: "${name}" is not one of ${Object.keys(
          overrideMachine.states,
        ).join(', ')}; several are separated by commas`,
      );
    }
    return name;
  });
}

function isState(name: string): name is OverrideState {
  return Object.hasOwn(overrideMachine.states, name);
}
