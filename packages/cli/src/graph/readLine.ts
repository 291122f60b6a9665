import { showValue, type GraphEdge, type GraphNode } from '@continuity/engine';
import { Fields } from './Fields';

/** A line as read; fields that are not as expected are named and the line is left out. */
export type ReadLine =
  | { kind: 'empty' }
  /** `extra`: fields that are not known of nodes; they change nothing. */
  | { kind: 'node'; node: GraphNode; extra: string[] }
  | { kind: 'edge'; edge: GraphEdge }
  | { kind: 'problems'; problems: { field?: string; message: string }[] };

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

/** Reads `{"node": ...}` or `{"from": ..., "to": ...}`. */
export function readLine(text: string): ReadLine {
  const line = text.trim();
  if (line === '') return { kind: 'empty' };
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
  return { kind: 'problems', problems: [{ message }] };
}

function readNode(fields: Fields): ReadLine {
  const node: GraphNode = {
    node: fields.name('node') ?? '',
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
  return fields.problems.length > 0
    ? { kind: 'problems', problems: fields.problems }
    : { kind: 'node', node, extra: fields.besides(NODE_FIELDS) };
}

function readEdge(fields: Fields): ReadLine {
  // A word that is not known here may have been meant to make the dependency harder.
  for (const field of fields.besides(EDGE_FIELDS)) {
    fields.problem(
      field,
      `is not known here; expected one of ${EDGE_FIELDS.join(', ')}`,
    );
  }
  const edge: GraphEdge = {
    from: fields.name('from') ?? '',
    to: fields.name('to') ?? '',
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
  return fields.problems.length > 0
    ? { kind: 'problems', problems: fields.problems }
    : { kind: 'edge', edge };
}
