import type { QualifiedName } from '../schema/types';
import type { Position } from '../sql/TextPlaces';
import type { RuleId } from '../judge/rules';
import type { LockMode } from './locks';

/**
 * What a statement does to a database that is in use. Statements say facts; whether one
 * is a finding, and how bad, is for the rules to say.
 */
export type Effect =
  /** It holds a lock on a relation that others may be using, to the end of its transaction. */
  | {
      readonly kind: 'locks';
      readonly relation: QualifiedName;
      readonly mode: LockMode;
    }
  /** It writes the whole relation anew, under its lock. */
  | {
      readonly kind: 'rewrites';
      readonly relation: QualifiedName;
      readonly why: string;
      /** Whether that depends on something that is not known. */
      readonly certain: boolean;
      /** It is empty afterwards, so its size does not matter. */
      readonly empties?: boolean;
    }
  /** It reads the whole relation, under its lock. */
  | {
      readonly kind: 'scans';
      readonly relation: QualifiedName;
      readonly why: string;
      readonly mode: LockMode;
      readonly rule: RuleId;
    }
  /** New code may rely on it, and does not find it in the old schema. */
  | { readonly kind: 'adds'; readonly what: string }
  /** New code may write what the old schema refuses. */
  | {
      readonly kind: 'loosens';
      readonly what: string;
      readonly rule?: RuleId;
      readonly why?: string;
    }
  /** Old code that uses it fails. */
  | { readonly kind: 'removes'; readonly what: string; readonly rule: RuleId }
  /** Old code fails where it writes or reads what is no longer accepted. */
  | { readonly kind: 'tightens'; readonly what: string; readonly rule: RuleId }
  /** Data is gone that no script brings back. */
  | {
      readonly kind: 'loses';
      readonly what: string;
      readonly rule: RuleId;
      /** False: only perhaps, e.g. rows that a condition picks. */
      readonly certain: boolean;
    }
  /** It leaves rows that only a matching statement takes away again. */
  | { readonly kind: 'writes-rows'; readonly relation: QualifiedName }
  | { readonly kind: 'deletes-rows'; readonly relation: QualifiedName }
  /** It fails when the data is not as it wants. */
  | { readonly kind: 'may-fail'; readonly what: string; readonly rule: RuleId }
  /** It fails in any case. */
  | { readonly kind: 'fails'; readonly what: string; readonly rule: RuleId }
  /** What it does cannot be told from the script. */
  | { readonly kind: 'unknown'; readonly what: string; readonly rule: RuleId };

/** An effect, and the statement that has it. */
export type PlacedEffect = Effect & {
  readonly position: Position;
  /** How the statement begins, e.g. `ALTER TABLE`. */
  readonly statement: string;
};
