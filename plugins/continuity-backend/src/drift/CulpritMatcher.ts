import {
  matchCulprit,
  type DriftTrace,
  type Instant,
} from '@continuity/engine';
import type { Place, PlaceHistory } from './PlaceHistory';
import { isOpen, openFindings } from './placeState';
import type { DriftPlaceState, JudgedFinding } from './types';

/** Finds who is answerable for the open findings of a place. */
export class CulpritMatcher {
  readonly #history: Pick<PlaceHistory, 'of'>;

  constructor(history: Pick<PlaceHistory, 'of'>) {
    this.#history = history;
  }

  /** The place with its culprits as they are by what is known now. */
  async match(state: DriftPlaceState): Promise<DriftPlaceState> {
    const open = openFindings(state);
    if (open.length === 0) return state;
    const { entityRef, environment, region } = state.key;
    const { comparedWith } = state.newest;
    const place: Place = {
      environment,
      ...(region !== undefined && { region }),
    };
    const history = await this.#history.of(
      entityRef,
      // Either side may have been written.
      comparedWith ? [place, comparedWith] : [place],
      { start: Math.min(...open.map(earliest)), end: latest(open) + 1 },
    );
    return {
      ...state,
      life: {
        ...state.life,
        findings: state.life.findings.map(finding =>
          isOpen(finding)
            ? { ...finding, culprit: matchCulprit(traceOf(finding), history) }
            : finding,
        ),
      },
    };
  }
}

function traceOf({ finding, value }: JudgedFinding): DriftTrace {
  return {
    authorised: finding.authorised ?? 'unknown',
    firstSeen: value.seenAt,
    ...(value.ownedAt !== undefined && { ownedAt: value.ownedAt }),
    ...(value.unseenAt !== undefined && { unseenAt: value.unseenAt }),
  };
}

/** A little before, since clocks differ. */
const EARLIER_MS = 3_600_000;

function earliest({ value }: JudgedFinding): Instant {
  const { ownedAt = value.seenAt, seenAt, unseenAt = seenAt } = value;
  return Math.min(ownedAt, seenAt, unseenAt) - EARLIER_MS;
}

function latest(open: readonly JudgedFinding[]): Instant {
  return Math.max(...open.map(({ value }) => value.seenAt)) + EARLIER_MS;
}
