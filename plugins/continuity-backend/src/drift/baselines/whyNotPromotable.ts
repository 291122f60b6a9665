import type { ChangeState } from '@continuity/engine';
import type { StoredChange } from '../../changes';
import type { StoredBaseline } from './BaselineStore';

/** A change stands here when it has been approved, and is not undone. */
const APPROVED: readonly ChangeState[] = [
  'approved',
  'scheduled',
  'implementing',
  'in-review',
  'closed',
];

/** Why a change is none for a baseline of this place. Absent: it is one. */
export function whyNotItsChange(
  { entityRef, environment, region }: StoredBaseline,
  change: StoredChange | undefined,
): string | undefined {
  if (!change) return 'changeId: there is no such change';
  const { title, entities, environments, regions } = change.content;
  if (!entities.includes(entityRef)) {
    return `changeId: change "${title}" does not change ${entityRef}; take one that does`;
  }
  if (!environments.includes(environment)) {
    return `changeId: change "${title}" is for ${environments.join(
      ', ',
    )}, not for ${environment}`;
  }
  if (regions && (region === undefined || !regions.includes(region))) {
    return `changeId: change "${title}" is for ${regions.join(', ')}, not for ${
      region ?? 'every region'
    }`;
  }
  return undefined;
}

/** Why a change does not let its baseline count yet. Absent: it does. */
export function whyNotApproved(
  { content, state, outcome, suspension, updatedAt }: StoredChange,
  { proposedAt }: Pick<StoredBaseline, 'proposedAt'>,
): string | undefined {
  if (!APPROVED.includes(state)) {
    return `Change "${content.title}" is ${state.replace(
      '-',
      ' ',
    )}; a baseline counts once its change is approved`;
  }
  if (suspension) {
    return `The approval of change "${
      content.title
    }" is suspended: ${suspension.because.join(' ')}`;
  }
  // Whoever approved it cannot have meant what was made of it later.
  if (state === 'closed' && proposedAt > updatedAt) {
    return `Change "${content.title}" was closed before this was proposed; raise another change for what runs now`;
  }
  return outcome === undefined || outcome === 'succeeded'
    ? undefined
    : `Change "${content.title}" ended as ${outcome}; what came of it is no baseline`;
}

/**
 * Why somebody must not have a baseline count. Where its change needs approvals, it takes
 * somebody else than those who wrote the change or proposed the baseline.
 */
export function whyNotBy(
  caller: string,
  { proposedBy }: StoredBaseline,
  { authors, content, seats }: StoredChange,
): string | undefined {
  if (seats.required === 0) return undefined;
  if (authors.includes(caller)) {
    return `${caller} wrote a part of change "${content.title}", which needs approvals; somebody else has to promote its baseline`;
  }
  return proposedBy === caller
    ? `${caller} proposed it, and change "${content.title}" needs approvals; somebody else has to promote it`
    : undefined;
}
