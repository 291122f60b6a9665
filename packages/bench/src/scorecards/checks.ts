import {
  defineCheck,
  defineEvidenceKind,
  judgeLatest,
  type Check,
  type EvidenceKind,
} from '@continuity/engine';
import { z } from 'zod';

export const CHECKS = 30;
export const SCORECARD = 'bench';
/** What a measured value may be at most. */
export const LIMIT = 80;

export interface MeasuredPayload {
  value: number;
  owner: string;
}

/** Thirty kinds, as thirty tools would report them. */
export const kinds: EvidenceKind<MeasuredPayload>[] = Array.from(
  { length: CHECKS },
  (_, index) =>
    defineEvidenceKind<MeasuredPayload>({
      id: `measured-${index}`,
      title: `Measured ${index}`,
      schema: z.strictObject({ value: z.number(), owner: z.string().max(200) }),
      validFor: 'P90D',
      subject: { environment: 'required' },
      verdict: () => 'pass',
      headline: ({ value }) => `measured ${value}`,
    }),
);

/** A check for each kind: newest, valid, and within the limit. */
export const checks: Check[] = kinds.map((kind, index) =>
  defineCheck({
    id: `within-limit-${index}`,
    title: `Within limit ${index}`,
    question: 'Is what was measured last within the limit?',
    needs: [kind],
    evaluate: context =>
      judgeLatest(
        context,
        kind,
        { report: `Report evidence of kind "${kind.id}".` },
        ({ id, payload }) =>
          payload.value > LIMIT
            ? {
                verdict: 'fail',
                reason: `${payload.value} was measured, more than ${LIMIT}.`,
                remedy: `Bring it down to ${LIMIT} or less.`,
                evidence: [id],
              }
            : {
                verdict: 'pass',
                reason: `${payload.value} was measured, within ${LIMIT}.`,
                evidence: [id],
              },
      ),
  }),
);

/** As `continuity.scorecards` of the configuration. */
export const scorecards = [
  {
    id: SCORECARD,
    title: 'Bench',
    checks: checks.map(({ id }, index) => ({
      check: id,
      weight: 1 + (index % 5),
    })),
    levels: [
      { id: 'some', title: 'Some', requires: ['within-limit-0'] },
      { id: 'most', title: 'Most', atLeast: 80 },
      { id: 'all', title: 'All', atLeast: 100 },
    ],
  },
];

/** What was measured of a service; missing for one in fifty, so that it is unknown. */
export function measuredValue(
  service: number,
  check: number,
): number | undefined {
  const drawn = (service * 7919 + check * 104_729) % 1000;
  return drawn % 50 === 0 ? undefined : drawn / 10;
}
