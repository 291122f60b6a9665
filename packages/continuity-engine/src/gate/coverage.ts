import { changeMachine } from '../changes/changeMachine';
import type { ChangeState } from '../changes/types';
import type { Instant } from '../time';
import { earliest } from './Finding';
import type { GateChange, GateRequest } from './types';
import { listed, sentence, utc } from './words';

/** Whether a change covers a deployment, and until when that can be told. */
export type Coverage =
  | { covers: true; nextChange?: Instant }
  | {
      covers: false;
      /** A sentence. */
      reason: string;
      remedy: string;
      nextChange?: Instant;
    };

/** What is to be covered. */
export interface Asked {
  request: GateRequest;
  /** Every region that it touches. */
  regions: readonly string[];
}

/** A deployment may begin under a change that stands here. */
const LETS_BEGIN: readonly ChangeState[] = [
  'approved',
  'scheduled',
  'implementing',
];

/**
 * Whether a change covers a deployment at a moment: approved by everybody who has to, not
 * suspended, for just this service, place, artifact and time. The first thing that does not
 * fit is told; what is not known fits nothing.
 */
export function coverage(
  change: GateChange | undefined,
  { request, regions }: Asked,
  at: Instant,
): Coverage {
  const refuse = (reason: string, remedy: string): Coverage => ({
    covers: false,
    reason,
    remedy,
  });
  if (request.change === undefined) {
    return refuse(
      'The request names no change.',
      'Raise a change, have it approved, and name it: --change ID of the command line, change of the API.',
    );
  }
  if (change?.state !== 'known') {
    return refuse(
      sentence(
        change?.problem ?? `Nobody has looked for change ${request.change}`,
      ),
      'Check the id of the change; it stands in the address of its page.',
    );
  }
  const name = `Change "${change.title}"`;
  if (!LETS_BEGIN.includes(change.stands)) {
    const why =
      change.suspended === undefined
        ? ''
        : `: its approvals are suspended. ${change.suspended}`;
    return refuse(
      sentence(`${name} is ${changeMachine.states[change.stands]}${why}`),
      change.suspended === undefined
        ? 'Bring it to its approval; its page says who must act.'
        : 'Have it approved again; its page shows what is different.',
    );
  }
  if (change.suspended !== undefined) {
    return refuse(
      `The approvals of ${name} are suspended. ${sentence(change.suspended)}`,
      'Have it approved again; its page shows what is different.',
    );
  }
  const { missing, until } = change.approvals;
  if (missing !== '' || (until !== undefined && at >= until)) {
    return refuse(
      missing === ''
        ? `An approval of ${name} expired at ${utc(until ?? at)}.`
        : `Not everybody who has to approve ${name} has: ${missing}.`,
      'Have it approved by those who are missing.',
    );
  }
  return (
    coversMatter(change, { request, regions }) ?? inTime(change, request, at)
  );
}

type Known = Extract<GateChange, { state: 'known' }>;

/** What of the deployment is not in the change. Undefined: all of it is. */
function coversMatter(
  change: Known,
  { request, regions }: Asked,
): Coverage | undefined {
  const { entityRef, environment, artifactDigest, releaseClass } = request;
  const name = `Change "${change.title}"`;
  const outside = (what: string): Coverage => ({
    covers: false,
    reason: `${name} ${what}`,
    remedy: 'Name the change that is for this deployment, or revise that one.',
  });
  if (!change.entities.includes(entityRef)) {
    return outside(`is not for ${entityRef}.`);
  }
  if (!change.environments.includes(environment)) {
    return outside(
      `is for ${listed(change.environments)}, not for "${environment}".`,
    );
  }
  const elsewhere = regions.filter(
    region => change.regions?.includes(region) === false,
  );
  if (elsewhere.length > 0 || (change.regions && regions.length === 0)) {
    return outside(
      `is for ${listed(change.regions ?? [])}, not for ${
        listed(elsewhere) || 'every region'
      }.`,
    );
  }
  if (change.class !== releaseClass) {
    return outside(
      `is ${change.class}; the request says ${releaseClass}, for which other policies count.`,
    );
  }
  const approved = change.digests[entityRef];
  if (approved !== artifactDigest) {
    return outside(
      `was approved for ${
        approved ?? 'no particular artifact'
      }; the request names ${artifactDigest ?? 'none'}.`,
    );
  }
  return undefined;
}

function inTime(change: Known, request: GateRequest, at: Instant): Coverage {
  const { window, stands, approvals } = change;
  const name = `Change "${change.title}"`;
  if (!window) {
    return {
      covers: false,
      reason: `${name} has no planned time.`,
      remedy: 'Revise it, and say when it is planned.',
    };
  }
  // What was let begin in time may finish; whether it may is asked of the windows.
  if (request.operation === 'continue') {
    return {
      covers: true,
      ...(approvals.until !== undefined && { nextChange: approvals.until }),
    };
  }
  const plan = `${utc(window.start)} to ${utc(window.end)}`;
  if (at >= window.end) {
    return {
      covers: false,
      reason: `${name} was planned for ${plan}, which is over.`,
      remedy: 'Plan it for another time, and have that approved.',
    };
  }
  if (at < window.start && stands !== 'implementing') {
    return {
      covers: false,
      reason: `${name} is planned for ${plan}, and not before.`,
      remedy: `Wait until ${utc(window.start)}, or plan it for another time.`,
      nextChange: window.start,
    };
  }
  const nextChange = earliest([window.end, approvals.until]);
  return { covers: true, ...(nextChange !== undefined && { nextChange }) };
}
