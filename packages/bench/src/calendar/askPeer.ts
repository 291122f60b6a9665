import {
  windowsInScope,
  type WindowIndex,
  type WindowSubject,
} from '@continuity/engine';
import { ask, read } from './engine';
import { spread, timed, type Spread } from './measure';
import { peerVerdict, plainVerdict } from './peerVerdict';
import type { Peer, PeerWindow } from './peers';
import type { PlainWindow } from './windows';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far a verdict looks ahead, unless it is told otherwise. */
const HORIZON_MS = 400 * DAY_MS;

/** Microseconds for the same question about the same services, on both sides. */
export interface Compared {
  peer: Spread;
  own: Spread;
}

export interface PeerResult {
  /** The whole question, for the first time. */
  first: Compared;
  /** Once more an hour later. */
  again: Compared;
  /** Over and over, as long as a row may take: a server that is busy. */
  often: Compared;
  /** Microseconds: only whether each window is in force. */
  inForce: Spread;
  /** Verdicts of the whole question that differ from the engine's, of how many. */
  disagreements: number;
  asked: number;
}

/**
 * Asks a peer for verdicts. It is handed the windows in scope, read beforehand. The first
 * question is put about every service, the others for as long as a row may take.
 *
 * @param index - nobody was asked about yet, so that the engine's first verdict is one
 */
export function askPeer(
  peer: Peer,
  plain: readonly PlainWindow[],
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  now: number,
  maxMs: number,
): PeerResult {
  const places = new Map(index.windows.map((one, place) => [one, place]));
  const known = new Map<number, PeerWindow>();
  const windowAt = (place: number) => {
    const found = known.get(place) ?? peer(plain[place]);
    known.set(place, found);
    return found;
  };
  const inScope = (question: number) => {
    const found = windowsInScope(index, subjects[question]);
    return {
      order: new Map(
        found.map(({ indexed }, place) => [indexed.window, place]),
      ),
      windows: found.map(({ indexed }) => windowAt(places.get(indexed) ?? NaN)),
    };
  };
  let disagreements = 0;
  // Each side is asked about all of them in one go, as a server would be: asked in turn,
  // whoever is quick would mostly wait for caches that the other has emptied. Never the
  // same moment twice: a memory of answers is not what is compared.
  const compare = (began: number, most: number): [number, number][] => {
    const momentOf = (question: number) => began + question * 60_000;
    const own = subjects.map((subject, question) =>
      timed(() => {
        const answer = ask(index, subject, momentOf(question));
        read(answer);
        return answer;
      }),
    );
    return within(most, subjects.length, question => {
      const { windows, order } = inScope(question);
      const at = momentOf(question);
      const theirs = timed(() => peerVerdict(windows, at, at + HORIZON_MS));
      const plainly = plainVerdict(own[question].result, order);
      if (JSON.stringify(plainly) !== JSON.stringify(theirs.result)) {
        disagreements++;
      }
      return [theirs.ms * 1000, own[question].ms * 1000];
    });
  };
  const first = compare(now, Infinity);
  const again = compare(now + HOUR_MS, maxMs);
  // Rounds of all of them, each question a minute after the one before.
  const later = (question: number) => now + 3 * HOUR_MS + question * 60_000;
  const oftenPeer = within(maxMs, Infinity, question => {
    const { windows } = inScope(question % subjects.length);
    const at = later(question);
    return timed(() => peerVerdict(windows, at, at + HORIZON_MS)).ms * 1000;
  });
  const oftenOwn = within(maxMs / 10, Infinity, question => {
    const subject = subjects[question % subjects.length];
    return timed(() => read(ask(index, subject, later(question)))).ms * 1000;
  });
  const inForce = within(maxMs, subjects.length, question => {
    const at = now + 2 * HOUR_MS + question * 60_000;
    const { windows } = inScope(question);
    return timed(() => windows.map(one => one.isActive(at))).ms * 1000;
  });
  return {
    first: compared(first),
    again: compared(again),
    often: { peer: spread(oftenPeer), own: spread(oftenOwn) },
    inForce: spread(inForce),
    disagreements,
    asked: first.length + again.length,
  };
}

/** Does something so many times, for as long as there is time. */
function within<T>(
  maxMs: number,
  count: number,
  work: (place: number) => T,
): T[] {
  const until = performance.now() + maxMs;
  const done: T[] = [];
  while (
    done.length < count &&
    (done.length === 0 || performance.now() < until)
  ) {
    done.push(work(done.length));
  }
  return done;
}

function compared(pairs: readonly (readonly [number, number])[]): Compared {
  return {
    peer: spread(pairs.map(([peer]) => peer)),
    own: spread(pairs.map(([, own]) => own)),
  };
}
