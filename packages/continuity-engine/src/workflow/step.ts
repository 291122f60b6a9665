import { listed } from '../calendar/answer';
import type { Machine, Refusal, Step } from './types';

/** What an event does in a state: the state that follows, or everything that is in the way. */
export function step<
  State extends string,
  Event extends string,
  Context = unknown,
>(
  machine: Machine<State, Event, Context>,
  state: State,
  event: Event,
  context: Context,
): Step<State> {
  const transition = machine.events[event].from[state];
  if (!transition) {
    return { allowed: false, refusals: [outOfPlace(machine, state, event)] };
  }
  const { to, guards = [] } = transition;
  const [first, ...others] = guards.flatMap(guard => guard(context));
  if (first) return { allowed: false, refusals: [first, ...others] };
  return { allowed: true, to: typeof to === 'string' ? to : to(context) };
}

/** Events that a state knows, whatever their guards say, in the order of the table. */
export function eventsFrom<
  State extends string,
  Event extends string,
  Context = unknown,
>({ events }: Machine<State, Event, Context>, state: State): Event[] {
  return (Object.keys(events) as Event[]).filter(
    event => events[event].from[state] !== undefined,
  );
}

/** States from which nothing leads away, in the order of the table. */
export function finalStates<
  State extends string,
  Event extends string,
  Context = unknown,
>(machine: Machine<State, Event, Context>): State[] {
  return (Object.keys(machine.states) as State[]).filter(
    state => eventsFrom(machine, state).length === 0,
  );
}

function outOfPlace<
  State extends string,
  Event extends string,
  Context = unknown,
>(
  machine: Machine<State, Event, Context>,
  state: State,
  event: Event,
): Refusal {
  const { states, events, subject } = machine;
  const begun = (Object.keys(events[event].from) as State[]).map(
    from => states[from],
  );
  const possible = eventsFrom(machine, state).map(other => events[other].done);
  return {
    reason: `${capital(subject)} that is ${states[state]} cannot be ${
      events[event].done
    }; only one that is ${begun.join(' or ')} can.`,
    ...(possible.length > 0 && {
      remedy: `It can be ${listed(possible)}.`,
    }),
  };
}

function capital(text: string): string {
  return text[0].toLocaleUpperCase('en-US') + text.slice(1);
}
