import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  canonicalize,
  DRIFT_CULPRITS_SOURCE,
  driftCulprits,
  formatInstant,
  MOST_UNANSWERED,
  type DriftCulpritsPayload,
  type Instant,
} from '@continuity/engine';
import type { EvidenceService } from '../evidence';
import { countOpen, openFindings } from './placeState';
import type { DriftPlaceState } from './types';

/** Tells checks and the gate, as evidence, who is answerable for what a scan found. */
export class CulpritReporter {
  readonly #evidence: Pick<EvidenceService, 'submit'>;
  readonly #logger: LoggerService;

  constructor(options: {
    evidence: Pick<EvidenceService, 'submit'>;
    logger: LoggerService;
  }) {
    this.#evidence = options.evidence;
    this.#logger = options.logger;
  }

  /**
   * Reports what is news of a scan that still counts.
   *
   * @param at - the moment of what it is known from, so that the same news of the same
   * moment is one report, however often it is sent
   * @returns the place, with what was reported
   */
  async report(state: DriftPlaceState, at: Instant): Promise<DriftPlaceState> {
    const { key, newest } = state;
    const observedAt = Math.max(at, newest.observedAt);
    if (newest.expiresAt <= observedAt) return state;
    const payload = payloadOf(state);
    const reported = sha256(canonicalize(payload));
    if (reported === state.reported) return state;
    const subject = {
      entityRef: key.entityRef,
      environment: key.environment,
      ...(key.region !== undefined && { region: key.region }),
    };
    const [result] = await this.#evidence.submit(
      [
        {
          kind: driftCulprits.id,
          source: DRIFT_CULPRITS_SOURCE,
          externalId: sha256(
            JSON.stringify([subject, reported, observedAt]),
          ).slice(0, 32),
          ...subject,
          observedAt: formatInstant(observedAt),
          payload,
        },
      ],
      DRIFT_CULPRITS_SOURCE,
    );
    if (result.status === 'rejected') {
      this.#logger.warn(
        `Culprits of the drift of ${key.entityRef} were not taken as evidence: ${result.field}: ${result.message}`,
      );
      return state;
    }
    return { ...state, reported };
  }
}

function payloadOf(state: DriftPlaceState): DriftCulpritsPayload {
  const { key, newest } = state;
  const order = { unauthorised: 0, ambiguous: 1, unknown: 2, attributed: 3 };
  return {
    scan: newest.evidenceId,
    against: key.against,
    scannedAt: formatInstant(newest.observedAt),
    ...countOpen(state),
    unlisted: newest.unlisted,
    unanswered: openFindings(state)
      .filter(({ culprit }) => culprit.standing !== 'attributed')
      .sort((a, b) => order[a.culprit.standing] - order[b.culprit.standing])
      .slice(0, MOST_UNANSWERED)
      .map(({ finding, culprit }) => ({
        object: finding.object,
        what: finding.what,
        reason: culprit.reason.slice(0, 500),
      })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
