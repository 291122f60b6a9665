import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  ChangeDecisionResult,
  ChangeDecisions,
} from '@continuity/plugin-continuity-common';
import type { Caller } from '../../http';
import type { ChangeBallot } from '../ChangeBallot';
import type { ChangeReader } from '../ChangeReader';

/** Errors of which the message is for whoever decides. */
const TOLD = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/** Decides on several changes, each as if it was decided alone. */
export class BulkBallot {
  readonly #ballot: Pick<ChangeBallot, 'decide'>;
  readonly #reader: Pick<ChangeReader, 'summary'>;
  readonly #logger: Pick<LoggerService, 'error'>;

  constructor(options: {
    ballot: Pick<ChangeBallot, 'decide'>;
    reader: Pick<ChangeReader, 'summary'>;
    logger: Pick<LoggerService, 'error'>;
  }) {
    this.#ballot = options.ballot;
    this.#reader = options.reader;
    this.#logger = options.logger;
  }

  /** One after another; what came of each, in the same order. */
  async decide(
    decisions: ChangeDecisions['decisions'],
    caller: Caller,
  ): Promise<ChangeDecisionResult[]> {
    const results: ChangeDecisionResult[] = [];
    for (const { change, ...decision } of decisions) {
      const id = change.toLocaleLowerCase('en-US');
      try {
        await this.#ballot.decide(id, decision, caller);
        results.push({
          change: id,
          done: true,
          summary: await this.#reader.summary(id, caller),
        });
      } catch (error) {
        results.push({
          change: id,
          done: false,
          refusal: this.#refusalOf(id, toError(error)),
        });
      }
    }
    return results;
  }

  /** What was decided before stays so, hence no error ends the whole. */
  #refusalOf(id: string, error: Error): { name: string; message: string } {
    if (TOLD.has(error.name)) {
      return { name: error.name, message: error.message };
    }
    this.#logger.error(`Change ${id} could not be decided on`, error);
    return {
      name: 'Error',
      message:
        'It is not known whether this was kept, because of a fault here. Load the change and see',
    };
  }
}
