import {
  type FilterPredicate,
  getJsonValueAtPath,
} from '@backstage/filter-predicates';
import type { JsonObject } from '@backstage/types';
import { type PredicateOutcome, predicateOutcome } from '@continuity/engine';
import type { CatalogService } from '../catalog';
import { createTurns } from '../calendars/turns';
import { pathsOf } from './predicatePaths';

/** Whatever else a row has. */
interface Row {
  service: CatalogService;
}

/** What a predicate says of each row, by position; see {@link OUTCOMES}. */
export type PredicateColumn = Uint8Array;

/** What the numbers in a column stand for. */
export const OUTCOMES: readonly PredicateOutcome[] = ['no', 'yes', 'failed'];

/** Numbers for what rows hold; equal ones hold equal things. */
interface Kinds {
  of: Uint32Array;
  /** A row of each. */
  examples: number[];
}

const UNKNOWN = 255;

/** With more rows to ask it pays to find out first which of them are alike. */
const FEW = 2_000;

/** 20 MB with 50,000 rows; callers who make up paths gain nothing. */
const MAX_KINDS = 100;

/**
 * What predicates say of the rows. A predicate looks at a few paths of an entity, and most
 * entities hold the same there as many others, so it is asked once for all that do.
 *
 * A catalog changes a few entities at a time, so the next revision takes over every answer
 * about an entity that is still the same.
 */
export class PredicateColumns {
  readonly #rows: readonly Row[];
  readonly #columns = new Map<string, Promise<PredicateColumn>>();
  readonly #kinds = new Map<string, Promise<Kinds>>();
  readonly #inherited: ReadonlyMap<string, Promise<PredicateColumn>>;
  /** Position of each row in the columns inherited; -1 when it is new. */
  readonly #inheritedPosition: Int32Array;

  constructor(rows: readonly Row[], previous?: PredicateColumns) {
    this.#rows = rows;
    this.#inheritedPosition = new Int32Array(rows.length).fill(-1);
    // Only what was asked of the last revision; forgotten predicates go.
    this.#inherited = previous ? new Map(previous.#columns) : new Map();
    if (previous && previous.#columns.size > 0) {
      const positions = new Map<CatalogService, number>(
        previous.#rows.map((row, position) => [row.service, position]),
      );
      rows.forEach((row, position) => {
        this.#inheritedPosition[position] = positions.get(row.service) ?? -1;
      });
    }
  }

  /** The answers to a predicate. The array is shared; it must not be changed. */
  async of(predicate: FilterPredicate): Promise<PredicateColumn> {
    const key = JSON.stringify(predicate);
    let column = this.#columns.get(key);
    if (!column) {
      column = this.#takeOver(key, predicate);
      this.#columns.set(key, column);
      column.catch(() => this.#columns.delete(key));
    }
    return column;
  }

  /** The same for a predicate that somebody is still thinking about; it is not kept. */
  async ofDraft(predicate: FilterPredicate): Promise<PredicateColumn> {
    return (
      this.#columns.get(JSON.stringify(predicate)) ??
      this.#answer(predicate, new Uint8Array(this.#rows.length).fill(UNKNOWN))
    );
  }

  async #takeOver(
    key: string,
    predicate: FilterPredicate,
  ): Promise<PredicateColumn> {
    const column = new Uint8Array(this.#rows.length).fill(UNKNOWN);
    const inherited = await this.#inherited.get(key)?.catch(() => undefined);
    if (inherited) {
      this.#inheritedPosition.forEach((from, position) => {
        if (from >= 0) {
          column[position] = inherited[from];
        }
      });
    }
    return this.#answer(predicate, column);
  }

  /** Fills in what is unknown. */
  async #answer(
    predicate: FilterPredicate,
    column: Uint8Array,
  ): Promise<PredicateColumn> {
    const ask = (position: number) =>
      OUTCOMES.indexOf(
        predicateOutcome(predicate, this.#rows[position].service.entity),
      );
    const turn = createTurns();
    const unknown = column.reduce((sum, is) => sum + Number(is === UNKNOWN), 0);
    const paths = unknown > FEW ? pathsOf(predicate) : undefined;
    if (!paths) {
      for (let position = 0; position < column.length; position++) {
        if (column[position] === UNKNOWN) {
          column[position] = ask(position);
          await turn();
        }
      }
      return column;
    }
    const { of, examples } = await this.#alikeAt(paths);
    const answers = new Uint8Array(examples.length);
    for (const [kind, example] of examples.entries()) {
      answers[kind] = ask(example);
      await turn();
    }
    for (let position = 0; position < column.length; position++) {
      column[position] = answers[of[position]];
    }
    return column;
  }

  /** Rows that hold the same at all of some paths are of one kind. */
  async #alikeAt(paths: readonly string[]): Promise<Kinds> {
    const key = JSON.stringify(paths);
    let kinds = this.#kinds.get(key);
    if (!kinds) {
      if (this.#kinds.size >= MAX_KINDS) {
        this.#kinds.clear();
      }
      kinds = this.#workOutKinds(paths);
      this.#kinds.set(key, kinds);
    }
    return kinds;
  }

  async #workOutKinds([first, ...others]: readonly string[]): Promise<Kinds> {
    if (first === undefined) {
      return {
        of: new Uint32Array(this.#rows.length),
        examples: this.#rows.length > 0 ? [0] : [],
      };
    }
    if (others.length === 0) {
      return this.#tellApart(first);
    }
    const [some, rest] = [
      await this.#alikeAt([first]),
      await this.#alikeAt(others),
    ];
    return combined(some, rest);
  }

  async #tellApart(path: string): Promise<Kinds> {
    const turn = createTurns();
    const numbers = new Map<string | undefined, number>();
    const of = new Uint32Array(this.#rows.length);
    const examples: number[] = [];
    for (let position = 0; position < of.length; position++) {
      const { entity } = this.#rows[position].service;
      // What is kept of an entity is JSON.
      const held = JSON.stringify(
        getJsonValueAtPath(entity as unknown as JsonObject, path),
      );
      let number = numbers.get(held);
      if (number === undefined) {
        number = examples.push(position) - 1;
        numbers.set(held, number);
      }
      of[position] = number;
      await turn();
    }
    return { of, examples };
  }
}

function combined(some: Kinds, others: Kinds): Kinds {
  const numbers = new Map<number, number>();
  const examples: number[] = [];
  const of = some.of.map((kind, position) => {
    const pair = kind * others.examples.length + others.of[position];
    let number = numbers.get(pair);
    if (number === undefined) {
      number = examples.push(position) - 1;
      numbers.set(pair, number);
    }
    return number;
  });
  return { of, examples };
}
