import { LISTED_DIMENSIONS } from '../../scope/dimensions';
import { describeScope } from '../../scope/describeScope';
import type { CalendarFinding, Enforcement, WindowScope } from '../../types';
import type { LintedWindow } from '../LintedWindow';
import type { ScopeCensus } from '../ScopeCensus';

/** With fewer services a scope may name them all and still mean it. */
const FEW_SERVICES = 10;

/** More names than this are not listed. */
const MAX_NAMES = 10;

/** `scope-matches-nothing` and `scope-matches-everything`. */
export function scopeFindings(
  linted: LintedWindow,
  census: ScopeCensus | undefined,
): CalendarFinding[] {
  const { window } = linted;
  if (saysNothing(window.scope)) return [forEverything(linted)];
  if (!census) return [];
  if (census.matchesNothing(window)) return [forNothing(linted, census)];
  if (census.matchesEverything(window) && census.services >= FEW_SERVICES) {
    return [
      linted.finding('scope-matches-everything', 'scope', {
        severity: 'info',
        message: `Its scope is for every release of all ${census.services} services, so it leaves nobody out.`,
        remedy:
          'Leave the scope out, if that is meant; otherwise name whom it is for, e.g. scope: { tiers: [tier-1], environments: [production] }.',
      }),
    ];
  }
  return [];
}

function forEverything(linted: LintedWindow): CalendarFinding {
  const { enforcement, effect } = linted.window;
  const everything =
    'every service in every environment, emergencies and test environments included';
  return linted.finding('scope-matches-everything', 'scope', {
    severity: enforcement === 'block' ? 'warning' : 'info',
    message:
      effect === 'maintenance'
        ? `It has no scope, so outside of it ${outside(
            enforcement,
          )} for ${everything}, unless another maintenance window is in force.`
        : `It has no scope, so it ${
            enforcement === 'block'
              ? 'blocks'
              : `asks for ${asks(enforcement)} of`
          } every release of ${everything}${
            enforcement === 'block'
              ? '; a policy of the gate may still let emergencies through with an approval'
              : ''
          }.`,
    remedy:
      'Name whom it is for, e.g. scope: { environments: [production], classes: [standard, major] }.',
  });
}

function asks(enforcement: Enforcement): string {
  return enforcement === 'approval' ? 'an approval' : 'a second look';
}

function outside(enforcement: Enforcement): string {
  return enforcement === 'block'
    ? 'nothing may be released'
    : `${asks(enforcement)} is asked for`;
}

function forNothing(
  linted: LintedWindow,
  census: ScopeCensus,
): CalendarFinding {
  const { scope } = linted.window;
  const { except, ...parts } = scope;
  for (const dimension of LISTED_DIMENSIONS) {
    const listed = parts[dimension];
    if (!listed || dimension === 'classes') continue;
    const known = census.values(dimension);
    if (census.partMatches({ [dimension]: listed })) continue;
    return linted.finding('scope-matches-nothing', 'scope', {
      severity: 'warning',
      message: `No service is in ${dimension} ${listed.join(
        ', ',
      )}, so it is for nobody.`,
      remedy:
        known.length > 0
          ? `Write one that exists: ${known.slice(0, MAX_NAMES).join(', ')}${
              known.length > MAX_NAMES ? ', ...' : ''
            }.`
          : `Leave ${dimension} out: no service has any.`,
    });
  }
  const byPredicate =
    parts.entities !== undefined &&
    !census.partMatches({ entities: parts.entities });
  return linted.finding('scope-matches-nothing', 'scope', {
    severity: 'warning',
    message: byPredicate
      ? `Its entity filter ${JSON.stringify(
          parts.entities,
        )} matches no service, so it is for nobody.`
      : `No service meets all parts of its scope at once (${describeScope(
          scope,
        ).join(' ')}), so it is for nobody.`,
    remedy: byPredicate
      ? 'Compare the filter with an entity that it is meant for: the path, and the value as it stands there.'
      : 'Leave out the part that is too narrow, or write a window for each group that is meant.',
  });
}

function saysNothing({ except = {}, ...parts }: WindowScope): boolean {
  return [parts, except].every(part =>
    Object.values(part).every(value => value === undefined),
  );
}
