import type { Session } from '../database/Session';
import { SEQUENCES } from '../schema/catalogQueries';

/** A sequence that does not stand where it stood. */
export interface SequenceMove {
  readonly sequence: string;
  /** The next value that it gives. */
  readonly before: string;
  readonly after: string;
  /**
   * `back`: values that were given out are given out again. `on`: some are left out, which
   * no sequence promises not to do.
   */
  readonly moved: 'back' | 'on';
}

/** The sequences that both databases have and that stand elsewhere. */
export async function compareSequences(
  before: Session,
  after: Session,
): Promise<SequenceMove[]> {
  const [was, is] = [await readNext(before), await readNext(after)];
  return [...was].flatMap(([sequence, { next, increment }]) => {
    const now = is.get(sequence)?.next;
    if (now === undefined || now === next) return [];
    const isOn = increment > 0n ? now > next : now < next;
    return {
      sequence,
      before: String(next),
      after: String(now),
      moved: isOn ? 'on' : 'back',
    };
  });
}

async function readNext(
  session: Session,
): Promise<Map<string, { next: bigint; increment: bigint }>> {
  const names = await session.rows<{ name: string; increment: string }>(
    SEQUENCES,
  );
  const found = new Map<string, { next: bigint; increment: bigint }>();
  for (const { name, increment } of names) {
    const [{ last, called }] = await session.rows<{
      last: string;
      called: boolean;
    }>(`SELECT last_value::text AS last, is_called AS called FROM ${name}`);
    const step = BigInt(increment);
    found.set(name, {
      next: called ? BigInt(last) + step : BigInt(last),
      increment: step,
    });
  }
  return found;
}
