import type {
  GraphCountedGroup,
  GraphPicture,
} from '@continuity/plugin-continuity-common';

type PictureNode = GraphPicture['nodes'][number];

/** A box of the drawing: a node, or many that are only counted. Units are CSS pixels. */
export type Box = { id: string; column: number; x: number; y: number } & (
  | { kind: 'node'; node: PictureNode }
  | { kind: 'group'; group: GraphCountedGroup }
);

export interface Line {
  /** Id of the box that depends. */
  from: string;
  to: string;
  soft: boolean;
  /** Name of the redundancy group. Absent: it is in none. */
  group?: string;
  /** SVG path data. */
  path: string;
}

export interface Layout {
  boxes: readonly Box[];
  lines: readonly Line[];
  width: number;
  height: number;
}

export const BOX = { width: 190, height: 46 } as const;
const GAP = { x: 70, y: 14 } as const;
const MARGIN = 16;

/**
 * Which way a picture is read. `neighbourhood`: who needs it stands on the left, whom it
 * needs on the right. `impact`: what is down stands on the left, and what it takes along
 * follows to the right.
 */
export type Reading = 'neighbourhood' | 'impact';

/**
 * Places a picture in columns by how far each node is away, which the answer says, so
 * that no ranks have to be found; a column is ordered by where its neighbours stand.
 * Linear in what is drawn, apart from sorting.
 */
export function layoutPicture(picture: GraphPicture, reading: Reading): Layout {
  const columnOf = new Map<string, number>();
  for (const node of picture.nodes) {
    columnOf.set(node.node.id, columnFor(node, reading));
  }
  const groupColumn = ({ attachedTo, direction }: GraphCountedGroup) => {
    const near = (attachedTo ?? []).flatMap(id => columnOf.get(id) ?? []);
    const step =
      reading === 'neighbourhood' && direction === 'dependants' ? -1 : 1;
    if (near.length === 0) return step;
    return step < 0 ? Math.min(...near) - 1 : Math.max(...near) + 1;
  };

  const columns = new Map<number, Entry[]>();
  const add = (entry: Entry) => {
    const column = columns.get(entry.column);
    if (column) column.push(entry);
    else columns.set(entry.column, [entry]);
  };
  for (const node of picture.nodes) {
    const { id } = node.node;
    add({ id, column: columnOf.get(id) ?? 0, what: { kind: 'node', node } });
  }
  for (const group of picture.groups) {
    const { id } = group;
    add({ id, column: groupColumn(group), what: { kind: 'group', group } });
  }
  const ordered = orderColumns(columns, neighboursOf(picture));

  const first = Math.min(0, ...columns.keys());
  const tallest = Math.max(1, ...ordered.map(({ length }) => length));
  const height = 2 * MARGIN + tallest * (BOX.height + GAP.y) - GAP.y;
  const boxes = ordered.flatMap(column => {
    const own = column.length * (BOX.height + GAP.y) - GAP.y;
    const top = (height - own) / 2;
    return column.map(
      (entry, index): Box => ({
        id: entry.id,
        column: entry.column,
        x: MARGIN + (entry.column - first) * (BOX.width + GAP.x),
        y: top + index * (BOX.height + GAP.y),
        ...entry.what,
      }),
    );
  });
  const right = Math.max(0, ...boxes.map(({ x }) => x + BOX.width));
  return {
    boxes,
    lines: linesOf(picture, new Map(boxes.map(box => [box.id, box]))),
    // Lines within the last column bow into it.
    width: right + GAP.x / 2,
    height,
  };
}

interface Entry {
  id: string;
  column: number;
  what:
    | { kind: 'node'; node: PictureNode }
    | { kind: 'group'; group: GraphCountedGroup };
}

function columnFor({ hops, direction }: PictureNode, reading: Reading) {
  return reading === 'neighbourhood' && direction === 'dependants'
    ? -hops
    : hops;
}

function neighboursOf(picture: GraphPicture): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const known = neighbours.get(a);
    if (known) known.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { from, to } of picture.edges) {
    join(from, to);
    join(to, from);
  }
  for (const { id, attachedTo } of picture.groups) {
    for (const node of attachedTo ?? []) {
      join(id, node);
      join(node, id);
    }
  }
  return neighbours;
}

/** Outwards from column 0, each by the mean place of its neighbours further in. */
function orderColumns(
  columns: ReadonlyMap<number, Entry[]>,
  neighbours: ReadonlyMap<string, string[]>,
): Entry[][] {
  const place = new Map<string, number>();
  const inwards = [...columns.keys()].sort(
    (a, b) => Math.abs(a) - Math.abs(b) || a - b,
  );
  for (const column of inwards) {
    const entries = columns.get(column) ?? [];
    const weights = new Map(
      entries.map(({ id }) => {
        const near = (neighbours.get(id) ?? []).flatMap(
          other => place.get(other) ?? [],
        );
        const mean = near.reduce((sum, at) => sum + at, 0) / near.length;
        return [id, near.length > 0 ? mean : 1];
      }),
    );
    const weight = (entry: Entry) =>
      // What is only counted stands below what is drawn.
      (weights.get(entry.id) ?? 1) + (entry.what.kind === 'group' ? 2 : 0);
    entries.sort((a, b) => weight(a) - weight(b));
    entries.forEach(({ id }, index) =>
      place.set(id, (index + 0.5) / entries.length),
    );
  }
  return [...columns.keys()]
    .sort((a, b) => a - b)
    .map(column => columns.get(column) ?? []);
}

function linesOf(
  picture: GraphPicture,
  boxes: ReadonlyMap<string, Box>,
): Line[] {
  const drawn: Line[] = [];
  const draw = (
    from: string,
    to: string,
    look: { soft: boolean; group?: string },
  ) => {
    const a = boxes.get(from);
    const b = boxes.get(to);
    if (a && b && a !== b) drawn.push({ from, to, ...look, path: curve(a, b) });
  };
  for (const { from, to, strength, group } of picture.edges) {
    draw(from, to, {
      soft: strength === 'soft',
      ...(group && { group: group.name }),
    });
  }
  for (const { id, attachedTo, direction } of picture.groups) {
    for (const node of attachedTo ?? []) {
      if (direction === 'dependencies') draw(node, id, { soft: false });
      else draw(id, node, { soft: false });
    }
  }
  return drawn;
}

/** From the side that faces the other; a bow on one side where both are in one column. */
function curve(a: Box, b: Box): string {
  const ay = a.y + BOX.height / 2;
  const by = b.y + BOX.height / 2;
  if (a.column === b.column) {
    const x = a.x + BOX.width;
    const bow = x + GAP.x / 2;
    return `M${x},${ay} C${bow},${ay} ${bow},${by} ${x},${by}`;
  }
  const [ax, bx] = a.x < b.x ? [a.x + BOX.width, b.x] : [a.x, b.x + BOX.width];
  const middle = (ax + bx) / 2;
  return `M${ax},${ay} C${middle},${ay} ${middle},${by} ${bx},${by}`;
}
