import type {
  ConnectedChange,
  ConnectorProblem,
} from '@continuity/plugin-continuity-node';
import type { ChangeApi, Row } from './client';
import type { ServiceNowSettings } from './config';
import { labelOf } from './recordOf';

/** Life of a change, in its order; states there follow each other likewise. */
const LIFE = [
  'assessed',
  'awaiting-approval',
  'approved',
  'scheduled',
  'implementing',
  'in-review',
  'closed',
] as const satisfies readonly ConnectedChange['state'][];

/** No state model has more steps. */
const MOST_STEPS = 10;

interface Moved {
  written: boolean;
  /** Where it is then. */
  state: string;
  problem?: ConnectorProblem;
}

/**
 * Brings a change request into the state of its change, by the steps that the instance
 * allows. Where it allows none that leads there, the request stays where it is, and that is
 * told.
 */
export class StateMover {
  readonly #changes: Pick<ChangeApi, 'nextStates' | 'update'>;
  readonly #settings: Pick<ServiceNowSettings, 'toThere'>;

  constructor(options: {
    changes: Pick<ChangeApi, 'nextStates' | 'update'>;
    settings: Pick<ServiceNowSettings, 'toThere'>;
  }) {
    this.#changes = options.changes;
    this.#settings = options.settings;
  }

  /**
   * @param look - reads the request; a step may lead elsewhere than it said
   */
  async move(
    change: ConnectedChange,
    sysId: string,
    look: () => Promise<Row | undefined>,
    signal: AbortSignal,
  ): Promise<Moved> {
    const wanted = this.#settings.toThere[change.state];
    let state = (await look())?.state ?? '';
    let written = false;
    for (let step = 0; wanted !== undefined && state !== wanted; step++) {
      const open = await this.#changes.nextStates(sysId, signal);
      const next = this.#nextOf(state, wanted, open);
      if (next === undefined || step >= MOST_STEPS) {
        return { written, state, problem: stuck(state, wanted, open) };
      }
      await this.#changes.update(
        sysId,
        { state: next, work_notes: noteOf(change) },
        signal,
      );
      written = true;
      const after = (await look())?.state ?? '';
      if (after === state) {
        return { written, state, problem: stuck(state, wanted, open) };
      }
      state = after;
    }
    return { written, state };
  }

  /** The state itself, else the farthest one on the way. */
  #nextOf(
    state: string,
    wanted: string,
    open: readonly string[],
  ): string | undefined {
    if (open.includes(wanted)) return wanted;
    const way = [
      ...new Set(LIFE.flatMap(name => this.#settings.toThere[name] ?? [])),
    ];
    const [from, to] = [way.indexOf(state), way.indexOf(wanted)];
    return from < 0
      ? undefined
      : way
          .slice(from + 1, Math.max(to, 0))
          .reverse()
          .find(between => open.includes(between));
  }
}

function noteOf({ comment, state, url }: ConnectedChange): string {
  return `Continuity: ${state}.${
    comment === undefined ? '' : ` ${comment}`
  } ${url}`;
}

function stuck(
  state: string,
  wanted: string,
  open: readonly string[],
): ConnectorProblem {
  const others = open.filter(one => one !== state).map(labelOf);
  return {
    reason: `ServiceNow does not let it go from "${labelOf(
      state,
    )}" to "${labelOf(wanted)}"${
      others.length === 0 ? '' : `; it may go to ${others.join(', ')}`
    }.`,
    remedy: `Do there what its state model asks for before that, such as an approval; it is tried again when the record changes.`,
  };
}
