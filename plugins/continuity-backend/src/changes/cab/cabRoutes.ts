import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityChangeAdministerPermission,
  continuityChangeApprovePermission,
  continuityChangeReadPermission,
  type CabMeetingCall,
  type CabMeetingClosing,
  type CabMeetingsQuery,
  type ChangeDecisions,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  queryPage,
  queryText,
  type Access,
} from '../../http';
import type { AgendaReader } from './AgendaReader';
import type { BulkBallot } from './BulkBallot';
import type { MeetingDesk } from './MeetingDesk';

/** `/cab` and `/changes/decisions`: what boards decide on, and their meetings. */
export function createCabRoutes(options: {
  access: Access;
  auditor: AuditorService;
  agenda: AgendaReader;
  meetings: MeetingDesk;
  ballot: BulkBallot;
}): Router {
  const { access, auditor, agenda, meetings, ballot } = options;
  const router = PromiseRouter();

  router.post('/changes/decisions', async (req, res) => {
    const caller = await access.caller(req, continuityChangeApprovePermission);
    const { decisions }: ChangeDecisions = req.body;
    res.json(
      await audited(
        auditor,
        {
          eventId: 'change-decide-several',
          request: req,
          meta: { changes: decisions.map(({ change }) => change) },
        },
        async () => {
          const results = await ballot.decide(decisions, caller);
          return {
            result: { results },
            meta: { done: results.filter(({ done }) => done).length },
          };
        },
      ),
    );
  });

  router.get('/cab/boards', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json({ items: await agenda.boards(caller) });
  });

  router.get('/cab/agenda', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json(await agenda.agenda(groupOf(req) ?? '', caller));
  });

  router.get('/cab/meetings', async (req, res) => {
    await access.caller(req, continuityChangeReadPermission);
    const group = groupOf(req);
    const state = queryText(req, 'state') as CabMeetingsQuery['state'];
    res.json(
      await meetings.list(
        {
          ...(group !== undefined && { group }),
          ...(state !== undefined && { state }),
        },
        queryPage(req),
      ),
    );
  });

  router.post('/cab/meetings', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeApprovePermission,
      continuityChangeAdministerPermission,
    );
    const call: CabMeetingCall = req.body;
    const made = await audited(
      auditor,
      { eventId: 'cab-call', request: req, meta: { group: call.group } },
      async () => {
        const result = await meetings.call(call, caller);
        return { result, meta: { id: result.id } };
      },
    );
    res.status(201).json(made);
  });

  router.get('/cab/meetings/:id', async (req, res) => {
    const caller = await access.caller(req, continuityChangeReadPermission);
    res.json(await meetings.byId(idOf(req), caller));
  });

  router.post('/cab/meetings/:id/close', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeApprovePermission,
      continuityChangeAdministerPermission,
    );
    const id = idOf(req);
    const closing: CabMeetingClosing = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'cab-close', request: req, meta: { id } },
        async () => {
          await meetings.close(id, closing, caller);
          return { result: await meetings.byId(id, caller) };
        },
      ),
    );
  });

  router.post('/cab/meetings/:id/cancel', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityChangeApprovePermission,
      continuityChangeAdministerPermission,
    );
    const id = idOf(req);
    const { reason }: { reason: string } = req.body;
    res.json(
      await audited(
        auditor,
        { eventId: 'cab-cancel', request: req, meta: { id } },
        async () => ({ result: await meetings.cancel(id, reason, caller) }),
      ),
    );
  });

  return router;
}

function idOf(req: Request): string {
  return req.params.id.toLocaleLowerCase('en-US');
}

function groupOf(req: Request): string | undefined {
  const group = queryText(req, 'group');
  return group === undefined ? undefined : canonicalRef('group', group);
}
