import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { entityRefText, instantText, lineText } from '../payloadSchemas';

/** Refs that a report names; the rest is counted. */
export const MOST_OBSERVED_REFS = 25;

const count = z.int().min(0);

const some = z.strictObject({
  /** All that there are, also those that are not named. */
  total: count,
  refs: z.array(entityRefText).max(MOST_OBSERVED_REFS),
});

const schema = z.strictObject({
  /** What was compared. Absent: no source is up to date. */
  period: z.strictObject({ from: instantText, to: instantText }).optional(),
  /** All that are configured. */
  sources: z
    .array(
      z.strictObject({
        id: lineText(100),
        state: z.enum(['fresh', 'stale', 'never-read']),
      }),
    )
    .min(1)
    .max(100),
  /** Calls of the service to others in the newest readings. */
  calls: z.number().min(0),
  /** Dependencies that it declares. */
  declared: count,
  /** Declared, and called in the period. */
  agreeing: count,
  /** Called in the period, and not declared. */
  undocumented: some,
  /** Declared, not called, and watched for long enough to say so. */
  unseen: some,
  /** Declared, not called, and not watched for long enough. */
  waiting: some,
  /** Declared, and not known to tracing at all: nothing can be said of them. */
  untraced: some,
  /** Undocumented or unseen, with an exemption in force. */
  exempted: some,
});

export type ObservedDependenciesPayload = z.infer<typeof schema>;

/**
 * The dependencies that a service declares, held against the calls that tracing saw.
 *
 * A source that cannot be read may hide calls, and a dependency that was not watched for
 * long enough may yet be called: then it is unknown whether the two agree, unless they
 * differ already. When tracing knows none of what is declared, nothing was compared.
 */
export const observedDependencies = defineEvidenceKind({
  id: 'observed-dependencies',
  title: 'Observed dependencies',
  schema,
  validFor: 'P3D',
  subject: { environment: 'none' },
  verdict: payload => {
    if (payload.undocumented.total + payload.unseen.total > 0) return 'fail';
    return describeDoubt(payload) === undefined ? 'pass' : 'unknown';
  },
  headline: payload =>
    describeDifference(payload) ??
    describeDoubt(payload) ??
    describeAgreement(payload),
});

function describeDifference({
  undocumented,
  unseen,
}: ObservedDependenciesPayload): string | undefined {
  const parts = [
    undocumented.total > 0 && `calls ${named(undocumented)} undeclared`,
    unseen.total > 0 && `declares ${named(unseen)} and does not call it`,
  ].filter(part => part !== false);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function describeDoubt({
  sources,
  waiting,
  untraced,
  agreeing,
}: ObservedDependenciesPayload): string | undefined {
  const away = sources.filter(({ state }) => state !== 'fresh');
  if (away.length > 0) {
    return `traffic of ${away
      .map(({ id }) => id)
      .join(', ')} could not be read lately, so calls may be missing`;
  }
  if (waiting.total > 0) {
    return `${named(
      waiting,
    )} not called yet, and not watched for long enough to tell`;
  }
  return agreeing === 0 && untraced.total > 0
    ? `tracing knows none of the ${untraced.total} dependencies that it declares`
    : undefined;
}

function describeAgreement({
  declared,
  agreeing,
  exempted,
  untraced,
}: ObservedDependenciesPayload): string {
  if (declared === 0 && exempted.total === 0) {
    return 'declares no dependency and calls none';
  }
  const rest = [
    untraced.total > 0 && `${untraced.total} unknown to tracing`,
    exempted.total > 0 && `${exempted.total} exempted`,
  ].filter(part => part !== false);
  return `${agreeing} of ${declared} declared dependencies called, none undeclared${
    rest.length > 0 ? ` (${rest.join(', ')})` : ''
  }`;
}

function named({ total, refs }: { total: number; refs: string[] }): string {
  const shown = refs.slice(0, 2).join(', ');
  return total > 2 ? `${shown} and ${total - 2} more` : shown;
}
