/**
 * Properties of our own in an iCalendar file: what a freeze window says and an event
 * cannot. RFC 5545 3.8.8.2 leaves names with `X-` to everybody; other programs pass
 * them over or drop them.
 */
export const OURS = {
  /** The window's id; stands in every event of ours. */
  window: 'X-CONTINUITY-WINDOW',
  effect: 'X-CONTINUITY-EFFECT',
  enforcement: 'X-CONTINUITY-ENFORCEMENT',
  onRunning: 'X-CONTINUITY-ON-RUNNING',
  /** `TRUE` or `FALSE`. */
  rollbacksExempt: 'X-CONTINUITY-ROLLBACKS-EXEMPT',
  owner: 'X-CONTINUITY-OWNER',
  /** JSON of the scope; absent for everybody. */
  scope: 'X-CONTINUITY-SCOPE',
  /** Of all-day events, which in iCalendar have no zone. */
  timezone: 'X-CONTINUITY-TIMEZONE',
  /** The reason alone; DESCRIPTION says more. */
  reason: 'X-CONTINUITY-REASON',
  /** The first start as declared, where DTSTART is the first occurrence instead. */
  start: 'X-CONTINUITY-START',
  /** A length that DURATION cannot say; DTEND says what it comes to the first time. */
  duration: 'X-CONTINUITY-DURATION',
  /** The rule as declared, where RRULE says the same in another way. */
  rrule: 'X-CONTINUITY-RRULE',
  /** Of a single occurrence: what of it was declared, e.g. `start,title`. */
  override: 'X-CONTINUITY-OVERRIDE',
} as const;

/** Parameter of an RDATE: where on the clock an extra date ends that has an end of its own. */
export const RDATE_END = 'X-CONTINUITY-END';
