import { inStretches, type Steps } from '../../steps';
import { beginnings } from './counting';
import type { EdgeRows } from './EdgeRows';
import type { InRows, OutRows } from './GraphLayout';

/** Puts edges without a group into rows, keeping their order within a row. */
export function* arrangeOut({ plain }: EdgeRows, size: number): Steps<OutRows> {
  const { from, to, soft, step, source } = plain;
  const count = from.length;
  const offsets = new Int32Array(size + 1);
  const softFrom = new Int32Array(size);
  yield* inStretches(count, (begin, end) => {
    for (let edge = begin; edge < end; edge++) {
      const node = from.at(edge);
      offsets[node + 1]++;
      if (soft.at(edge) === 0) softFrom[node]++;
    }
  });
  beginnings(offsets);
  for (let node = 0; node < size; node++) softFrom[node] += offsets[node];
  const out: OutRows = {
    offsets,
    softFrom,
    targets: new Int32Array(count),
    step: new Uint8Array(count),
    source: new Uint16Array(count),
  };
  const nextHard = offsets.slice(0, size);
  const nextSoft = softFrom.slice();
  yield* inStretches(count, (begin, end) => {
    for (let edge = begin; edge < end; edge++) {
      const next = soft.at(edge) === 0 ? nextHard : nextSoft;
      const place = next[from.at(edge)]++;
      out.targets[place] = to.at(edge);
      out.step[place] = step.at(edge);
      out.source[place] = source.at(edge);
    }
  });
  return out;
}

/** The edges of {@link arrangeOut} from the other end; within a row by who depends. */
export function* arrangeIn(out: OutRows, size: number): Steps<InRows> {
  const offsets = new Int32Array(size + 1);
  const softFrom = new Int32Array(size);
  const { targets } = out;
  yield* inStretches(size, (begin, end) => {
    for (let node = begin; node < end; node++) {
      for (let e = out.offsets[node]; e < out.softFrom[node]; e++) {
        softFrom[targets[e]]++;
      }
    }
  });
  yield* inStretches(targets.length, (begin, end) => {
    for (let e = begin; e < end; e++) offsets[targets[e] + 1]++;
  });
  beginnings(offsets);
  for (let node = 0; node < size; node++) softFrom[node] += offsets[node];
  const sources = new Int32Array(targets.length);
  const nextHard = offsets.slice(0, size);
  const nextSoft = softFrom.slice();
  yield* inStretches(size, (first, last) => {
    for (let node = first; node < last; node++) {
      const soft = out.softFrom[node];
      const end = out.offsets[node + 1];
      for (let e = out.offsets[node]; e < soft; e++) {
        sources[nextHard[targets[e]]++] = node;
      }
      for (let e = soft; e < end; e++) sources[nextSoft[targets[e]]++] = node;
    }
  });
  return { offsets, softFrom, sources };
}
