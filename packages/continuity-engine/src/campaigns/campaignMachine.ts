import type { Machine, Refusal } from '../workflow';
import type { CampaignContext, CampaignEvent, CampaignState } from './types';

type Guard = (context: CampaignContext) => readonly Refusal[];

/** Once it runs, what people were asked for stays what it was. */
const FIXED: readonly string[] = ['scorecard', 'level', 'startsOn'];

const hasCome: Guard = ({ now, span }) =>
  now >= span.start ? [] : [{ reason: 'Its first day has not come yet.' }];

const isNotOver: Guard = ({ now, span }) =>
  now < span.end
    ? []
    : [
        {
          reason: 'Its last day is over, and where services stood then counts.',
          remedy: 'Make another campaign.',
        },
      ];

const isOver: Guard = ({ now, span }) =>
  now >= span.end ? [] : [{ reason: 'Its last day is not over yet.' }];

const isKnown: Guard = ({ outcome }) =>
  outcome
    ? []
    : [{ reason: 'Not every service has been judged as of its end yet.' }];

const keepsWhatItAsks: Guard = ({ changes = [] }) =>
  changes
    .filter(field => FIXED.includes(field))
    .map(field => ({
      reason: `${field}: it is running, and what it asks for does not change any more.`,
      remedy: 'Cancel it, and make another campaign.',
    }));

/**
 * The life of a campaign. It ends by itself at the end of its last day, and not before:
 * a level that is reached can be lost again until then. Nobody can say that it was
 * reached, nor cancel it once its outcome counts.
 */
export const campaignMachine: Machine<
  CampaignState,
  CampaignEvent,
  CampaignContext
> = {
  subject: 'a campaign',
  initial: 'planned',
  states: {
    planned: 'planned',
    running: 'running',
    reached: 'ended, reached',
    missed: 'ended, missed',
    cancelled: 'cancelled',
  },
  events: {
    start: {
      done: 'started',
      from: { planned: { to: 'running', guards: [hasCome] } },
    },
    revise: {
      done: 'changed',
      from: {
        planned: { to: 'planned', guards: [isNotOver] },
        running: { to: 'running', guards: [isNotOver, keepsWhatItAsks] },
      },
    },
    conclude: {
      done: 'concluded',
      from: {
        running: {
          // Guarded: without an outcome nothing is concluded.
          to: ({ outcome }) => outcome ?? 'missed',
          guards: [isOver, isKnown],
        },
      },
    },
    cancel: {
      done: 'cancelled',
      from: {
        planned: { to: 'cancelled' },
        running: { to: 'cancelled', guards: [isNotOver] },
      },
    },
  },
};
