import type { FreezeWindowDeclaration } from '../../types';
import type { IcalEvent } from '../readEvent';

/** A window of an event, before it has an id and the scopes of its categories. */
export interface WindowDraft {
  event: IcalEvent;
  /** What tells it from all others of the file, and stays the same when the file is read again. */
  key: string;
  window: Omit<FreezeWindowDeclaration, 'id' | 'scope'>;
  /** The categories whose scopes it has. */
  categories: readonly string[];
}
