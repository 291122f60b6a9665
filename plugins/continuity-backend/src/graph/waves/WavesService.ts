import { InputError, NotFoundError } from '@backstage/errors';
import {
  measureImpactInSteps,
  orderGraphInSteps,
  recoveryTimesInSteps,
  type Steps,
} from '@continuity/engine';
import type { Waves, WavesRequest } from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import { type Access, canonicalRef, type Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { knownOutage } from '../impact/knownOutage';
import { readOutage } from '../impact/readImpactRequest';
import { systemOf } from '../model/entityFacts';
import type { GraphView } from '../view/GraphView';
import { isoDuration } from '../view/isoDuration';
import { requireInGraph } from '../view/requireInGraph';
import { eachInSteps, filterInSteps } from '../view/inSteps';
import { inducedGraph } from './inducedGraph';

const MAX_WAVES = 500;
const MAX_PARTS = 200;
/** More than this nobody deploys in one go. */
const MAX_OF_SYSTEM = 1000;

/** What is to be ordered. */
interface Selection {
  nodes: ReadonlySet<string>;
  unknown: string[];
  /** Whether what lies between them counts. */
  through: boolean;
}

/** In which order to deploy or to recover. */
export class WavesService {
  readonly #questions: GraphQuestions;
  readonly #access: Pick<Access, 'assertVisible'>;

  constructor(options: {
    questions: GraphQuestions;
    access: Pick<Access, 'assertVisible'>;
  }) {
    this.#questions = options.questions;
    this.#access = options.access;
  }

  async plan(request: WavesRequest, caller: Caller): Promise<Waves> {
    const { purpose = 'deployment' } = request;
    const select = this.#reader(request);
    const asked = await this.#questions.ask(caller);
    const { nodes, unknown, through } = await select(asked, caller);
    const { snapshot, view } = asked;
    const graph = await inducedGraph(snapshot.graph, nodes, { through });
    const { waves, components } = await inTurns(orderGraphInSteps(graph));
    const circleOf = new Map(
      components.flatMap(members =>
        members.map(ref => [ref, members] as const),
      ),
    );
    const timeOf =
      purpose === 'recovery'
        ? await inTurns(recoveryTimesInSteps(graph))
        : undefined;
    const hiddenAmong = async (refs: Iterable<string>) =>
      (await inTurns(filterInSteps(refs, ref => !view.sees(ref)))).length;
    const shown: Waves['waves'] = [];
    for (const wave of waves.slice(0, MAX_WAVES)) {
      shown.push({
        total: wave.length,
        hidden: await hiddenAmong(wave),
        ...(timeOf && (await inTurns(readyAfter(wave, timeOf)))),
        parts: partsOf(wave, circleOf, view),
      });
    }
    return {
      graph: asked.freshness,
      purpose,
      unknown,
      total: nodes.size,
      hidden: await hiddenAmong(nodes),
      waves: shown,
    };
  }

  /** @throws InputError unless exactly one way of saying what is meant is used */
  #reader({ entities, impactOf, system }: WavesRequest) {
    const given = [entities, impactOf, system].filter(of => of !== undefined);
    if (given.length !== 1) {
      throw new InputError(
        `entities: expected exactly one of entities, impactOf and system, and ${given.length} are given`,
      );
    }
    if (entities) {
      const refs = entities.map((ref, index) =>
        canonicalRef(`entities.${index}`, ref),
      );
      return async (asked: AskedGraph) => named(refs, asked);
    }
    if (impactOf) {
      const outage = readOutage(impactOf, 'impactOf.');
      return async ({ snapshot, view }: AskedGraph): Promise<Selection> => {
        const known = await inTurns(knownOutage(outage, snapshot, view));
        const { failed } = await inTurns(
          measureImpactInSteps(snapshot.graph, known.outage),
        );
        const nodes = new Set<string>();
        await inTurns(
          eachInSteps(failed.nodes(), ({ node }) => nodes.add(node)),
        );
        return {
          nodes,
          unknown: known.unknown,
          // What is not down needs no recovery and holds nobody up.
          through: false,
        };
      };
    }
    const ref = canonicalRef('system', system ?? '');
    return async (asked: AskedGraph, caller: Caller): Promise<Selection> => {
      await this.#access.assertVisible(ref, caller);
      requireInGraph(ref, asked);
      return partsOfSystem(ref, asked);
    };
  }
}

function named(
  refs: readonly string[],
  { snapshot, view }: AskedGraph,
): Selection {
  const isKnown = (ref: string) => snapshot.graph.has(ref) && view.sees(ref);
  return {
    nodes: new Set(refs.filter(isKnown)),
    unknown: refs.filter(ref => !isKnown(ref)),
    through: true,
  };
}

function partsOfSystem(
  system: string,
  { snapshot, view }: AskedGraph,
): Selection {
  const nodes = new Set<string>();
  for (const { ref, entity } of snapshot.entries()) {
    if (systemOf(entity) === system && view.sees(ref)) nodes.add(ref);
    if (nodes.size === MAX_OF_SYSTEM) break;
  }
  if (nodes.size === 0) {
    throw new NotFoundError(
      `system: nothing that you may see is part of ${system}`,
    );
  }
  return { nodes, unknown: [], through: true };
}

function* readyAfter(
  wave: readonly string[],
  timeOf: (ref: string) => { seconds: number; exact: boolean },
): Steps<{ readyAfter?: string }> {
  let last = 0;
  let isExact = true;
  yield* eachInSteps(wave, ref => {
    const { seconds, exact } = timeOf(ref);
    last = Math.max(last, seconds);
    isExact &&= exact;
  });
  return isExact ? { readyAfter: isoDuration(last) } : {};
}

function partsOf(
  wave: readonly string[],
  circleOf: ReadonlyMap<string, string[]>,
  view: GraphView,
): Waves['waves'][number]['parts'] {
  const parts: Waves['waves'][number]['parts'] = [];
  const done = new Set<string>();
  for (const ref of wave) {
    if (done.has(ref) || parts.length === MAX_PARTS) continue;
    const circle = circleOf.get(ref);
    const members = circle ?? [ref];
    members.forEach(member => done.add(member));
    if (members.some(member => view.sees(member))) {
      parts.push({
        members: members.slice(0, MAX_PARTS).map(member => view.node(member)),
        cycle: circle !== undefined,
      });
    }
  }
  return parts;
}
