import {
  formatInstant,
  INSTANT_EXPECTATION,
  materialise,
  parseInstant,
  problemsOf,
  rollbackPlan,
  rollbackPlanCurrent,
  runCheck,
  showValue,
  type ContinuityProfile,
  type EvidenceSubmission,
  type Instant,
} from '@continuity/engine';

/** Something that keeps a plan from being relied on, for its author. */
export interface PlanProblem {
  /** Field of the plan, e.g. `steps.0`; empty: the plan as a whole. */
  path: string;
  /** What is wrong, with the value and what was expected. */
  what: string;
  /** What it is needed for. */
  why: string;
  /** What to do about it. */
  remedy: string;
}

/** A plan that may be relied on, as it is reported; or everything that is wrong with it. */
export type JudgedPlan =
  | {
      ok: true;
      /** Why it may, in the words of the check. */
      reason: string;
      /** When it was reviewed, ISO 8601. */
      reviewed: string;
      payload: Record<string, unknown>;
    }
  | { ok: false; problems: PlanProblem[] };

/** What each field is for, and what its author does when it is missing or wrong. */
const FIELDS: Record<string, Pick<PlanProblem, 'why' | 'remedy'>> = {
  steps: {
    why: 'Whoever goes back at night does what stands here and has nobody to ask.',
    remedy: 'Write down every step in its order, one entry each.',
  },
  decisionOwner: {
    why: 'One owner decides on going back; without one, everybody waits for somebody else.',
    remedy: 'Name the user or group that decides.',
  },
  decisionDeadline: {
    why: 'After it nobody waits for better news any more: it is decided.',
    remedy:
      'Say how long after the beginning it is decided at the latest, e.g. PT15M.',
  },
  expectedDuration: {
    why: 'Going back has to fit into the time in which the service has to be back.',
    remedy: 'Say how long going back takes once it is decided, e.g. PT10M.',
  },
  dataHandling: {
    why: 'What was written in between is lost or doubled when nobody thought of it.',
    remedy: 'Say what becomes of data that was written in between.',
  },
  document: {
    why: 'Whoever reads the plan in the portal opens it from there.',
    remedy: 'Give an http(s) address, or leave it out.',
  },
  reviewed: {
    why: 'A plan counts from when somebody last looked at whether it is still right.',
    remedy:
      'Review the plan and say when that was, in its field "reviewed" or as input of the step.',
  },
};

/**
 * Judges a rollback plan as the portal does: by the form of evidence of kind
 * `rollback-plan` and by the check `rollback-plan-current`. There is no rule of its own
 * here but that a plan has to say when it was reviewed, which the evidence says by
 * `observedAt`.
 *
 * @param plan - as it was read; `reviewed` (ISO 8601 with offset) may stand in it
 * @param context - `reviewed` counts before the one of the plan; `now` in epoch ms
 */
export function findPlanProblems(
  plan: unknown,
  context: {
    entityRef: string;
    environment?: string;
    profile: Omit<ContinuityProfile, 'findings'>;
    reviewed?: string;
    now: Instant;
  },
): JudgedPlan {
  if (typeof plan !== 'object' || plan === null || Array.isArray(plan)) {
    return {
      ok: false,
      problems: [
        {
          path: '',
          what: `${showValue(plan)}: expected a plan with its fields`,
          why: 'Nothing can be read from it.',
          remedy: `Write down ${Object.keys(FIELDS).join(', ')}.`,
        },
      ],
    };
  }
  const { reviewed: own, ...payload } = { reviewed: undefined, ...plan };
  const reviewed = context.reviewed ?? own;
  const parsed = rollbackPlan.schema.safeParse(payload, { reportInput: true });
  const problems = [
    ...(parsed.success
      ? []
      : problemsOf(parsed.error, '').map(({ path, message }) =>
          problemAt(path, message),
        )),
    ...reviewProblems(reviewed, context.now),
  ];
  if (problems.length > 0 || typeof reviewed !== 'string') {
    return { ok: false, problems };
  }
  return judgeCurrent(payload, reviewed, context);
}

function reviewProblems(reviewed: unknown, now: Instant): PlanProblem[] {
  if (reviewed === undefined) {
    return [
      problemAt('reviewed', `is missing: expected ${INSTANT_EXPECTATION}`),
    ];
  }
  const at = typeof reviewed === 'string' ? parseInstant(reviewed) : undefined;
  if (at === undefined) {
    return [
      problemAt(
        'reviewed',
        `${showValue(reviewed)} is not ${INSTANT_EXPECTATION}`,
      ),
    ];
  }
  return at > now
    ? [
        problemAt(
          'reviewed',
          `${showValue(reviewed)} lies in the future: it is ${formatInstant(
            now,
          )} now`,
        ),
      ]
    : [];
}

/** Whether it still counts and is fast enough, in the words of the check. */
function judgeCurrent(
  payload: Record<string, unknown>,
  reviewed: string,
  context: Parameters<typeof findPlanProblems>[1],
): JudgedPlan {
  const { entityRef, environment, profile, now } = context;
  const submission: EvidenceSubmission = {
    kind: rollbackPlan.id,
    source: 'scaffolder',
    externalId: 'this',
    entityRef,
    observedAt: reviewed,
    payload,
  };
  const evidence = materialise(submission, rollbackPlan, {
    id: 'this',
    receivedAt: now,
  });
  const { verdict, reason, remedy } = runCheck(rollbackPlanCurrent, {
    now,
    entityRef,
    environment: environment ?? 'any',
    // What does not fit together in it is no matter of the plan.
    profile: { ...profile, findings: [] },
    evidence: [evidence],
  });
  if (verdict === 'pass') return { ok: true, reason, reviewed, payload };
  const path = evidence.expiresAt <= now ? 'reviewed' : 'expectedDuration';
  return {
    ok: false,
    problems: [
      {
        path,
        what: reason,
        why: FIELDS[path].why,
        remedy: remedy ?? FIELDS[path].remedy,
      },
    ],
  };
}

function problemAt(path: string, what: string): PlanProblem {
  const [field = ''] = path.split('.');
  return {
    path,
    what,
    ...(FIELDS[field] ?? {
      why: 'What is not known here would be kept and never be read.',
      remedy: `Leave it out, or put it into one of ${Object.keys(FIELDS).join(
        ', ',
      )}.`,
    }),
  };
}
