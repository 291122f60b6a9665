import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  changeMachine,
  durationMs,
  step,
  type ChangeEvent,
  type ChangeSettings,
  type Conflict,
  type Instant,
  type Refusal,
} from '@continuity/engine';
import type { ChangeMove } from '@continuity/plugin-continuity-common';
import type { Access, Caller } from '../http';
import { changeContext } from './changeContext';
import type { ChangeJudge } from './ChangeJudge';
import { requireRight, type ChangeAuthority } from './ChangeRights';
import {
  unknownChange,
  type ChangeAsIs,
  type ChangeEdit,
  type ChangeWriter,
  type Told,
} from './ChangeWriter';
import { draftOf } from './draftOf';
import { readComment, readContent, wrongContent } from './contentInput';
import type { ReadinessNow } from './ReadinessNow';
import { readReview, type ReadReview } from './readReview';
import { authored, partiesOf, refusesToMove, requireStep, say } from './steps';
import type { StoredChange } from './types';

/** How soon a change that failed is reviewed, where its protocol asks for no review. */
const REVIEW_AFTER_FAILURE = 'P5D';

export interface ChangeDeskOptions {
  access: Pick<Access, 'visibleOf'>;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  judge: ChangeJudge;
  writer: ChangeWriter;
  readiness: Pick<ReadinessNow, 'refusals'>;
  settings: ChangeSettings;
  now: () => Instant;
}

/** What has to be found out elsewhere before a step. */
interface Prepared {
  conflicts: Conflict[];
  readiness: Refusal[];
}

const NOTHING_PREPARED: Prepared = { conflicts: [], readiness: [] };

/** Raising, revising and moving changes. What is approved and refused is at the ballot. */
export class ChangeDesk {
  readonly #options: ChangeDeskOptions;

  constructor(options: ChangeDeskOptions) {
    this.#options = options;
  }

  /**
   * @returns the id of the draft
   * @throws InputError that names every field that is wrong
   */
  async create(raw: unknown, caller: Caller): Promise<string> {
    const { judge, writer } = this.#options;
    const content = readContent(raw);
    await this.#requireVisible(content.entities, caller);
    const { change, judged } = await draftOf(
      { id: randomUUID(), content, by: caller.ref, at: this.#options.now() },
      judge,
    );
    await writer.create(change, judged);
    return change.id;
  }

  /** @throws StaleChangeError when somebody else was faster */
  async revise(
    id: string,
    input: { revision: number; content: unknown; comment?: string },
    caller: Caller,
  ): Promise<void> {
    const { authority, judge, writer } = this.#options;
    const content = readContent(input.content);
    const comment = readComment(input.comment);
    const rights = await authority.rightsOf(caller);
    const at = this.#options.now();
    await writer.change(
      id,
      { by: caller.ref, expected: input.revision, at },
      async ({ change, judged }) => {
        await this.#requireVisible(change.content.entities, caller, change);
        requireRight(rights.refusesToSteer(partiesOf(change, judged.owners)));
        await this.#requireVisible(content.entities, caller);
        return judge.judge({ ...change, ...authored(change, caller), content });
      },
      (asIs, judged) => {
        const { change, approvals } = asIs;
        const context = changeContext({
          ...asIs,
          ...NOTHING_PREPARED,
          review: [],
          settings: this.#options.settings,
        });
        const to = requireStep(
          step(changeMachine, change.state, 'revise', context),
        );
        const { suspension, escalateAt, ...rest } = change;
        const revision = change.revision + 1;
        return {
          after: {
            ...rest,
            ...authored(change, caller),
            content,
            state: to,
            revision,
            contentRevision: revision,
            preApproved: false,
            observedDigests: {},
          },
          judged,
          happened: [{ event: 'revise', to, ...say(comment) }],
          revision: { ...say(comment) },
          ended: {
            ids: approvals
              .filter(({ state }) => state === 'counts')
              .map(one => one.id),
            as: 'superseded',
            because: 'What the change says was changed after it was given.',
          },
        };
      },
    );
  }

  /**
   * Takes a change a step further.
   *
   * @throws RefusedStepError with everything that is in the way
   * @throws StaleChangeError when somebody else was faster
   */
  async move(
    id: string,
    input: Omit<ChangeMove, 'revision'> & { revision: number },
    caller: Caller,
  ): Promise<void> {
    const { authority, writer } = this.#options;
    const { event, revision } = input;
    const comment = readComment(input.comment);
    const at = this.#options.now();
    if (event === 'finish' && input.outcome === undefined) {
      throw new InputError(
        'outcome: is missing; expected succeeded, failed or rolled-back',
      );
    }
    if (event === 'cancel' && comment === undefined) {
      throw new InputError('comment: is missing; expected why it is cancelled');
    }
    const review = readReview(input.review);
    const rights = await authority.rightsOf(caller);
    await writer.change(
      id,
      { by: caller.ref, expected: revision, at },
      async asIs => {
        const { change, judged } = asIs;
        await this.#requireVisible(change.content.entities, caller, change);
        requireRight(refusesToMove(rights, event, { change, judged }));
        return this.#prepare(event, asIs);
      },
      (asIs, prepared) =>
        this.#moved(asIs, { ...input, comment, review, at }, prepared, caller),
    );
  }

  async #prepare(
    event: ChangeEvent,
    { change, judged }: ChangeAsIs,
  ): Promise<Prepared> {
    const { judge, readiness } = this.#options;
    return {
      conflicts:
        event === 'schedule' ? await judge.conflicts(change, judged) : [],
      readiness:
        event === 'start' ? await readiness.refusals(change, judged) : [],
    };
  }

  #moved(
    asIs: ChangeAsIs,
    input: Omit<ChangeMove, 'review'> & { review: ReadReview; at: Instant },
    prepared: Prepared,
    caller: Caller,
  ): ChangeEdit {
    const { change, judged, seats } = asIs;
    const { settings } = this.#options;
    const { event, comment, outcome, review, at } = input;
    const context = changeContext({
      ...asIs,
      ...prepared,
      review: review.problems,
      ...(outcome !== undefined && { outcome }),
      settings,
    });
    const to = requireStep(step(changeMachine, change.state, event, context));
    const happened: Told[] = [
      { event, to, ...say(comment), details: detailsOf(event, asIs) },
    ];
    const after: StoredChange = {
      ...change,
      state: to,
      revision: change.revision + 1,
    };
    switch (event) {
      case 'request-approval':
        after.escalateAt = at + durationMs(settings.approvals.escalateAfter);
        // Nobody has to be asked, or everybody has agreed to just that before.
        if (judged.roster && seats.plan.isComplete) {
          approveAt(after, asIs);
          happened.push({
            event: 'approve',
            to: after.state,
            details: ['Every seat is filled.'],
          });
        }
        break;
      case 'pre-approve':
        after.preApproved = true;
        after.readiness = judged.snapshot;
        delete after.suspension;
        break;
      case 'finish': {
        after.outcome = outcome;
        if (to === 'in-review') {
          const within = judged.protocol.reviewWithin ?? REVIEW_AFTER_FAILURE;
          after.reviewDueAt = at + durationMs(within);
        }
        break;
      }
      case 'complete-review':
        if (review.value) {
          after.review = { ...review.value, by: caller.ref, at };
        }
        delete after.reviewDueAt;
        break;
      default:
    }
    return { after, happened };
  }

  /** @param own - whoever wrote a part of it sees it anyway */
  async #requireVisible(
    entities: readonly string[],
    caller: Caller,
    own?: StoredChange,
  ): Promise<void> {
    if (own?.authors.includes(caller.ref)) return;
    const visible = await this.#options.access.visibleOf(entities, caller);
    const hidden = entities.flatMap((ref, position) =>
      visible.has(ref) ? [] : [{ ref, position }],
    );
    if (hidden.length === 0) return;
    if (own) throw unknownChange(own.id);
    throw wrongContent(
      hidden.map(({ ref, position }) => ({
        path: `entities.${position}`,
        message: `${JSON.stringify(
          ref,
        )} is not in the catalog, or you may not see it; expected an entity that is`,
      })),
    );
  }
}

/** What was approved is what there is now, and nothing is suspended any more. */
export function approveAt(
  after: StoredChange,
  { judged }: Pick<ChangeAsIs, 'judged'>,
): void {
  after.state = 'approved';
  after.readiness = judged.snapshot;
  delete after.suspension;
  delete after.escalateAt;
}

/** On what evidence a step was taken. */
function detailsOf(
  event: ChangeEvent,
  { judged, seats }: Pick<ChangeAsIs, 'judged' | 'seats'>,
): string[] {
  switch (event) {
    case 'assess':
      return judged.classification.rules
        .filter(({ outcome }) => outcome !== 'not-met')
        .map(({ title, explanation }) => `${title}: ${explanation}`);
    case 'request-approval':
      return seats.missing === '' ? [] : [`Missing: ${seats.missing}.`];
    default:
      return [];
  }
}
