/** Why an event is not allowed, and what to do instead. */
export interface Refusal {
  /** A sentence. */
  reason: string;
  /** A sentence. Absent: nothing can be done. */
  remedy?: string;
}

/**
 * Where an event leads from a state, as long as its guards let it. All guards are asked, so
 * that everything which is in the way is said at once.
 */
export interface Transition<State extends string, Context> {
  to: State | ((context: Context) => State);
  guards?: readonly ((context: Context) => readonly Refusal[])[];
}

/** A state machine as a table. What does not stand in it is refused. */
export interface Machine<
  State extends string,
  Event extends string,
  Context = unknown,
> {
  /** What it is about, with its article, e.g. `a change`. */
  subject: string;
  initial: State;
  /** Each as it is said of the subject: `awaiting approval`. */
  states: Readonly<Record<State, string>>;
  /** Each as it is done to the subject: `approved`. */
  events: Readonly<
    Record<
      Event,
      {
        done: string;
        from: Partial<Readonly<Record<State, Transition<State, Context>>>>;
      }
    >
  >;
}

/** What an event comes to. */
export type Step<State extends string> =
  | { allowed: true; to: State }
  | { allowed: false; refusals: readonly [Refusal, ...Refusal[]] };
