import type { GraphEdge } from '../types';
import { growingInt32, growingUint16, growingUint8 } from './growing';
import type { WordTable } from './WordTable';

/** The step of a dependency that is recovered beside all others. */
export const NO_STEP = 255;

/** Edges as they come, in columns, before they are put in order. */
export class EdgeRows {
  /** Without a group. */
  readonly plain = {
    from: growingInt32(),
    to: growingInt32(),
    soft: growingUint8(),
    step: growingUint8(NO_STEP),
    source: growingUint16(0),
  };
  /** Members of groups. */
  readonly grouped = {
    from: growingInt32(),
    to: growingInt32(),
    group: growingInt32(),
    need: growingInt32(),
    soft: growingUint8(),
    step: growingUint8(NO_STEP),
    source: growingUint16(0),
  };
  readonly #vocabulary: WordTable;
  readonly #sources: WordTable;

  constructor(vocabulary: WordTable, sources: WordTable) {
    this.#vocabulary = vocabulary;
    this.#sources = sources;
  }

  /** @throws RangeError that names the field, when a value makes no sense */
  add(from: number, to: number, edge: GraphEdge): void {
    const { group, minAvailable = 1, recoveryStep = NO_STEP } = edge;
    if (!Number.isSafeInteger(minAvailable) || minAvailable < 1) {
      throw new RangeError(
        `minAvailable of ${edge.from} -> ${edge.to}: ${minAvailable} is not a whole number from 1`,
      );
    }
    if (
      edge.recoveryStep !== undefined &&
      !(recoveryStep >= 0 && recoveryStep < NO_STEP && recoveryStep % 1 === 0)
    ) {
      throw new RangeError(
        `recoveryStep of ${edge.from} -> ${edge.to}: ${recoveryStep} is not a whole number from 0 to 254`,
      );
    }
    // Number 0 is the absent source.
    const source = this.#sources.intern(edge.source ?? '');
    if (source > 65_535) {
      throw new RangeError(
        'source: there are more than 65,535 different sources of edges; expected a few words such as dependsOn',
      );
    }
    const soft = edge.strength === 'soft' ? 1 : 0;
    const rows = group === undefined ? this.plain : this.grouped;
    rows.from.push(from);
    rows.to.push(to);
    rows.soft.push(soft);
    rows.step.push(recoveryStep);
    rows.source.push(source);
    if (group !== undefined) {
      this.grouped.group.push(this.#vocabulary.intern(group));
      this.grouped.need.push(Math.min(minAvailable, 0x7fffffff));
    }
  }

  /** Forgets the edges without a group, once they are arranged. */
  clearPlain(): void {
    for (const column of Object.values(this.plain)) column.clear();
  }
}
