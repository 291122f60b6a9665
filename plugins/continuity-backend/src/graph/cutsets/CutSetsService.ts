import { findCutSetsInSteps } from '@continuity/engine';
import type {
  CutSets,
  CutSetsRequest,
} from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import { type Access, canonicalRef, type Caller } from '../../http';
import type { GraphQuestions } from '../GraphQuestions';
import { requireInGraph } from '../view/requireInGraph';
import { availabilityOf } from './presentAvailability';

/** Steps that one answer may take; what needs more is cut short and says so. */
const EFFORT = 100_000;

/** What brings a root down together. */
export class CutSetsService {
  readonly #questions: GraphQuestions;
  readonly #access: Pick<Access, 'assertVisible'>;

  constructor(options: {
    questions: GraphQuestions;
    access: Pick<Access, 'assertVisible'>;
  }) {
    this.#questions = options.questions;
    this.#access = options.access;
  }

  /** @throws NotFoundError when there is no such root, or it is hidden */
  async find(request: CutSetsRequest, caller: Caller): Promise<CutSets> {
    const { max = 2, limit = 100 } = request;
    const root = canonicalRef('root', request.root);
    const [asked] = await Promise.all([
      this.#questions.ask(caller),
      this.#access.assertVisible(root, caller),
    ]);
    const { snapshot, view } = asked;
    requireInGraph(root, asked);
    const { cutSets, complete, because } = await inTurns(
      findCutSetsInSteps(snapshot.graph, root, {
        maxSize: max,
        limit,
        effort: EFFORT,
      }),
    );
    return {
      graph: asked.freshness,
      root: view.node(root),
      max,
      sets: cutSets.map(members => {
        const probability = allDown(
          members.map(ref => snapshot.graph.node(ref)),
        );
        return {
          members: members.map(ref => view.node(ref)),
          ...(probability !== undefined && { probability }),
        };
      }),
      complete,
      ...(because !== undefined && { because }),
      availability: await inTurns(availabilityOf(snapshot.graph, root)),
    };
  }
}

/** That all of them are down at once, when they fail independently of each other. */
function allDown(
  nodes: readonly ({ availability?: number } | undefined)[],
): number | undefined {
  let probability = 1;
  for (const node of nodes) {
    if (node?.availability === undefined) return undefined;
    probability *= 1 - node.availability;
  }
  return probability;
}
