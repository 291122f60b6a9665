import type { GraphEdge as EngineEdge, Steps } from '@continuity/engine';
import type {
  GraphCountedGroup,
  GraphDirection,
  GraphEdge,
  GraphPicture,
  ImpactOutcome,
} from '@continuity/plugin-continuity-common';
import { FUNCTION_NODE } from '../model/nodeKinds';
import { type GraphView, sourceOf } from './GraphView';
import { eachInSteps, filterInSteps } from './inSteps';

/** More is a hairball. */
const MAX_NODES = 200;
const MAX_EDGES = 1000;
const MAX_GROUPS = 100;
const MAX_ATTACHED = 20;
/** Members of a group that are looked at for what the group is next to. */
const ATTACHING = 50;

/** Something to draw, or to count. */
export interface Drawable {
  ref: string;
  hops: number;
  outcome: ImpactOutcome;
  direction?: GraphDirection;
  kind?: string;
  owner?: string;
}

/**
 * What to draw of a question: first from where one looks, then business functions with
 * all that leads to them, then what is nearest. Everything else is counted by its owner,
 * and what the caller may not see is one count.
 *
 * @param centre - refs from which one looks
 * @param around - nearest first
 * @param wayTo - from where one looks to one of them; what lies on it is drawn with it
 */
export function* drawPicture<T extends Drawable>(
  centre: readonly { ref: string; outcome: ImpactOutcome }[],
  around: readonly T[],
  view: GraphView,
  wayTo: (one: T) => readonly string[],
): Steps<GraphPicture> {
  const drawn = new Map<string, GraphPicture['nodes'][number]>();
  const byRef = new Map<string, T>();
  yield* eachInSteps(around, one => byRef.set(one.ref, one));
  const draw = (
    ref: string,
    rest: Omit<GraphPicture['nodes'][number], 'node'>,
  ) => drawn.set(ref, { node: view.node(ref), ...rest });

  for (const { ref, outcome } of centre.slice(0, MAX_NODES / 2)) {
    if (view.sees(ref)) draw(ref, { hops: 0, outcome });
  }
  for (const one of yield* inOrderOfInterest(around)) {
    yield;
    if (drawn.size >= MAX_NODES) break;
    const missing = wayTo(one).flatMap(ref =>
      drawn.has(ref) || !view.sees(ref) ? [] : byRef.get(ref) ?? [],
    );
    if (drawn.size + missing.length > MAX_NODES) continue;
    for (const { ref, hops, outcome, direction } of missing) {
      draw(ref, { hops, outcome, ...(direction && { direction }) });
    }
  }
  return {
    nodes: [...drawn.values()],
    edges: edgesAmong(drawn, view),
    groups: yield* countRest(
      yield* filterInSteps(around, ({ ref }) => !drawn.has(ref)),
      drawn,
      view,
    ),
  };
}

function* inOrderOfInterest<T extends Drawable>(
  around: readonly T[],
): Steps<T[]> {
  const functions = yield* filterInSteps(
    around,
    ({ kind }) => kind === FUNCTION_NODE,
  );
  return [
    ...functions.slice(0, MAX_NODES / 4),
    // Whether it is drawn already is looked at when its turn comes.
    ...around.slice(0, MAX_NODES * 2),
  ];
}

function edgesAmong(
  drawn: ReadonlyMap<string, unknown>,
  view: GraphView,
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const from of drawn.keys()) {
    for (const edge of view.snapshot.graph.dependenciesOf(from)) {
      if (drawn.has(edge.to) && edges.length < MAX_EDGES) {
        edges.push(presentEdge(edge, view));
      }
    }
  }
  return edges;
}

function presentEdge(edge: EngineEdge, view: GraphView): GraphEdge {
  const group = view.group(edge);
  return {
    from: edge.from,
    to: edge.to,
    strength: edge.strength ?? 'hard',
    source: sourceOf(edge) ?? 'depends-on',
    ...(group && { group }),
  };
}

function* countRest(
  rest: readonly Drawable[],
  drawn: ReadonlyMap<string, unknown>,
  view: GraphView,
): Steps<GraphCountedGroup[]> {
  const groups = new Map<string, Drawable[]>();
  yield* eachInSteps(rest, one => {
    const key = groupKey(one, view);
    const members = groups.get(key);
    if (members) members.push(one);
    else groups.set(key, [one]);
  });
  const sorted = [...groups].sort(
    ([a, left], [b, right]) =>
      Number(isHidden(a)) - Number(isHidden(b)) ||
      right.length - left.length ||
      (a < b ? -1 : 1),
  );
  const own = sorted.filter(([key]) => !isHidden(key));
  const hidden = sorted.filter(([key]) => isHidden(key));
  const room = MAX_GROUPS - hidden.length - 2;
  const others = own.slice(room).flatMap(([, members]) => members);
  return [
    ...own.slice(0, room).map(([key, members]) => {
      const [direction, owner] = parts(key);
      return counted(key, members, {
        ...(direction && { direction }),
        title: owner === 'none' ? 'without an owner' : `of ${owner}`,
        filter: { owner },
        attachedTo: attachments(members, drawn, view),
      });
    }),
    ...directionsOf(others).map(([direction, members]) =>
      counted(`${direction ?? ''}|others`, members, {
        ...(direction && { direction }),
        title: 'of other owners',
        filter: {},
      }),
    ),
    ...hidden.map(([key, members]) => {
      const [direction] = parts(key);
      return counted(key, members, {
        ...(direction && { direction }),
        title: 'that you may not see',
        filter: { hidden: true },
      });
    }),
  ];
}

function counted(
  id: string,
  members: readonly Drawable[],
  {
    title,
    attachedTo,
    ...rest
  }: Pick<GraphCountedGroup, 'title' | 'filter'> &
    Partial<Pick<GraphCountedGroup, 'direction' | 'attachedTo'>>,
): GraphCountedGroup {
  return {
    id,
    title: `${members.length} ${title}`,
    count: members.length,
    ...rest,
    ...(attachedTo && attachedTo.length > 0 && { attachedTo }),
  };
}

/** Drawn nodes that members depend on, or that depend on them. */
function attachments(
  members: readonly Drawable[],
  drawn: ReadonlyMap<string, unknown>,
  view: GraphView,
): string[] {
  const found = new Set<string>();
  for (const { ref, direction } of members.slice(0, ATTACHING)) {
    const { graph } = view.snapshot;
    const next =
      direction === 'dependencies'
        ? graph.dependantsOf(ref).map(({ from }) => from)
        : graph.dependenciesOf(ref).map(({ to }) => to);
    for (const other of next) {
      if (drawn.has(other)) found.add(other);
      if (found.size >= MAX_ATTACHED) return [...found];
    }
  }
  return [...found];
}

const HIDDEN = 'hidden';

function groupKey(
  { ref, direction, owner }: Drawable,
  view: GraphView,
): string {
  if (!view.sees(ref)) {
    return `${direction ?? ''}|${HIDDEN}`;
  }
  return `${direction ?? ''}|${owner ?? 'none'}`;
}

function isHidden(key: string): boolean {
  return key.endsWith(`|${HIDDEN}`);
}

function parts(key: string): [GraphDirection | undefined, string] {
  const at = key.indexOf('|');
  const direction = key.slice(0, at);
  return [
    direction === 'dependants' || direction === 'dependencies'
      ? direction
      : undefined,
    key.slice(at + 1),
  ];
}

function directionsOf(
  members: readonly Drawable[],
): [GraphDirection | undefined, Drawable[]][] {
  const byDirection = new Map<GraphDirection | undefined, Drawable[]>();
  for (const one of members) {
    const list = byDirection.get(one.direction);
    if (list) list.push(one);
    else byDirection.set(one.direction, [one]);
  }
  return [...byDirection];
}
