import type { CatalogService } from '../catalog';

/** Whatever else a row has. */
interface Row {
  service: CatalogService;
}

const NOT_ASKED = 0;
const NO = 1;
const YES = 2;

/**
 * What predicates say of the rows: a byte a row and predicate, filled as asked.
 * A catalog changes a few entities at a time, so the next revision takes over
 * every answer about an entity that is still the same.
 */
export class PredicateColumns {
  readonly #rows: readonly Row[];
  readonly #columns = new Map<string, Uint8Array>();
  readonly #inherited = new Map<string, Uint8Array>();
  /** Position of each row in the columns inherited; -1 when it is new. */
  readonly #inheritedPosition: Int32Array;

  constructor(rows: readonly Row[], previous?: PredicateColumns) {
    this.#rows = rows;
    this.#inheritedPosition = new Int32Array(rows.length).fill(-1);
    if (previous) {
      // Only what was asked of the last revision; forgotten predicates go.
      this.#inherited = previous.#columns;
      const positions = new Map<CatalogService, number>(
        previous.#rows.map((row, position) => [row.service, position]),
      );
      rows.forEach((row, position) => {
        this.#inheritedPosition[position] = positions.get(row.service) ?? -1;
      });
    }
  }

  /** The answers to one predicate, by the position of the row. */
  column(key: string, evaluate: (service: CatalogService) => boolean) {
    const answers = this.#columns.get(key) ?? this.#newColumn(key);
    return {
      /** Whether the answer is there already; if not, asking costs time. */
      known: (position: number) => answers[position] !== NOT_ASKED,
      matches: (position: number) => {
        if (answers[position] === NOT_ASKED) {
          answers[position] = evaluate(this.#rows[position].service) ? YES : NO;
        }
        return answers[position] === YES;
      },
    };
  }

  #newColumn(key: string): Uint8Array {
    const answers = new Uint8Array(this.#rows.length);
    const inherited = this.#inherited.get(key);
    if (inherited) {
      this.#inheritedPosition.forEach((from, position) => {
        if (from >= 0) {
          answers[position] = inherited[from];
        }
      });
      this.#inherited.delete(key);
    }
    this.#columns.set(key, answers);
    return answers;
  }
}
