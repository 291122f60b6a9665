import { ResponseError } from '@backstage/errors';
import type {
  ChangeState,
  Refusal,
} from '@continuity/plugin-continuity-common';
import { backendWords } from '../../shared/backendWords';
import { STATES } from './states';

/** Why something was not done to a change. */
export interface ChangeFailure {
  /** What the backend said. */
  message: string;
  /** Everything that is in the way; empty where that is not what it was. */
  refusals: Refusal[];
  /** Somebody else changed it meanwhile. Absent: nobody did. */
  outdated?: { revision?: number; state?: ChangeState };
}

/** Reads what the backend answered to a step, a decision or a revision. */
export function readFailure(error: Error): ChangeFailure {
  const message = backendWords(error);
  if (!ResponseError.is(error) || error.statusCode !== 409) {
    return { message, refusals: [] };
  }
  const { refusals, current } = error.body.error;
  return {
    message,
    refusals: Array.isArray(refusals) ? refusals.flatMap(asRefusal) : [],
    ...(current !== undefined && { outdated: whatIsThere(current) }),
  };
}

function asRefusal(raw: unknown): Refusal[] {
  if (!isObject(raw) || typeof raw.reason !== 'string') return [];
  const { reason, remedy } = raw;
  return [{ reason, ...(typeof remedy === 'string' && { remedy }) }];
}

/** Of the summary of a change. */
function whatIsThere(raw: unknown): ChangeFailure['outdated'] {
  if (!isObject(raw)) return {};
  const { revision } = raw;
  return {
    ...(typeof revision === 'number' && { revision }),
    state: STATES.find(state => state === raw.state),
  };
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null;
}
