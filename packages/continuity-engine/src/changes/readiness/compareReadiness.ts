import { CLASS_ORDER } from '../../releases/classifyRelease';
import type { Instant } from '../../time';
import { utc } from '../../calendar/answer';
import type {
  ReadinessDifference,
  ReadinessPart,
  ReadinessSnapshot,
  Reliance,
} from './types';

/**
 * What is not as it was approved, part by part. Anything worse, more, other or not known any
 * more is a regression: the approval was not given for it. What only became better is told,
 * and takes nothing away from the approval.
 */
export function compareReadiness(
  approved: ReadinessSnapshot,
  now: ReadinessSnapshot,
): ReadinessDifference[] {
  return [
    ...compareClass(approved, now),
    ...comparePlan(approved, now),
    ...compareDigests(approved, now),
    ...compareChecks(approved, now),
    ...compareClosings(approved, now),
    ...compareBlastRadius(approved, now),
  ];
}

/** Whether an approval that was given on one still counts for the other. */
export function stillApproved(
  approved: ReadinessSnapshot,
  now: ReadinessSnapshot,
): boolean {
  return compareReadiness(approved, now).every(({ regressed }) => !regressed);
}

const NAMES: Record<ReadinessPart, string> = {
  class: 'The class of the release',
  digests: 'What is deployed',
  checks: 'What the checks say',
  window: 'The planned time',
  closings: 'What the calendars say',
  blastRadius: 'What fails with it',
};

/** Goes on only when a part is known on both sides. */
function known<Part extends ReadinessPart>(
  part: Part,
  approved: ReadinessSnapshot,
  now: ReadinessSnapshot,
  compare: (
    was: NonNullable<ReadinessSnapshot[Part]>,
    is: NonNullable<ReadinessSnapshot[Part]>,
  ) => ReadinessDifference[],
): ReadinessDifference[] {
  const was = approved[part];
  const is = now[part];
  if (was !== undefined && is !== undefined) {
    return compare(
      was as NonNullable<ReadinessSnapshot[Part]>,
      is as NonNullable<ReadinessSnapshot[Part]>,
    );
  }
  const when =
    is === undefined
      ? 'is not known now'
      : 'was not known when it was approved';
  return [{ part, regressed: true, explanation: `${NAMES[part]} ${when}.` }];
}

function compareClass(approved: ReadinessSnapshot, now: ReadinessSnapshot) {
  return known('class', approved, now, (was, is) =>
    was === is
      ? []
      : [
          {
            part: 'class',
            regressed: CLASS_ORDER.indexOf(is) > CLASS_ORDER.indexOf(was),
            explanation: `It was approved as ${was} and is ${is}.`,
          },
        ],
  );
}

function comparePlan(approved: ReadinessSnapshot, now: ReadinessSnapshot) {
  return known('window', approved, now, (was, is) =>
    was.start === is.start && was.end === is.end
      ? []
      : [
          {
            part: 'window',
            regressed: is.start < was.start || is.end > was.end,
            explanation: `It was approved for ${span(
              was,
            )} and is planned for ${span(is)}.`,
          },
        ],
  );
}

function compareDigests(approved: ReadinessSnapshot, now: ReadinessSnapshot) {
  return known('digests', approved, now, (was, is) =>
    keysOf(was, is).flatMap((subject): ReadinessDifference[] => {
      const [before, after] = [was[subject], is[subject]];
      if (before === after) return [];
      if (after === undefined) {
        return [
          {
            part: 'digests',
            subject,
            regressed: false,
            explanation: `${subject} is not deployed any more; ${before} was approved.`,
          },
        ];
      }
      return [
        {
          part: 'digests',
          subject,
          regressed: true,
          explanation:
            before === undefined
              ? `${subject} is deployed as ${after}; nothing of it was approved.`
              : `${subject} is deployed as ${after}; ${before} was approved.`,
        },
      ];
    }),
  );
}

const SAID: Record<Reliance, string> = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'was unknown',
};
const SAYS: Record<Reliance, string> = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is unknown',
};

function compareChecks(approved: ReadinessSnapshot, now: ReadinessSnapshot) {
  return known('checks', approved, now, (was, is) =>
    keysOf(was, is).flatMap((subject): ReadinessDifference[] => {
      const [before, after = 'unknown'] = [was[subject], is[subject]];
      if (before === after) return [];
      const then =
        before === undefined
          ? 'it was not looked at when the change was approved'
          : `it ${SAID[before]} when the change was approved`;
      return [
        {
          part: 'checks',
          subject,
          regressed: after !== 'pass',
          explanation: `Check ${subject} ${SAYS[after]} now; ${then}.`,
        },
      ];
    }),
  );
}

function compareClosings(approved: ReadinessSnapshot, now: ReadinessSnapshot) {
  return known('closings', approved, now, (was, is) =>
    keysOf(was, is).flatMap((subject): ReadinessDifference[] => {
      const [before, after] = [was[subject], is[subject]];
      if ((before === undefined) === (after === undefined)) return [];
      return [
        {
          part: 'closings',
          subject,
          regressed: after !== undefined,
          explanation:
            after === undefined
              ? `"${before}" does not close the planned time any more.`
              : `"${after}" closes the planned time; it did not when the change was approved.`,
        },
      ];
    }),
  );
}

function compareBlastRadius(
  approved: ReadinessSnapshot,
  now: ReadinessSnapshot,
) {
  return known('blastRadius', approved, now, (was, is) => {
    const before = new Set(was);
    const after = new Set(is);
    return [...new Set([...was, ...is])]
      .sort()
      .flatMap((subject): ReadinessDifference[] => {
        if (before.has(subject) === after.has(subject)) return [];
        const fails = after.has(subject);
        return [
          {
            part: 'blastRadius',
            subject,
            regressed: fails,
            explanation: fails
              ? `${subject} fails with it now; it did not when the change was approved.`
              : `${subject} does not fail with it any more.`,
          },
        ];
      });
  });
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function span({ start, end }: { start: Instant; end: Instant }): string {
  return `${utc(start)} to ${utc(end)}`;
}
