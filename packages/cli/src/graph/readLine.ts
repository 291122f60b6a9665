import { showValue, type GraphEdge, type GraphNode } from '@continuity/engine';
import { Fields } from './Fields';

/** What is wrong with a line, or with a field of it. */
export interface FieldProblem {
  field?: string;
  message: string;
}

/** A line as read, and what is wrong with it; the rest of it counts where it can. */
export type ReadLine = { problems: readonly FieldProblem[] } & (
  | { kind: 'nothing' }
  /** `extra`: fields that are not known of nodes; they change nothing. */
  | { kind: 'node'; node: GraphNode; extra: string[] }
  | { kind: 'edge'; edge: GraphEdge }
);

const NODE_FIELDS = [
  'node',
  'kind',
  'tier',
  'owner',
  'rto',
  'rpo',
  'recovery',
  'availability',
  'target',
  'region',
  'regions',
];

const EDGE_FIELDS = [
  'from',
  'to',
  'strength',
  'group',
  'minAvailable',
  'recoveryStep',
  'source',
];

/** Without them nobody knows how strong a dependency is. */
const STRENGTH_FIELDS = ['strength', 'group', 'minAvailable'];

/** Reads `{"node": ...}` or `{"from": ..., "to": ...}`. */
export function readLine(text: string): ReadLine {
  const line = text.trim();
  if (line === '') return { kind: 'nothing', problems: [] };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong(
      `${showValue(line)} is not JSON; expected one object, e.g. {"node":"a"}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong(
      `${showValue(value)} is not an object; expected e.g. {"node":"a"}`,
    );
  }
  const fields = new Fields(value);
  const isNode = fields.has('node');
  const isEdge = fields.has('from') || fields.has('to');
  if (isNode && isEdge) {
    return wrong(
      'is both a node and a dependency, which cannot be told apart; expected a line for each, {"node":"a"} and {"from":"a","to":"b"}',
    );
  }
  if (isNode) return readNode(fields);
  if (isEdge) return readEdge(fields);
  return wrong(
    'is neither a node nor a dependency; expected {"node":"a"} or {"from":"a","to":"b"}',
  );
}

function wrong(message: string): ReadLine {
  return { kind: 'nothing', problems: [{ message }] };
}

/** A field that cannot be read counts as not declared. */
function readNode(fields: Fields): ReadLine {
  const name = fields.name('node');
  if (name === undefined) return { kind: 'nothing', problems: fields.problems };
  const node: GraphNode = {
    node: name,
    kind: fields.text('kind'),
    tier: fields.text('tier'),
    owner: fields.text('owner'),
    rtoSeconds: fields.seconds('rto'),
    rpoSeconds: fields.seconds('rpo'),
    recoverySeconds: fields.seconds('recovery'),
    availability: fields.share('availability'),
    availabilityTarget: fields.share('target'),
    placements: fields.placements(),
  };
  return {
    kind: 'node',
    node,
    extra: fields.besides(NODE_FIELDS),
    problems: fields.problems,
  };
}

/** One of which it cannot be read how strong it is counts as hard: nothing is overlooked. */
function readEdge(fields: Fields): ReadLine {
  // A word that is not known here may have been meant to make the dependency harder.
  for (const field of fields.besides(EDGE_FIELDS)) {
    fields.problem(
      field,
      `is not known here; expected one of ${EDGE_FIELDS.join(', ')}`,
    );
  }
  const from = fields.name('from');
  const to = fields.name('to');
  const edge: GraphEdge = {
    from: from ?? '',
    to: to ?? '',
    strength: fields.oneOf('strength', ['hard', 'soft']),
    group: fields.text('group'),
    minAvailable: fields.whole('minAvailable', 1, Number.MAX_SAFE_INTEGER),
    recoveryStep: fields.whole('recoveryStep', 0, 254),
    source: fields.text('source'),
  };
  if (edge.group === undefined && (edge.minAvailable ?? 1) > 1) {
    fields.problem(
      'minAvailable',
      `${edge.minAvailable} needs a group; expected "group" beside it`,
    );
  }
  const { problems } = fields;
  if (from === undefined || to === undefined) {
    return { kind: 'nothing', problems };
  }
  if (!problems.some(isAboutStrength)) return { kind: 'edge', edge, problems };
  const { recoveryStep, source } = edge;
  return {
    kind: 'edge',
    edge: { from, to, strength: 'hard', recoveryStep, source },
    problems: problems.map(problem =>
      isAboutStrength(problem)
        ? { ...problem, message: `${problem.message}. Until then it is hard` }
        : problem,
    ),
  };
}

/** A word that is not known may have been one of those. */
function isAboutStrength({ field }: FieldProblem): boolean {
  return (
    field !== undefined &&
    (STRENGTH_FIELDS.includes(field) || !EDGE_FIELDS.includes(field))
  );
}
