import {
  windowsInScope,
  type WindowIndex,
  type WindowSubject,
} from '@continuity/engine';
import { ask } from './engine';
import { spread, timed, type Spread } from './measure';
import { peerVerdict, plainVerdict } from './peerVerdict';
import type { Peer, PeerWindow } from './peers';
import type { PlainWindow } from './windows';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far a verdict looks ahead, unless it is told otherwise. */
const HORIZON_MS = 400 * DAY_MS;

export interface PeerResult {
  /** Microseconds: the whole question, for the first time and an hour later. */
  first: Spread;
  again: Spread;
  /** Microseconds: only whether each window is in force. */
  inForce: Spread;
  /** Verdicts of the whole question that differ from the engine's, of how many. */
  disagreements: number;
  asked: number;
}

/** Asks a peer for verdicts. It is handed the windows in scope, read beforehand. */
export function askPeer(
  peer: Peer,
  plain: readonly PlainWindow[],
  index: WindowIndex,
  subjects: readonly WindowSubject[],
  now: number,
): PeerResult {
  const places = new Map(index.windows.map((one, place) => [one, place]));
  const known = new Map<number, PeerWindow>();
  const windowAt = (place: number) => {
    const found = known.get(place) ?? peer(plain[place]);
    known.set(place, found);
    return found;
  };
  const scoped = subjects.map(subject => {
    const found = windowsInScope(index, subject);
    return {
      subject,
      order: new Map(
        found.map(({ indexed }, place) => [indexed.window, place]),
      ),
      windows: found.map(({ indexed }) => windowAt(places.get(indexed) ?? NaN)),
    };
  });
  let disagreements = 0;
  // Never the same moment twice: a memory of answers is not what is compared.
  const round = (began: number) =>
    spread(
      scoped.map(({ subject, windows, order }, question) => {
        const at = began + question * 60_000;
        const { result, ms } = timed(() =>
          peerVerdict(windows, at, at + HORIZON_MS),
        );
        const own = plainVerdict(ask(index, subject, at), order);
        if (JSON.stringify(own) !== JSON.stringify(result)) disagreements++;
        return ms * 1000;
      }),
    );
  const first = round(now);
  const again = round(now + HOUR_MS);
  const inForce = spread(
    scoped.map(({ windows }, question) => {
      const at = now + 2 * HOUR_MS + question * 60_000;
      return timed(() => windows.map(one => one.isActive(at))).ms * 1000;
    }),
  );
  return { first, again, inForce, disagreements, asked: 2 * scoped.length };
}
