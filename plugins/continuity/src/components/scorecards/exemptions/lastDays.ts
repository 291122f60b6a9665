const DAY_MS = 86_400_000;
/** As long as the backend takes; whoever needs longer asks again. */
const MAX_DAYS = 366;

/** The first and the last day, `2026-03-04`, on which an exemption may end. UTC, as it is counted. */
export function lastDays(now: number): { first: string; last: string } {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { first: dayOf(now), last: dayOf(now + MAX_DAYS * DAY_MS) };
}
