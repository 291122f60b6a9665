import type { WindowAnswer } from '@continuity/engine';
import type { PeerWindow, Span } from './peers';

const STATES = ['open', 'warn', 'approval', 'block'] as const;
type State = (typeof STATES)[number];

/** Everything a verdict says in moments and states; the words are left out. */
export interface PlainVerdict {
  state: State;
  /** Of each window, in the order of the windows. */
  windows: { active?: Span; next?: number }[];
  nextChange?: { at: number; state: State };
  nextOpen?: number;
  longestOpen?: { start: number; end?: number };
}

/** Closed to all who need no approval. */
const PASSABLE = STATES.indexOf('warn');

/**
 * The question of a verdict as somebody would answer it who has a recurrence library and
 * the windows that are in scope: when each takes place up to the horizon, and from that
 * how closed it is at every moment.
 */
export function peerVerdict(
  windows: readonly PeerWindow[],
  at: number,
  horizon: number,
): PlainVerdict {
  const spans = windows.map(window => window.between(at, horizon));
  const runs = runsOf(windows, spans, at, horizon);
  const [now, later] = runs;
  const passable = runs.filter(({ level }) => level <= PASSABLE);
  const open = joined(passable);
  const longest = open.reduce<Span | undefined>(
    (best, span) =>
      best && best.end - best.start >= span.end - span.start ? best : span,
    undefined,
  );
  return {
    state: STATES[now.level],
    windows: spans.map(own => whenOf(own, at)),
    ...(later && {
      nextChange: { at: later.start, state: STATES[later.level] },
    }),
    ...(now.level > PASSABLE && open[0] && { nextOpen: open[0].start }),
    ...(longest && {
      longestOpen:
        longest.end < horizon ? { ...longest } : { start: longest.start },
    }),
  };
}

/** The same of an answer of the engine; windows in the order that is asked for. */
export function plainVerdict(
  answer: WindowAnswer,
  order: ReadonlyMap<object, number>,
): PlainVerdict {
  const windows: PlainVerdict['windows'] = [];
  for (const { window, active, next } of answer.considered) {
    windows[order.get(window) ?? NaN] = {
      ...(active && { active: { start: active.start, end: active.end } }),
      ...(next && { next: next.start }),
    };
  }
  const { state, nextChange, nextOpen, longestOpen } = answer;
  return {
    state,
    windows,
    ...(nextChange && {
      nextChange: { at: nextChange.at, state: nextChange.state },
    }),
    ...(nextOpen !== undefined && { nextOpen }),
    ...(longestOpen && { longestOpen }),
  };
}

/** Of several in force the one that ends last, as the engine has it. */
function whenOf(
  spans: readonly Span[],
  at: number,
): { active?: Span; next?: number } {
  let active: Span | undefined;
  let next: number | undefined;
  for (const span of spans) {
    if (span.start > at) {
      next = span.start;
      break;
    }
    if (!active || span.end > active.end) active = span;
  }
  return { ...(active && { active }), ...(next !== undefined && { next }) };
}

interface Run extends Span {
  level: number;
}

/** How closed it is, from moment to moment. */
function runsOf(
  windows: readonly PeerWindow[],
  spans: readonly Span[][],
  from: number,
  to: number,
): Run[] {
  const edges: { at: number; window: number; change: number }[] = [];
  spans.forEach((own, window) => {
    for (const { start, end } of own) {
      edges.push({ at: Math.max(start, from), window, change: 1 });
      if (end < to) edges.push({ at: end, window, change: -1 });
    }
  });
  edges.sort((a, b) => a.at - b.at);
  const inForce = new Int32Array(windows.length);
  const runs: Run[] = [];
  let place = 0;
  let at = from;
  while (at < to) {
    for (; place < edges.length && edges[place].at === at; place++) {
      inForce[edges[place].window] += edges[place].change;
    }
    const next = edges[place]?.at ?? to;
    const level = levelOf(windows, inForce);
    const last = runs.at(-1);
    if (last?.level === level) last.end = next;
    else runs.push({ start: at, end: next, level });
    at = next;
  }
  return runs;
}

function levelOf(windows: readonly PeerWindow[], inForce: Int32Array): number {
  const isMaintained = windows.some(
    ({ window }, place) => window.maintenance && inForce[place] > 0,
  );
  let level = 0;
  windows.forEach(({ window }, place) => {
    const closes = window.maintenance ? !isMaintained : inForce[place] > 0;
    if (closes) level = Math.max(level, STATES.indexOf(window.enforcement));
  });
  return level;
}

function joined(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of runs) {
    const last = spans.at(-1);
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
