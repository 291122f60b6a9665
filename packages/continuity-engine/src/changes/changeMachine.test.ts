import fc from 'fast-check';
import { eventsFrom, finalStates, step } from '../workflow';
import { changeMachine } from './changeMachine';
import type { ChangeContext, ChangeEvent, ChangeState } from './types';

const READY: ChangeContext = {
  class: 'major',
  problems: [],
  approvals: { isComplete: true },
  preApproval: [],
  conflicts: [],
  readiness: [],
  needsReview: true,
  review: [],
};
const STATES = Object.keys(changeMachine.states) as ChangeState[];
const EVENTS = Object.keys(changeMachine.events) as ChangeEvent[];

const no = { reason: 'No.' };

/** Every state and every event: where it leads when nothing is in the way. */
const TABLE: Record<ChangeState, Partial<Record<ChangeEvent, ChangeState>>> = {
  draft: {
    assess: 'assessed',
    revise: 'draft',
    cancel: 'cancelled',
    expire: 'expired',
  },
  assessed: {
    revise: 'draft',
    'request-approval': 'awaiting-approval',
    'pre-approve': 'approved',
    cancel: 'cancelled',
    expire: 'expired',
  },
  'awaiting-approval': {
    revise: 'draft',
    approve: 'approved',
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
  },
  approved: {
    revise: 'draft',
    suspend: 'awaiting-approval',
    schedule: 'scheduled',
    start: 'implementing',
    cancel: 'cancelled',
    expire: 'expired',
  },
  scheduled: {
    revise: 'draft',
    suspend: 'awaiting-approval',
    start: 'implementing',
    cancel: 'cancelled',
    expire: 'expired',
  },
  implementing: { finish: 'in-review' },
  'in-review': { 'complete-review': 'closed' },
  closed: {},
  cancelled: {},
  rejected: { revise: 'draft' },
  expired: {},
};

/** Events that only one class knows in a state. */
const CLASS_OF: Partial<
  Record<`${ChangeState}/${ChangeEvent}`, ChangeContext['class']>
> = {
  'assessed/pre-approve': 'standard',
  'approved/start': 'emergency',
};

const CASES = STATES.flatMap(state =>
  EVENTS.map(event => ({
    state,
    event,
    to: TABLE[state][event],
    context: { ...READY, class: CLASS_OF[`${state}/${event}`] ?? 'major' },
  })),
);

describe('every state and every event', () => {
  it.each(CASES.filter(({ to }) => to !== undefined))(
    '$state, $event: $to',
    ({ state, event, context, to }) => {
      expect(step(changeMachine, state, event, context)).toEqual({
        allowed: true,
        to,
      });
    },
  );

  it.each(CASES.filter(({ to }) => to === undefined))(
    '$state, $event: refused',
    ({ state, event, context }) => {
      expect(step(changeMachine, state, event, context)).toEqual({
        allowed: false,
        refusals: [
          expect.objectContaining({
            reason: expect.stringMatching(
              /^A change that is .+ cannot be .+; only one that is .+ can\.$/,
            ),
          }),
        ],
      });
    },
  );

  it('says what can be done instead, and nothing where nothing can', () => {
    expect(step(changeMachine, 'in-review', 'cancel', READY)).toEqual({
      allowed: false,
      refusals: [
        {
          reason:
            'A change that is in review cannot be cancelled; only one that is a draft or assessed or awaiting approval or approved or scheduled can.',
          remedy: 'It can be closed after its review.',
        },
      ],
    });
    expect(step(changeMachine, 'closed', 'revise', READY)).toEqual({
      allowed: false,
      refusals: [{ reason: expect.any(String) }],
    });
  });

  it('ends where nothing leads away', () => {
    expect(finalStates(changeMachine)).toEqual([
      'closed',
      'cancelled',
      'expired',
    ]);
    expect(eventsFrom(changeMachine, 'rejected')).toEqual(['revise']);
  });
});

describe('what is in the way', () => {
  const incomplete = {
    problems: [{ path: 'rollbackPlan.steps', message: 'is missing' }],
  };
  const unapproved = {
    approvals: { isComplete: false, missing: '1 of Database administrators' },
  };

  it.each<[ChangeState, ChangeEvent, Partial<ChangeContext>, string]>([
    ['draft', 'assess', incomplete, 'rollbackPlan.steps: is missing'],
    ['assessed', 'request-approval', incomplete, 'rollbackPlan.steps'],
    [
      'assessed',
      'request-approval',
      { approvals: { isComplete: false, shortage: 'Two seats, one person.' } },
      'Two seats, one person.',
    ],
    ['assessed', 'pre-approve', {}, 'this one is major'],
    [
      'assessed',
      'pre-approve',
      { class: 'standard', preApproval: [no] },
      'No.',
    ],
    [
      'awaiting-approval',
      'approve',
      unapproved,
      '1 of Database administrators',
    ],
    [
      'awaiting-approval',
      'approve',
      { approvals: { isComplete: false } },
      'who is missing is not known',
    ],
    ['awaiting-approval', 'approve', incomplete, 'rollbackPlan.steps'],
    ['approved', 'schedule', unapproved, '1 of Database administrators'],
    ['approved', 'schedule', { conflicts: [no] }, 'No.'],
    ['approved', 'start', {}, 'Only an emergency begins without'],
    ['approved', 'start', { class: 'emergency', readiness: [no] }, 'No.'],
    [
      'approved',
      'start',
      { class: 'emergency', ...unapproved },
      '1 of Database',
    ],
    ['scheduled', 'start', { readiness: [no] }, 'No.'],
    ['scheduled', 'start', unapproved, '1 of Database administrators'],
    [
      'in-review',
      'complete-review',
      { review: [{ path: 'outcome', message: 'is missing' }] },
      'outcome: is missing',
    ],
  ])('%s, %s: %j', (state, event, context, reason) => {
    expect(
      step(changeMachine, state, event, { ...READY, ...context }),
    ).toMatchObject({
      allowed: false,
      refusals: [{ reason: expect.stringContaining(reason) }],
    });
  });

  it('is said all at once', () => {
    expect(
      step(changeMachine, 'scheduled', 'start', {
        ...READY,
        ...unapproved,
        readiness: [no, no],
      }),
    ).toMatchObject({ allowed: false, refusals: { length: 3 } });
  });

  it('is no review where none is asked for', () => {
    expect(
      step(changeMachine, 'implementing', 'finish', {
        ...READY,
        needsReview: false,
      }),
    ).toEqual({ allowed: true, to: 'closed' });
  });
});

describe('whatever happens to a change', () => {
  const anyContext: fc.Arbitrary<ChangeContext> = fc.record({
    class: fc.constantFrom('standard', 'major', 'emergency'),
    problems: fc.subarray([{ path: 'plan', message: 'is missing' }]),
    approvals: fc.record({ isComplete: fc.boolean() }),
    preApproval: fc.subarray([no]),
    conflicts: fc.subarray([no]),
    readiness: fc.subarray([no]),
    needsReview: fc.boolean(),
    review: fc.subarray([{ path: 'outcome', message: 'is missing' }]),
  });

  const anyLife = fc
    .array(fc.tuple(fc.constantFrom(...EVENTS), anyContext), { maxLength: 60 })
    .map(events => {
      const steps: {
        from: ChangeState;
        event: ChangeEvent;
        to: ChangeState;
        context: ChangeContext;
      }[] = [];
      let from = changeMachine.initial;
      for (const [event, context] of events) {
        const result = step(changeMachine, from, event, context);
        if (result.allowed) {
          steps.push({ from, event, to: result.to, context });
          from = result.to;
        }
      }
      return steps;
    });

  it('begins only approved, ready and, unless an emergency, scheduled', () => {
    fc.assert(
      fc.property(anyLife, life => {
        const wrong = life.filter(
          ({ from, to, context }) =>
            to === 'implementing' &&
            !(
              context.approvals.isComplete &&
              context.readiness.length === 0 &&
              (from === 'scheduled' || context.class === 'emergency')
            ),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is approved beforehand only as a standard change', () => {
    fc.assert(
      fc.property(anyLife, life => {
        const wrong = life.filter(
          ({ event, context }) =>
            event === 'pre-approve' && context.class !== 'standard',
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is closed without a review only where none is asked for', () => {
    fc.assert(
      fc.property(anyLife, life => {
        const wrong = life.filter(
          ({ event, to, context }) =>
            to === 'closed' &&
            event !== 'complete-review' &&
            context.needsReview,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is once begun neither revised nor dropped without an end', () => {
    for (const state of ['implementing', 'in-review'] as const) {
      expect(
        eventsFrom(changeMachine, state).filter(event =>
          ['revise', 'cancel', 'expire', 'suspend'].includes(event),
        ),
      ).toEqual([]);
    }
  });
});
