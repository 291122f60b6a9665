import type { AuditorService } from '@backstage/backend-plugin-api';
import type { CampaignState, TowardsStanding } from '@continuity/engine';
import {
  continuityCampaignAdministerPermission,
  continuityCampaignCreatePermission,
  continuityCampaignReadPermission,
  continuityCampaignUpdatePermission,
  type Campaign,
  type CampaignCancellation,
  type CampaignChange,
  type CampaignCreation,
  type CampaignDraft,
} from '@continuity/plugin-continuity-common';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  audited,
  canonicalRef,
  plainText,
  queryPage,
  queryText,
  seenRevision,
  type Access,
} from '../http';
import type { CampaignDesk } from './CampaignDesk';
import type { MemberFilter } from './CampaignQueries';
import type { CampaignReader } from './CampaignReader';
import type { CampaignFilter } from './CampaignStore';

const STATES: readonly CampaignState[] = [
  'planned',
  'running',
  'reached',
  'missed',
  'cancelled',
];
const WHICH: readonly (TowardsStanding | 'all' | 'open' | 'joined' | 'left')[] =
  [
    'all',
    'open',
    'reached',
    'exempt',
    'not-known',
    'not-reached',
    'joined',
    'left',
  ];

/** `/campaigns`, and what they ask of an entity. */
export function createCampaignRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: CampaignReader;
  desk: CampaignDesk;
}): Router {
  const { access, auditor, reader, desk } = options;
  const router = PromiseRouter();
  const callerOf = (req: Request) =>
    access.caller(req, continuityCampaignReadPermission);

  router.get('/campaigns', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await reader.list(readFilter(req), queryPage(req), caller));
  });

  router.post('/campaigns', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityCampaignCreatePermission,
      continuityCampaignAdministerPermission,
    );
    const { content }: CampaignCreation = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'campaign-create',
        request: req,
        meta: { scorecard: content.scorecard, level: content.level },
      },
      async () => {
        const result = await desk.create(content, caller);
        return { result, meta: { id: result.id } };
      },
    );
    send(res.status(201), await reader.present(made, caller));
  });

  router.post('/campaigns/preview', async (req, res) => {
    const caller = await callerOf(req);
    const draft: CampaignDraft = req.body;
    res.json(await reader.preview(draft, caller));
  });

  router.get('/campaigns/:id', async (req, res) => {
    const caller = await callerOf(req);
    send(res, await reader.byId(idOf(req), caller));
  });

  router.put('/campaigns/:id', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityCampaignUpdatePermission,
      continuityCampaignAdministerPermission,
    );
    const { revision, content, comment }: CampaignChange = req.body;
    const id = idOf(req);
    const changed = await audited(
      auditor,
      { eventId: 'campaign-change', request: req, meta: { id } },
      async () => ({
        result: await desk.revise(
          id,
          { revision: seenRevision(req, revision), content, comment },
          caller,
        ),
      }),
    );
    send(res, await reader.present(changed, caller));
  });

  router.post('/campaigns/:id/cancellation', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityCampaignUpdatePermission,
      continuityCampaignAdministerPermission,
    );
    const { revision, reason }: CampaignCancellation = req.body;
    const id = idOf(req);
    const cancelled = await audited(
      auditor,
      { eventId: 'campaign-cancel', request: req, meta: { id } },
      async () => ({
        result: await desk.cancel(
          id,
          { revision: seenRevision(req, revision), reason },
          caller,
        ),
      }),
    );
    send(res, await reader.present(cancelled, caller));
  });

  router.get('/campaigns/:id/progress', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await reader.progress(idOf(req), caller));
  });

  router.get('/campaigns/:id/services', async (req, res) => {
    const caller = await callerOf(req);
    res.json(
      await reader.services(
        idOf(req),
        readMemberFilter(req),
        queryPage(req),
        caller,
      ),
    );
  });

  router.get('/campaigns/:id/history', async (req, res) => {
    await callerOf(req);
    res.json({ items: await reader.history(idOf(req)) });
  });

  router.get('/entities/:kind/:namespace/:name/campaigns', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const caller = await callerOf(req);
    const entityRef = canonicalRef('path', `${kind}:${namespace}/${name}`);
    res.json({ items: await reader.ofEntity(entityRef, caller) });
  });

  return router;
}

function send(res: Response, campaign: Campaign): void {
  res
    .set('etag', `"${campaign.revision}"`)
    // How far it is changes also where its revision does not.
    .set('cache-control', 'private, no-store')
    .json(campaign);
}

function idOf(req: Request): string {
  return req.params.id.toLocaleLowerCase('en-US');
}

function readFilter(req: Request): CampaignFilter {
  const given: unknown = req.query.state;
  const states =
    given === undefined || given === null
      ? undefined
      : [given]
          .flat()
          .flatMap(state => STATES.find(one => one === state) ?? []);
  const scorecard = queryText(req, 'scorecard');
  const owner = queryText(req, 'owner');
  return {
    ...(states && { states }),
    ...(scorecard !== undefined && { scorecard }),
    ...(owner !== undefined && { owner: canonicalRef('owner', owner) }),
  };
}

function readMemberFilter(req: Request): Omit<MemberFilter, 'visible'> {
  const owner = queryText(req, 'owner');
  const text = queryText(req, 'text');
  const which = queryText(req, 'which');
  return {
    // The OpenAPI document has refused everything else already.
    which: WHICH.find(one => one === which) ?? 'all',
    ...(owner !== undefined && {
      owner: owner === 'none' ? '' : canonicalRef('owner', owner),
    }),
    ...(text !== undefined && { text: plainText('text', text) }),
  };
}
