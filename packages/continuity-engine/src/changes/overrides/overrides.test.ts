import fc from 'fast-check';
import { formatProblem } from '../../time';
import { eventsFrom, finalStates, step } from '../../workflow';
import { defaultChangeSettings } from '../settings';
import { overrideApprovals } from './overrideApprovals';
import { overrideMachine } from './overrideMachine';
import {
  parseOverrideContent,
  parseOverrideReview,
} from './parseOverrideContent';
import type { OverrideContext, OverrideEvent, OverrideState } from './types';

const { overrides: settings } = defaultChangeSettings([
  'tier-1',
  'tier-2',
  'tier-3',
]);
const READY: OverrideContext = { approvals: { isComplete: true }, review: [] };
const STATES = Object.keys(overrideMachine.states) as OverrideState[];
const EVENTS = Object.keys(overrideMachine.events) as OverrideEvent[];

describe('the life of an override', () => {
  const TABLE: Record<
    OverrideState,
    Partial<Record<OverrideEvent, OverrideState>>
  > = {
    requested: {
      approve: 'in-force',
      refuse: 'refused',
      withdraw: 'withdrawn',
      lapse: 'lapsed',
    },
    'in-force': { close: 'in-review' },
    'in-review': { review: 'reviewed' },
    reviewed: {},
    refused: {},
    withdrawn: {},
    lapsed: {},
  };

  it.each(
    STATES.flatMap(state =>
      EVENTS.map((event): [OverrideState, OverrideEvent] => [state, event]),
    ),
  )('%s, %s', (state, event) => {
    const to = TABLE[state][event];
    const taken = step(overrideMachine, state, event, READY);
    expect(taken.allowed ? [taken.to] : taken.refusals).toHaveLength(1);
    expect(taken.allowed ? taken.to : undefined).toBe(to);
  });

  it('is in force only approved, and reviewed only with a whole review', () => {
    expect(
      step(overrideMachine, 'requested', 'approve', {
        ...READY,
        approvals: { isComplete: false, missing: '1 of two' },
      }),
    ).toMatchObject({
      refusals: [{ reason: expect.stringContaining('1 of two') }],
    });
    expect(
      step(overrideMachine, 'in-review', 'review', {
        ...READY,
        review: [{ path: 'followUp', message: 'is missing' }],
      }),
    ).toMatchObject({
      refusals: [{ reason: expect.stringContaining('followUp: is missing') }],
    });
  });

  it('has no end but its review once it was in force', () => {
    const ends = finalStates(overrideMachine);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...EVENTS), { maxLength: 20 }),
        events => {
          const seen: OverrideState[] = [overrideMachine.initial];
          for (const event of events) {
            const next = step(
              overrideMachine,
              seen[seen.length - 1],
              event,
              READY,
            );
            if (next.allowed) seen.push(next.to);
          }
          const last = seen[seen.length - 1];
          expect(
            !seen.includes('in-force') ||
              !ends.includes(last) ||
              last === 'reviewed',
          ).toBe(true);
        },
      ),
    );
    expect(eventsFrom(overrideMachine, 'in-force')).toEqual(['close']);
  });
});

describe('parseOverrideContent', () => {
  const FULL = {
    rules: [
      'freeze:freezecalendar:default/close#month-end',
      'check:restore-tested',
    ],
    reason: 'Customers cannot pay',
    incident: 'INC-7',
    entities: ['component:default/pay'],
    environments: ['production'],
    duration: 'PT2H',
  };

  it('reads a whole one', () => {
    expect(parseOverrideContent(FULL, settings)).toEqual({
      ok: true,
      value: FULL,
    });
  });

  it.each<[object, string]>([
    [{ rules: [] }, 'rules'],
    [{ rules: ['calendar:freezecalendar:default/x'] }, 'rules.0'],
    [{ rules: ['catalog'] }, 'rules.0'],
    [{ rules: ['freeze:*'] }, 'rules.0'],
    [{ reason: '  ' }, 'reason'],
    [{ incident: undefined }, 'incident'],
    [{ entities: undefined }, 'entities'],
    [{ environments: [] }, 'environments'],
    [{ duration: 'PT5H' }, 'duration'],
    [{ duration: 'PT0S' }, 'duration'],
    [{ duration: 'forever' }, 'duration'],
  ])('refuses %j', (change, path) => {
    const reading = parseOverrideContent({ ...FULL, ...change }, settings);
    expect(reading.ok ? [] : reading.problems.map(one => one.path)).toEqual([
      path,
    ]);
  });

  it('says how long one may be', () => {
    const reading = parseOverrideContent(
      { ...FULL, duration: 'P1D' },
      settings,
    );
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual([
      'duration: "P1D" is not longer than zero and at most PT4H (4 h)',
    ]);
  });
});

describe('parseOverrideReview', () => {
  it.each([
    [{}, ['summary', 'justified', 'followUp']],
    [{ summary: 'Deployed', justified: true, followUp: '' }, ['followUp']],
    [{ summary: 'Deployed', justified: false, followUp: 'A drill' }, []],
  ])('of %j lacks %j', (raw, paths) => {
    const reading = parseOverrideReview(raw);
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual(
      paths,
    );
  });
});

describe('overrideApprovals', () => {
  const seats = (tiers: string[], secondFrom?: string[]) =>
    overrideApprovals({ ...settings, secondFrom }, tiers).map(
      ({ id, required }) => `${id} ${required}`,
    );

  it.each([
    [['tier-3'], ['one-person 1']],
    [['tier-3', 'tier-1'], ['two-people 2']],
    [['unclassified'], ['two-people 2']],
  ])('of %j: %j', (tiers, expected) => {
    expect(seats(tiers)).toEqual(expected);
  });

  it('asks two people of two roles where the policy says so', () => {
    expect(seats(['tier-1'], ['group:default/risk'])).toEqual([
      'first 1',
      'second 1',
    ]);
    expect(seats(['tier-3'], ['group:default/risk'])).toEqual(['one-person 1']);
  });

  it('never lets whoever asked count', () => {
    for (const secondFrom of [undefined, ['group:default/risk']]) {
      for (const one of overrideApprovals({ ...settings, secondFrom }, [
        'tier-1',
      ])) {
        expect(one.except).toContain('author');
      }
    }
  });
});
