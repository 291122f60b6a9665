import {
  durationMs,
  momentInUtc,
  type ChangeState,
  type Instant,
  type UnauthorisedSettings,
} from '@continuity/engine';
import type { Happening, StoredChange } from '../types';
import type { DeployedArtifact } from './UnauthorisedStore';

/** Something that was deployed, and when it began. */
export interface SeenDeployment extends DeployedArtifact {
  startedAt: Instant;
}

/** A change with all that happened to it, oldest first. */
export interface ChangeStory {
  change: StoredChange;
  happenings: readonly Happening[];
}

/** A deployment may begin under a change that stands here. */
const LETS_BEGIN: readonly ChangeState[] = [
  'approved',
  'scheduled',
  'implementing',
];

/**
 * Why none of some changes of the same service covers a deployment; undefined when one
 * does. What counts is how each stood when the deployment began, whenever its evidence
 * arrives.
 */
export function whyUncovered(
  deployment: SeenDeployment,
  stories: readonly ChangeStory[],
  settings: Pick<UnauthorisedSettings, 'grace'>,
): string | undefined {
  const reasons: string[] = [];
  for (const story of stories) {
    const reason = whyNot(deployment, story, settings);
    if (reason === undefined) return undefined;
    reasons.push(reason);
  }
  return reasons[0] ?? 'No change was planned for it at that time.';
}

function whyNot(
  { environment, region, digest, entityRef, startedAt }: SeenDeployment,
  { change, happenings }: ChangeStory,
  { grace }: Pick<UnauthorisedSettings, 'grace'>,
): string | undefined {
  const { title, environments, regions, digests = {}, window } = change.content;
  const name = `Change "${title}"`;
  if (!environments.includes(environment)) {
    return `${name} is for ${environments.join(', ')}, not for ${environment}.`;
  }
  if (regions && (region === undefined || !regions.includes(region))) {
    return `${name} is for ${regions.join(', ')}, not for ${
      region ?? 'every region'
    }.`;
  }
  if (digests[entityRef] !== digest) {
    return `${name} was approved for ${
      digests[entityRef] ?? 'no particular artifact'
    }; ${digest ?? 'one without a digest'} was deployed.`;
  }
  const stood = stateAt(happenings, startedAt);
  if (stood === undefined || !LETS_BEGIN.includes(stood)) {
    return `${name} was ${
      stood === undefined ? 'not raised' : stood.replace('-', ' ')
    } when the deployment began.`;
  }
  if (
    !window ||
    startedAt < window.start ||
    startedAt >= window.end + durationMs(grace)
  ) {
    return window
      ? `${name} was planned for ${momentInUtc(window.start)} to ${momentInUtc(
          window.end,
        )}; the deployment began at ${momentInUtc(startedAt)}.`
      : `${name} had no planned time.`;
  }
  return undefined;
}

function stateAt(
  happenings: readonly Happening[],
  at: Instant,
): ChangeState | undefined {
  let state: ChangeState | undefined;
  for (const happening of happenings) {
    if (happening.at > at) break;
    state = happening.to;
  }
  return state;
}
