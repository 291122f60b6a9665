import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  continuityCalendarReadPermission,
  continuityCalendarSubscribePermission,
  continuityWindowAdministerPermission,
  type SubscriptionSubject,
} from '@continuity/plugin-continuity-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Access, audited } from '../../http';
import type { FeedService } from './FeedService';
import type { SubscriptionService } from './SubscriptionService';

/** `/calendar-subscriptions` for people, `/calendar-feeds` for calendar programs. */
export function createPublishingRoutes(options: {
  access: Access;
  auditor: AuditorService;
  feeds: FeedService;
  subscriptions: SubscriptionService;
}): Router {
  const { access, auditor, feeds, subscriptions } = options;
  const router = PromiseRouter();

  router.get('/calendar-subscriptions', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityCalendarSubscribePermission,
    );
    res.json({ items: await subscriptions.list(caller) });
  });

  router.post('/calendar-subscriptions', async (req, res) => {
    // A feed shows what calendars show, so who may not read them may not make one.
    await access.caller(req, continuityCalendarReadPermission);
    const caller = await access.caller(
      req,
      continuityCalendarSubscribePermission,
    );
    const { subject }: { subject: SubscriptionSubject } = req.body;
    const made = await audited(
      auditor,
      {
        eventId: 'calendar-subscription-create',
        request: req,
        meta: { subject: { kind: subject.kind, ref: subject.ref } },
      },
      async () => {
        const result = await subscriptions.create(subject, caller);
        return { result, meta: { id: result.id } };
      },
    );
    // The answer holds the only copy of the address.
    res.set('Cache-Control', 'no-store').status(201).json(made);
  });

  router.delete('/calendar-subscriptions/:id', async (req, res) => {
    const caller = await access.caller(
      req,
      continuityCalendarSubscribePermission,
      continuityWindowAdministerPermission,
    );
    const id = req.params.id.toLocaleLowerCase('en-US');
    await audited(
      auditor,
      {
        eventId: 'calendar-subscription-revoke',
        request: req,
        meta: { id },
      },
      async () => {
        const { subject, createdBy } = await subscriptions.revoke(
          id,
          caller,
          await access.may(caller, continuityWindowAdministerPermission),
        );
        const { kind, ref } = subject;
        return {
          result: undefined,
          meta: { subject: { kind, ref }, createdBy },
        };
      },
    );
    res.status(204).end();
  });

  // No session: the token is the credential. See `admitCalendarPrograms`.
  router.get('/calendar-feeds/:token', async (req, res) => {
    // Nobody but the program may keep it, and that has to ask whether it is still good.
    res.set('Cache-Control', 'private, no-cache');
    const { text, etag, fileName } = await feeds.fetch(req.params.token);
    res
      .set('ETag', etag)
      .set('Content-Type', 'text/calendar; charset=utf-8')
      .set('Content-Disposition', `attachment; filename="${fileName}"`)
      // Answers 304 by itself to who has this version.
      .send(text);
  });

  return router;
}
