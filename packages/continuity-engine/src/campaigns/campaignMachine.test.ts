import fc from 'fast-check';
import { finalStates, step } from '../workflow';
import { campaignMachine } from './campaignMachine';
import type { CampaignContext, CampaignEvent, CampaignState } from './types';

const SPAN = { start: 1_000, end: 2_000 };
const STATES = Object.keys(campaignMachine.states) as CampaignState[];
const EVENTS = Object.keys(campaignMachine.events) as CampaignEvent[];

const context = (change: Partial<CampaignContext> = {}): CampaignContext => ({
  now: 1_500,
  span: SPAN,
  ...change,
});

describe('every state and every event', () => {
  const TABLE: Record<
    CampaignState,
    Partial<Record<CampaignEvent, CampaignState>>
  > = {
    planned: { start: 'running', revise: 'planned', cancel: 'cancelled' },
    running: { revise: 'running', cancel: 'cancelled' },
    reached: {},
    missed: {},
    cancelled: {},
  };

  it.each(
    STATES.flatMap(state => EVENTS.map(event => [state, event] as const)),
  )('%s, %s, while it could run', (state, event) => {
    const result = step(campaignMachine, state, event, context());
    expect(result.allowed ? result.to : undefined).toBe(TABLE[state][event]);
  });

  it('ends where nothing leads away', () => {
    expect(finalStates(campaignMachine)).toEqual([
      'reached',
      'missed',
      'cancelled',
    ]);
  });
});

describe('what is in the way', () => {
  it.each<[CampaignState, CampaignEvent, Partial<CampaignContext>, RegExp]>([
    ['planned', 'start', { now: 999 }, /first day has not come/],
    ['planned', 'revise', { now: 2_000 }, /last day is over/],
    ['running', 'revise', { now: 2_000 }, /last day is over/],
    ['running', 'revise', { changes: ['title', 'level'] }, /^level: /],
    ['running', 'revise', { changes: ['scorecard'] }, /^scorecard: /],
    ['running', 'revise', { changes: ['startsOn'] }, /^startsOn: /],
    ['running', 'cancel', { now: 2_000 }, /last day is over/],
    ['running', 'conclude', { outcome: 'reached' }, /not over yet/],
    ['running', 'conclude', { now: 2_000 }, /been judged/],
    ['planned', 'conclude', { now: 2_000, outcome: 'reached' }, /cannot be/],
  ])('%s, %s, %j', (state, event, change, reason) => {
    expect(step(campaignMachine, state, event, context(change))).toMatchObject({
      allowed: false,
      refusals: [{ reason: expect.stringMatching(reason) }],
    });
  });

  it('is nothing of what may change while it runs', () => {
    expect(
      step(
        campaignMachine,
        'running',
        'revise',
        context({ changes: ['title', 'scope', 'endsOn', 'reminders'] }),
      ),
    ).toEqual({ allowed: true, to: 'running' });
  });
});

it('is reached only by its outcome, after its end', () => {
  const anyContext = fc.record({
    now: fc.integer({ min: 0, max: 3_000 }),
    span: fc.constant(SPAN),
    outcome: fc.constantFrom(undefined, 'reached' as const, 'missed' as const),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...EVENTS), anyContext), {
        maxLength: 30,
      }),
      events => {
        let state: CampaignState = campaignMachine.initial;
        const wrong: unknown[] = [];
        for (const [event, own] of events) {
          const result = step(campaignMachine, state, event, own);
          if (!result.allowed) continue;
          const { to } = result;
          const hasOutcome = to === 'reached' || to === 'missed';
          const isRight =
            event === 'conclude' && own.outcome === to && own.now >= SPAN.end;
          if (hasOutcome && !isRight) wrong.push([event, own]);
          state = to;
        }
        expect(wrong).toEqual([]);
      },
    ),
  );
});
