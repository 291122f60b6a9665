import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Does a piece of work as one audit event that is opened before and closed after it,
 * also when it fails.
 *
 * @param work - returns the result, and what the closing event tells of it
 */
export async function audited<T>(
  auditor: AuditorService,
  event: { eventId: string; request: Request; meta?: JsonObject },
  work: () => Promise<{ result: T; meta?: JsonObject }>,
): Promise<T> {
  const opened = await auditor.createEvent({ severityLevel: 'low', ...event });
  let done: { result: T; meta?: JsonObject };
  try {
    done = await work();
  } catch (error) {
    await opened.fail({ error: toError(error) });
    throw error;
  }
  await opened.success({ meta: done.meta });
  return done.result;
}
