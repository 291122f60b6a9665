import { ResponseError } from '@backstage/errors';
import type {
  ContinuityClient,
  EvidenceBatchResult,
} from '@continuity/plugin-continuity-common';
import { z } from 'zod';
import { NoAnswerError } from '../failures';
import type { Connection } from '../http/connect';
import { describeIssues } from '../output/describeIssues';
import type { EvidenceItem, RejectedItem } from './EvidenceItem';

/** What the API takes at once. */
const BATCH = 500;

/** What became of the reports so far. */
export interface PushOutcome {
  accepted: number;
  known: number;
  rejected: RejectedItem[];
}

const batchResultSchema: z.ZodType<EvidenceBatchResult> = z.looseObject({
  accepted: z.int().nonnegative(),
  known: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  results: z.array(
    z.looseObject({
      index: z.int().nonnegative(),
      status: z.enum(['accepted', 'known', 'rejected']),
      id: z.string().optional(),
      field: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
});

/**
 * Sends reports in batches and adds to `outcome` as it goes, so that it also tells how
 * far a push came that broke off.
 *
 * @throws NoAnswerError, UsageError
 */
export async function pushEvidence(
  items: readonly EvidenceItem[],
  connection: Connection,
  outcome: PushOutcome,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    await pushBatch(batch, connection, outcome);
  }
}

async function pushBatch(
  batch: readonly EvidenceItem[],
  connection: Connection,
  outcome: PushOutcome,
): Promise<void> {
  const answer = await connection.ask(client =>
    sendUnlessTooLarge(client, batch),
  );
  if (answer !== 'too large') {
    addResults(answer, batch, outcome);
    return;
  }
  if (batch.length === 1) {
    outcome.rejected.push({
      place: batch[0].place,
      position: batch[0].position,
      message: 'is too large for the server',
    });
    return;
  }
  const middle = Math.ceil(batch.length / 2);
  await pushBatch(batch.slice(0, middle), connection, outcome);
  await pushBatch(batch.slice(middle), connection, outcome);
}

async function sendUnlessTooLarge(
  client: ContinuityClient,
  batch: readonly EvidenceItem[],
): Promise<EvidenceBatchResult | 'too large'> {
  try {
    return await client.createEvidenceBatch(batch.map(({ value }) => value));
  } catch (error) {
    if (ResponseError.is(error) && error.response.status === 413) {
      return 'too large';
    }
    throw error;
  }
}

function addResults(
  answer: unknown,
  batch: readonly EvidenceItem[],
  outcome: PushOutcome,
): void {
  const parsed = batchResultSchema.safeParse(answer);
  if (!parsed.success) {
    throw new NoAnswerError(
      `the server's answer is not the result of a batch: ${describeIssues(
        parsed.error,
      )}`,
    );
  }
  const results = new Map(
    parsed.data.results.map(result => [result.index, result]),
  );
  // First look, then count: half an answer must not count as one.
  const paired = batch.map(({ place, position }, index) => {
    const result = results.get(index);
    if (!result) {
      throw new NoAnswerError(
        `the server's answer does not say what became of ${place}`,
      );
    }
    return { place, position, result };
  });
  for (const { place, position, result } of paired) {
    if (result.status === 'rejected') {
      const { field, message = 'the server does not say why' } = result;
      outcome.rejected.push({
        place,
        position,
        ...(field && { field }),
        message,
      });
    } else {
      outcome[result.status] += 1;
    }
  }
}
