import type { IncomingMessage } from 'node:http';
import { messageOf } from '../failures';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import type { AdmissionMetrics } from './AdmissionMetrics';
import {
  MalformedReviewError,
  parseReview,
  reviewOf,
  type AdmissionRequest,
  type AdmissionResponse,
} from './AdmissionReview';
import type { Judgement } from './Judgement';
import { judgeRequest, type Bench } from './judgeRequest';
import { readBody, RefusedError, type HttpAnswer } from './listeners';
import { respond } from './respond';

/** What is left of the API server's patience for the way back. */
const MARGIN_MS = 1_000;
const LEAST_PATIENCE_MS = 100;

/** Answers the API server: one review a request, one line of the log an answer. */
export class AdmissionWebhook {
  readonly #bench: Bench;
  readonly #metrics: AdmissionMetrics;
  readonly #io: Pick<Io, 'out' | 'err' | 'now'>;

  constructor(
    bench: Bench,
    metrics: AdmissionMetrics,
    io: Pick<Io, 'out' | 'err' | 'now'>,
  ) {
    this.#bench = bench;
    this.#metrics = metrics;
    this.#io = io;
  }

  /** @throws RefusedError for what is no review: no answer, so the API server denies */
  async answer(request: IncomingMessage): Promise<HttpAnswer> {
    const began = this.#io.now();
    const url = new URL(request.url ?? '/', 'https://webhook');
    try {
      if (url.pathname !== '/validate') {
        throw new RefusedError(404, 'expected /validate');
      }
      if (request.method !== 'POST') {
        throw new RefusedError(405, 'expected POST');
      }
      const review = readReview(await readBody(request));
      const { settings } = this.#bench;
      const judgement = await judgeRequest(
        review,
        this.#bench,
        patienceFor(url, settings.answerWithin),
      );
      const response = respond(review.uid, judgement, settings);
      this.#record(review, judgement, response, this.#io.now() - began);
      return { status: 200, body: reviewOf(response) };
    } catch (error) {
      const status = error instanceof RefusedError ? error.status : 500;
      this.#metrics.refused(status);
      this.#io.err(`${status}: ${plainLine(messageOf(error))}\n`);
      throw error;
    }
  }

  #record(
    review: AdmissionRequest,
    judgement: Judgement,
    { allowed }: AdmissionResponse,
    ms: number,
  ): void {
    this.#metrics.answered(judgement, allowed, ms / 1000);
    const { uid, operation, kind, namespace, dryRun, object } = review;
    const { outcome, message, facts } = judgement;
    this.#io.out(
      `${JSON.stringify({
        time: new Date(this.#io.now()).toISOString(),
        uid,
        operation,
        kind: kind.kind,
        namespace,
        name:
          review.name || object?.metadata.name || object?.metadata.generateName,
        ...(dryRun && { dryRun }),
        mode: this.#bench.settings.mode,
        outcome,
        allowed,
        ...facts,
        message: plainLine(message),
        ms,
      })}\n`,
    );
  }
}

function readReview(text: string): AdmissionRequest {
  try {
    return parseReview(text);
  } catch (error) {
    if (!(error instanceof MalformedReviewError)) throw error;
    throw new RefusedError(400, error.message);
  }
}

/**
 * How long the gate may be waited for. The API server says in the query how long it
 * waits itself (`?timeout=10s`); an answer after that is none.
 */
export function patienceFor(url: URL, answerWithinMs: number): number {
  const [, count, unit] =
    /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(url.searchParams.get('timeout') ?? '') ??
    [];
  if (unit === undefined) return answerWithinMs;
  const given = Number(count) * { ms: 1, s: 1_000, m: 60_000 }[unit as 's'];
  const left = Math.max(given - MARGIN_MS, LEAST_PATIENCE_MS);
  return Math.min(answerWithinMs, left);
}
