import fc from 'fast-check';
import { formatProblem } from '../../time';
import { findGaps } from './findGaps';
import { parseChangeContent } from './parseChangeContent';
import type { ChangeContent, ContentDemands } from './types';

const REF = 'component:default/payments-api';
const DIGEST = `sha256:${'a'.repeat(64)}`;

const TWO_HOURS = {
  start: '2026-12-10T08:00:00Z',
  end: '2026-12-10T10:00:00Z',
};
const ROLLBACK = {
  steps: ['Deploy the version before'],
  decisionOwner: 'group:default/team-payments',
  decisionDeadline: 'PT15M',
  expectedDuration: 'PT10M',
  dataHandling: 'Nothing is written in another shape',
};
const FULL = {
  title: 'Release payments 1.5',
  description: 'New limits',
  entities: [REF],
  environments: ['production'],
  regions: ['eu-west-1'],
  digests: { [REF]: DIGEST },
  window: { start: '2026-12-10T08:00:00Z', end: '2026-12-10T09:00:00Z' },
  class: 'major',
  classReason: 'Wanted',
  incident: 'INC-1',
  plan: '1. Deploy\n2. Watch',
  rollbackPlan: ROLLBACK,
  tests: [{ summary: 'Staged', link: 'https://ci.example/1' }],
  communication: 'The service desk, an hour before',
  implementer: 'user:default/ivo',
  committers: ['user:default/cleo'],
  facts: { migration: 'none', touches: [], size: { files: 1, lines: 2 } },
};

function read(raw: unknown): ChangeContent {
  const reading = parseChangeContent(raw);
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join());
  return reading.value;
}

describe('parseChangeContent', () => {
  it('reads everything, with moments as numbers', () => {
    expect(read(FULL)).toEqual({
      ...FULL,
      window: {
        start: Date.UTC(2026, 11, 10, 8),
        end: Date.UTC(2026, 11, 10, 9),
      },
    });
  });

  it('lets a draft say next to nothing', () => {
    const draft = {
      title: 'Later',
      entities: ['Component:Payments-API'],
      environments: ['production', 'production'],
    };
    expect(read(draft)).toEqual({
      title: 'Later',
      entities: [REF],
      environments: ['production'],
    });
  });

  it.each<[object, string]>([
    [{ title: undefined }, 'title: is missing; expected one line'],
    [{ title: 'two\nlines' }, 'title: "two\\nlines" is not one line'],
    [{ title: ' ' }, 'title: " " is not one line'],
    [{ entities: [] }, 'entities: [] is not a list of entities, not empty'],
    [{ entities: ['payments'] }, 'entities.0: "payments" is not an entity'],
    [
      { entities: Array.from({ length: 51 }, (_, at) => `api:default/a${at}`) },
      'at most 50',
    ],
    [{ environments: undefined }, 'environments: is missing'],
    [
      { digests: { [REF]: 'latest' } },
      `digests.${REF}: "latest" is not sha256:`,
    ],
    [
      { digests: { 'component:default/other': DIGEST } },
      'digests.component:default/other: is not one of the entities of the change; expected one of component:default/payments-api',
    ],
    [
      { window: { start: FULL.window.end, end: FULL.window.start } },
      'a stretch of time that ends after its start',
    ],
    [
      { window: { start: FULL.window.end, end: '2027-12-10T09:00:00Z' } },
      'not longer than 31 days',
    ],
    [
      { window: { start: '2026-12-10T08:00:00', end: FULL.window.end } },
      'window.start: "2026-12-10T08:00:00" is not a moment in ISO 8601 with an offset',
    ],
    [{ class: 'minor' }, 'class: "minor" is not one of standard, major'],
    [
      { rollbackPlan: { ...ROLLBACK, steps: undefined } },
      'rollbackPlan.steps: is missing; expected a list of steps',
    ],
    [
      { rollbackPlan: { ...ROLLBACK, decisionOwner: 'api:default/x' } },
      'rollbackPlan.decisionOwner: "api:default/x" is not a user or group',
    ],
    [
      { rollbackPlan: { ...ROLLBACK, decisionDeadline: '15 min' } },
      'rollbackPlan.decisionDeadline: "15 min" is not an ISO 8601 duration',
    ],
    [
      { rollbackPlan: { ...ROLLBACK, dataHandling: '' } },
      'rollbackPlan.dataHandling: "" is not a text that says something',
    ],
    [
      { tests: [{ summary: 'x', link: 'data:text/html,x' }] },
      'tests.0.link: "data:text/html,x" is not an http(s) address',
    ],
    [
      { implementer: 'group:default/ops' },
      'implementer: "group:default/ops" is not a user',
    ],
    [{ facts: { tier: 'tier-4' } }, 'facts.tier: "tier" is not known here'],
    [{ approved: true }, 'approved: "approved" is not known here'],
  ])('names the field of %j', (change, problem) => {
    const reading = parseChangeContent({ ...FULL, ...change });
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('never throws, and lists a problem whenever it does not read', () => {
    fc.assert(
      fc.property(fc.anything(), raw => {
        const reading = parseChangeContent(raw);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('findGaps', () => {
  const demands: ContentDemands = {
    class: 'major',
    computedClass: 'major',
    rollbackPlan: true,
    tests: true,
    communication: true,
    rto: 'PT1H',
  };
  const gaps = (change: object, by: Partial<ContentDemands> = {}) =>
    findGaps(read({ ...FULL, ...change }), { ...demands, ...by }).map(
      ({ path }) => path,
    );

  it('finds none in a whole change', () => {
    expect(gaps({})).toEqual([]);
  });

  it.each<[object, Partial<ContentDemands>, string[]]>([
    [{ window: undefined }, {}, ['window']],
    [{ plan: undefined }, {}, ['plan']],
    [{ rollbackPlan: undefined }, {}, ['rollbackPlan']],
    [{ rollbackPlan: undefined }, { rollbackPlan: false }, []],
    [
      { rollbackPlan: { ...ROLLBACK, expectedDuration: 'PT61M' } },
      {},
      ['rollbackPlan.expectedDuration'],
    ],
    // Also where nobody asks for one: what is said has to hold.
    [
      { rollbackPlan: { ...ROLLBACK, expectedDuration: 'PT61M' } },
      { rollbackPlan: false },
      ['rollbackPlan.expectedDuration'],
    ],
    [{ rollbackPlan: { ...ROLLBACK, expectedDuration: 'PT60M' } }, {}, []],
    [
      { rollbackPlan: { ...ROLLBACK, expectedDuration: 'P9D' } },
      { rto: undefined },
      [],
    ],
    // The decision on the way back is due while the change is under way.
    [
      {
        rollbackPlan: { ...ROLLBACK, decisionDeadline: 'PT2H1S' },
        window: TWO_HOURS,
      },
      {},
      ['rollbackPlan.decisionDeadline'],
    ],
    [
      {
        rollbackPlan: { ...ROLLBACK, decisionDeadline: 'PT2H' },
        window: TWO_HOURS,
      },
      {},
      [],
    ],
    [
      {
        rollbackPlan: { ...ROLLBACK, decisionDeadline: 'P2D' },
        window: undefined,
      },
      {},
      ['window'],
    ],
    [{ tests: undefined }, {}, ['tests']],
    [{ tests: undefined }, { tests: false }, []],
    [{ communication: undefined }, {}, ['communication']],
    [{ incident: undefined }, { class: 'emergency' }, ['incident']],
    [{ classReason: undefined }, { class: 'standard' }, ['classReason']],
    [{}, { class: 'standard' }, []],
  ])('of %j with %j are %j', (change, by, paths) => {
    expect(gaps(change, by)).toEqual(paths);
  });

  it('says how long is too long', () => {
    const [gap] = findGaps(
      read({
        ...FULL,
        rollbackPlan: { ...ROLLBACK, expectedDuration: 'PT2H' },
      }),
      demands,
    );
    expect(formatProblem(gap)).toBe(
      'rollbackPlan.expectedDuration: "PT2H" (2 h) is longer than the recovery time objective; expected at most PT1H (1 h)',
    );
  });
});
