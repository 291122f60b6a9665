import type { Difference } from './compareValues';
import { ruleFor, type IgnoreRules } from './ignore/IgnoreRules';
import { showValue } from './mask/showValue';
import type { Ownership } from './ownership';
import { labelOf, pointerOf, reach, type Step } from './steps';
import type {
  FieldChange,
  FieldOwner,
  IgnoredChange,
  ObjectRef,
} from './types';

/** Changes that are listed for one object; the rest is counted. */
export const MOST_CHANGES = 200;

/** What was made of the differences of one object. */
export interface DescribedChanges {
  readonly changes: FieldChange[];
  readonly unlisted: number;
  readonly ignored: IgnoredChange[];
  readonly unauthorised: number;
  readonly unattributed: number;
}

/** Differences with their values masked, their owners named, and the ignored set apart. */
export function describeChanges(
  differences: readonly Difference[],
  {
    ref,
    desired,
    live,
    ownership,
    rules,
    managers,
  }: {
    ref: ObjectRef;
    /** The whole objects, for what stands beside a value. */
    desired: unknown;
    live: unknown;
    ownership: Ownership;
    rules: ReturnType<IgnoreRules['about']>;
    managers: readonly string[];
  },
): DescribedChanges {
  const changes: FieldChange[] = [];
  const ignored: IgnoredChange[] = [];
  const counts = { unlisted: 0, unauthorised: 0, unattributed: 0 };
  for (const difference of differences) {
    const { steps, change } = difference;
    const owners = change === 'removed' ? [] : ownership.of(steps);
    const path = pointerOf(steps);
    const rule = ruleFor(rules, difference, owners);
    if (rule !== undefined) {
      ignored.push({ path, rule });
      continue;
    }
    const authorised = isAuthorised(owners, managers);
    if (authorised === 'no') counts.unauthorised += 1;
    if (authorised === 'unknown') counts.unattributed += 1;
    if (changes.length >= MOST_CHANGES) {
      counts.unlisted += 1;
      continue;
    }
    changes.push({
      path,
      label: labelOf(steps),
      change,
      desired: showValue(
        difference.desired,
        steps,
        ref.kind,
        itemBefore(desired, steps),
      ),
      live: showValue(
        difference.live,
        steps,
        ref.kind,
        itemBefore(live, steps),
      ),
      owners,
      ownership: describeOwners(owners, change, ownership),
      authorised,
    });
  }
  return { changes, ignored, ...counts };
}

/** What stands before an item in its list, in one of the objects. */
function itemBefore(root: unknown, steps: readonly Step[]): unknown {
  const last = steps[steps.length - 1];
  if (!last || 'name' in last || last.index === 0) return undefined;
  const list = reach(root, steps.slice(0, -1));
  return Array.isArray(list) ? list[last.index - 1] : undefined;
}

function isAuthorised(
  owners: readonly FieldOwner[],
  managers: readonly string[],
): FieldChange['authorised'] {
  if (owners.length === 0) return 'unknown';
  return owners.some(({ manager }) => managers.includes(manager))
    ? 'yes'
    : 'no';
}

function describeOwners(
  owners: readonly FieldOwner[],
  change: Difference['change'],
  ownership: Ownership,
): string {
  if (owners.length > 0) return owners.map(describeOwner).join(', ');
  if (!ownership.isRecorded) {
    return 'not known: the live object has no managedFields';
  }
  const last = ownership.last();
  const latest = last
    ? `; the object was last written by ${describeOwner(last)}`
    : '';
  return change === 'removed'
    ? `nobody: the live object does not have it${latest}`
    : `nobody that managedFields names${latest}`;
}

function describeOwner({ manager, operation, time }: FieldOwner): string {
  return `${manager} (${operation}${time === undefined ? '' : `, ${time}`})`;
}
