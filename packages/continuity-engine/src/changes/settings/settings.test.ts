import { formatProblem } from '../../time';
import { defaultChangeSettings } from './defaults';
import { parseChangeSettings } from './parseChangeSettings';
import { selects } from './selects';

const TIERS = ['tier-1', 'tier-2', 'tier-3'];
const defaults = defaultChangeSettings(TIERS);

function read(raw: unknown) {
  const parsed = parseChangeSettings(raw, TIERS);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(formatProblem).join('; '));
  }
  return parsed.settings;
}

describe('parseChangeSettings', () => {
  it('has a default for everything, which is itself right', () => {
    expect(read(undefined)).toEqual(defaults);
    const { requires, preApproval, unauthorised, ...rest } = defaults;
    const { escalateTo: _empty, ...approvals } = rest.approvals;
    expect(
      read({ ...rest, approvals, requires, preApproval, unauthorised }),
    ).toEqual(defaults);
  });

  it('replaces what is given and keeps the rest', () => {
    const settings = read({
      requires: { rollbackPlan: {}, tests: false },
      approvals: { validFor: 'P7D', escalateTo: ['managers'] },
      preApproval: false,
      overrides: {
        twoPeopleTiers: [],
        approvals: { groups: ['Group:Default/Duty'] },
        secondFrom: ['group:default/risk'],
      },
      unauthorised: { when: false, retrospective: true },
    });
    expect(settings).toEqual({
      ...defaults,
      requires: { ...defaults.requires, rollbackPlan: {}, tests: undefined },
      approvals: {
        validFor: 'P7D',
        escalateAfter: 'PT24H',
        escalateTo: ['group:default/managers'],
      },
      preApproval: undefined,
      overrides: {
        ...defaults.overrides,
        twoPeopleTiers: [],
        approvals: { groups: ['group:default/duty'] },
        secondFrom: ['group:default/risk'],
      },
      unauthorised: {
        ...defaults.unauthorised,
        when: 'never',
        retrospective: true,
      },
    });
  });

  it.each<[unknown, string]>([
    ['yes', 'continuity.changes: "yes" is not change settings'],
    [{ approval: {} }, 'continuity.changes.approval: "approval" is not known'],
    [
      { requires: { tests: { tiers: ['gold'] } } },
      'continuity.changes.requires.tests',
    ],
    [
      { approvals: { validFor: 'soon' } },
      'approvals.validFor: "soon" is not an ISO 8601 duration',
    ],
    [
      { approvals: { escalateTo: ['api:default/x'] } },
      'approvals.escalateTo.0: "api:default/x" is not a group or user',
    ],
    [{ preApproval: { deployments: 0, successRate: 1 } }, 'preApproval'],
    [
      { overrides: { maxDuration: 'P1D' } },
      'overrides.maxDuration: "P1D" is not an ISO 8601 duration, e.g. PT1H, from PT5M to PT12H',
    ],
    [
      { overrides: { approvals: {} } },
      'overrides.approvals: {} is not groups, owners, or both',
    ],
    [{ unauthorised: { retrospective: 1 } }, 'retrospective: 1 is not true or'],
  ])('refuses %j by its path', (raw, problem) => {
    expect(() => read(raw)).toThrow(problem);
  });
});

describe('selects', () => {
  it.each([
    [undefined, ['tier-1'], false],
    [{}, ['tier-3'], true],
    [{ tiers: ['tier-1'] }, ['tier-3', 'tier-1'], true],
    [{ tiers: ['tier-1'] }, ['tier-3'], false],
    [{ tiers: ['tier-1'] }, [], false],
    [{ classes: ['standard' as const] }, ['tier-1'], false],
    [{ tiers: ['tier-1'], classes: ['major' as const] }, ['tier-1'], true],
  ])('%j of %j: %s', (selector, tiers, asked) => {
    expect(selects(selector, tiers, 'major')).toBe(asked);
  });
});
