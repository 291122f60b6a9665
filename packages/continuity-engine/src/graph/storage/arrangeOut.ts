import { beginnings } from './counting';
import type { EdgeRows } from './EdgeRows';
import type { InRows, OutRows } from './GraphLayout';

/** Puts edges without a group into rows, keeping their order within a row. */
export function arrangeOut(rows: EdgeRows, size: number): OutRows {
  const from = rows.plain.from.view();
  const to = rows.plain.to.view();
  const soft = rows.plain.soft.view();
  const step = rows.plain.step.view();
  const source = rows.plain.source.view();
  const offsets = new Int32Array(size + 1);
  const softFrom = new Int32Array(size);
  for (let edge = 0; edge < from.length; edge++) {
    offsets[from[edge] + 1]++;
    if (soft[edge] === 0) softFrom[from[edge]]++;
  }
  beginnings(offsets);
  for (let node = 0; node < size; node++) softFrom[node] += offsets[node];
  const out: OutRows = {
    offsets,
    softFrom,
    targets: new Int32Array(from.length),
    step: new Uint8Array(from.length),
    source: new Uint16Array(from.length),
  };
  const nextHard = offsets.slice(0, size);
  const nextSoft = softFrom.slice();
  for (let edge = 0; edge < from.length; edge++) {
    const next = soft[edge] === 0 ? nextHard : nextSoft;
    const place = next[from[edge]]++;
    out.targets[place] = to[edge];
    out.step[place] = step[edge];
    out.source[place] = source[edge];
  }
  return out;
}

/** The edges of {@link arrangeOut} from the other end; within a row by who depends. */
export function arrangeIn(out: OutRows, size: number): InRows {
  const offsets = new Int32Array(size + 1);
  const softFrom = new Int32Array(size);
  const { targets } = out;
  for (let node = 0; node < size; node++) {
    for (let e = out.offsets[node]; e < out.softFrom[node]; e++) {
      softFrom[targets[e]]++;
    }
  }
  for (let e = 0; e < targets.length; e++) offsets[targets[e] + 1]++;
  beginnings(offsets);
  for (let node = 0; node < size; node++) softFrom[node] += offsets[node];
  const sources = new Int32Array(targets.length);
  const nextHard = offsets.slice(0, size);
  const nextSoft = softFrom.slice();
  for (let node = 0; node < size; node++) {
    const soft = out.softFrom[node];
    const end = out.offsets[node + 1];
    for (let e = out.offsets[node]; e < soft; e++) {
      sources[nextHard[targets[e]]++] = node;
    }
    for (let e = soft; e < end; e++) sources[nextSoft[targets[e]]++] = node;
  }
  return { offsets, softFrom, sources };
}
