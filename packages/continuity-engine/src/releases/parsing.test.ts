import { defaultReleaseSettings } from './defaults';
import { judgeChosenClass } from './judgeChosenClass';
import { parseReleaseFacts } from './parseReleaseFacts';
import { parseReleaseSettings } from './parseReleaseSettings';

const tierIds = ['tier-1', 'tier-2'];
const checkIds = ['rollback-plan-current', 'continuity-plan-reviewed'];
const vocabulary = { tierIds, checkIds };

function problemsOf(raw: unknown) {
  const parsed = parseReleaseSettings(raw, vocabulary);
  return 'problems' in parsed
    ? parsed.problems.map(({ path, message }) => `${path}: ${message}`)
    : [];
}

const approval = {
  id: 'peer',
  title: 'A peer',
  required: 1,
  from: { owners: true },
};
const protocol = {
  approvals: [approval],
  checks: [],
  windows: 'any',
  communication: [],
};

describe('parseReleaseSettings', () => {
  it('takes the defaults for what is absent', () => {
    expect(parseReleaseSettings(undefined, vocabulary)).toEqual({
      settings: defaultReleaseSettings(tierIds),
    });
  });

  it('replaces rules and the protocol of a class whole, and no other', () => {
    const rule = {
      id: 'mine',
      title: 'Mine',
      when: { files: 10 },
      class: 'major',
    };
    const parsed = parseReleaseSettings(
      { rules: [rule], protocols: { standard: protocol } },
      vocabulary,
    );
    const { protocols, minDeployments } = defaultReleaseSettings(tierIds);
    expect(parsed).toEqual({
      settings: {
        minDeployments,
        rules: [rule],
        protocols: { ...protocols, standard: protocol },
      },
    });
  });

  it('reads groups as the catalog names them', () => {
    const from = { groups: ['CAB'] };
    const parsed = parseReleaseSettings(
      {
        protocols: {
          major: { ...protocol, approvals: [{ ...approval, from }] },
        },
      },
      vocabulary,
    );
    expect(parsed).toMatchObject({
      settings: {
        protocols: {
          major: { approvals: [{ from: { groups: ['group:default/cab'] } }] },
        },
      },
    });
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown tier',
      {
        rules: [
          { id: 'a', title: 'A', when: { tiers: ['gold'] }, class: 'major' },
        ],
      },
      'continuity.releases.rules.0.when.tiers.0: "gold" is not one of tier-1, tier-2, unclassified',
    ],
    [
      'a rule without a condition',
      { rules: [{ id: 'a', title: 'A', when: {}, class: 'major' }] },
      'continuity.releases.rules.0.when: has no condition, so it would be met by every release; expected at least one',
    ],
    [
      'a rule that lowers the class',
      {
        rules: [{ id: 'a', title: 'A', when: { files: 1 }, class: 'standard' }],
      },
      'continuity.releases.rules.0.class: "standard" is not one of major, emergency',
    ],
    [
      'an id given twice',
      {
        rules: [1, 2].map(files => ({
          id: 'a',
          title: 'A',
          when: { files },
          class: 'major',
        })),
      },
      'continuity.releases.rules.1.id: "a" stands at continuity.releases.rules.0 already; expected each id once',
    ],
    [
      'an unknown check',
      { protocols: { major: { ...protocol, checks: ['tested'] } } },
      'continuity.releases.protocols.major.checks.0: "tested" is not one of rollback-plan-current, continuity-plan-reviewed',
    ],
    [
      'an approval of nobody',
      {
        protocols: {
          major: { ...protocol, approvals: [{ ...approval, from: {} }] },
        },
      },
      'continuity.releases.protocols.major.approvals.0.from: {} is not groups, owners, or both',
    ],
    [
      'an author who may approve',
      {
        protocols: {
          major: {
            ...protocol,
            approvals: [{ ...approval, except: ['committer'] }],
          },
        },
      },
      'continuity.releases.protocols.major.approvals.0.except: ["committer"] is not a list with author in it; nobody approves their own change',
    ],
    [
      'a share that is none',
      {
        rules: [
          { id: 'a', title: 'A', when: { failureRate: 20 }, class: 'major' },
        ],
      },
      'continuity.releases.rules.0.when.failureRate: 20 is not a share above 0 and up to 1, e.g. 0.2',
    ],
    [
      'a misspelt condition',
      { rules: [{ id: 'a', title: 'A', when: { file: 1 }, class: 'major' }] },
      'continuity.releases.rules.0.when.file: "file" is not known here; expected one of tiers, businessFunctions, criticalServices, migration, touches, files, lines, majorUpdates, into, failureRate, pipeline, incident',
    ],
  ])('refuses %s by name', (_, raw, problem) => {
    expect(problemsOf(raw)).toContain(problem);
  });
});

describe('parseReleaseFacts', () => {
  it.each<[string, unknown, string]>([
    [
      'more failures than deployments',
      { history: { deployments: 2, failed: 3 } },
      'history.failed: 3 is not within the 2 deployments; expected at most so many',
    ],
    [
      'half a size',
      { size: { files: 2 } },
      'size.lines: is missing; expected a whole number, 0 or more',
    ],
    [
      'an unknown fact',
      { risk: 'low' },
      'risk: "risk" is not known here; expected one of tier, blastRadius, migration, touches, size, majorUpdates, calendar, history, pipeline, incident',
    ],
    ['nothing at all', null, ': null is not facts about a release'],
  ])('refuses %s by name', (_, raw, problem) => {
    const parsed = parseReleaseFacts(raw, { tierIds });
    expect(
      parsed.ok
        ? []
        : parsed.problems.map(({ path, message }) => `${path}: ${message}`),
    ).toEqual([problem]);
  });
});

describe('judgeChosenClass', () => {
  const missing = (
    chosen: Parameters<typeof judgeChosenClass>[0],
    than: 'standard' | 'major' | 'emergency',
    incident?: string,
  ) => {
    const { problems, needsApproval } = judgeChosenClass(
      chosen,
      { class: than },
      { incident },
    );
    return [problems.map(({ path }) => path), needsApproval];
  };

  it.each([
    ['standard', 'standard', [], false],
    ['major', 'standard', [], false],
    ['standard', 'major', ['classReason'], true],
    ['major', 'emergency', ['classReason'], true],
    ['emergency', 'major', ['incident'], false],
  ] as const)(
    '%s where the rules say %s',
    (chosen, than, paths, needsApproval) => {
      expect(missing({ class: chosen }, than)).toEqual([paths, needsApproval]);
    },
  );

  it('still needs somebody who agrees when the reason is given', () => {
    expect(missing({ class: 'standard', reason: 'Tried.' }, 'major')).toEqual([
      [],
      true,
    ]);
    expect(missing({ class: 'standard', reason: ' ' }, 'major')).toEqual([
      ['classReason'],
      true,
    ]);
    expect(missing({ class: 'emergency' }, 'major', 'INC-1')).toEqual([
      [],
      false,
    ]);
  });
});
