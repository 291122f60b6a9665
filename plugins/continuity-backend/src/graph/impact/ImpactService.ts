import {
  measureImpactInSteps,
  type OutageImpact,
  type Steps,
} from '@continuity/engine';
import type { Impact, ImpactItem } from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import type { Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { countReached, type Reached } from '../view/countReached';
import { drawPicture } from '../view/drawPicture';
import { passes } from '../view/filterNodes';
import { filterInSteps } from '../view/inSteps';
import { isoDuration } from '../view/isoDuration';
import { pageOf } from '../view/paging';
import { affectedBy, downIn } from './affectedBy';
import { Course } from './Course';
import { impactCsv } from './impactCsv';
import { knownOutage } from './knownOutage';
import type { ImpactQuestion } from './readImpactRequest';

const MAX_DOWN = 200;
/** Rows of a file; at that length a spreadsheet is the wrong tool. */
const MAX_ROWS = 100_000;

/** One outage, worked out. */
interface Measured extends AskedGraph {
  impact: OutageImpact;
  unknown: string[];
  affected: Reached[];
  /** Those that the filters let through and the caller may see. */
  listed: Reached[];
  hidden: number;
  course: Course | undefined;
}

/** What fails or degrades when something is down, and by which way. */
export class ImpactService {
  readonly #questions: GraphQuestions;

  constructor(questions: GraphQuestions) {
    this.#questions = questions;
  }

  async impact(question: ImpactQuestion, caller: Caller): Promise<Impact> {
    const measured = await this.#ask(question, caller);
    return inTurns(this.#present(measured, question));
  }

  /** All of it as CSV. */
  async csv(question: ImpactQuestion, caller: Caller): Promise<string> {
    const measured = await this.#ask(question, caller);
    return inTurns(
      impactCsv(
        measured.listed.slice(0, MAX_ROWS),
        one => itemOf(one, measured),
        {
          hidden: measured.hidden,
          left: Math.max(0, measured.listed.length - MAX_ROWS),
        },
      ),
    );
  }

  *#present(measured: Measured, question: ImpactQuestion): Steps<Impact> {
    const { impact, view, affected, listed, course } = measured;
    const down = downIn(impact);
    const { items, nextCursor } = pageOf(
      listed,
      question.page,
      measured.snapshot.revision,
    );
    return {
      graph: measured.freshness,
      down: down
        .filter(ref => view.sees(ref))
        .slice(0, MAX_DOWN)
        .map(ref => view.node(ref)),
      downTotal: down.length,
      unknown: measured.unknown,
      totals: yield* countReached(affected, view, this.#questions.tiers),
      ...(course && {
        breached: course.breached,
        backAfter: isoDuration(course.backSeconds),
      }),
      totalItems: listed.length,
      absorbed: course ? course.absorbed(view) : [],
      items: items.map(one => itemOf(one, measured)),
      picture: yield* drawPicture(
        down.map(ref => ({ ref, outcome: 'down' })),
        affected,
        view,
        ({ ref }) => impact.explain(ref)?.path ?? [ref],
      ),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async #ask(question: ImpactQuestion, caller: Caller): Promise<Measured> {
    const asked = await this.#questions.ask(caller);
    return inTurns(this.#measure(question, asked));
  }

  *#measure(question: ImpactQuestion, asked: AskedGraph): Steps<Measured> {
    const { snapshot, view } = asked;
    const { outage, unknown } = yield* knownOutage(question, snapshot, view);
    const impact = yield* measureImpactInSteps(snapshot.graph, outage);
    const course =
      question.seconds === undefined
        ? undefined
        : yield* Course.of(snapshot.graph, outage, question.seconds);
    const affected = yield* affectedBy(impact);
    const seen = yield* filterInSteps(affected, ({ ref }) => view.sees(ref));
    return {
      ...asked,
      impact,
      unknown,
      affected,
      listed: yield* filterInSteps(
        seen,
        one =>
          (question.outcome === undefined ||
            one.outcome === question.outcome) &&
          (!question.breached || course?.breachesOf(one.ref).length !== 0) &&
          passes(one.ref, question.filter, snapshot),
      ),
      hidden: affected.length - seen.length,
      course,
    };
  }
}

function itemOf(
  { ref, outcome, hops }: Reached,
  { impact, view, course }: Measured,
): ImpactItem {
  return {
    node: view.node(ref),
    outcome,
    hops,
    path: view.path(impact.explain(ref)?.path ?? [ref]),
    breaches: course ? course.present(ref, view) : [],
  };
}
