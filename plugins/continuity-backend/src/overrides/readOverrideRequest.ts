import { InputError } from '@backstage/errors';
import {
  formatProblem,
  parseOverrideContent,
  parseOverrideReview,
  type GateSettings,
  type OverrideContent,
  type OverrideReview,
  type OverrideSettings,
  type Problem,
  type Reading,
} from '@continuity/engine';
import { keptText } from '../evidence';

/**
 * What an override is asked for, as it is kept.
 *
 * @throws InputError that names every field that is wrong, also rules that no policy of the
 * gate would let it pass over: nobody is to find that out in the middle of an incident
 */
export function readOverrideRequest(
  raw: unknown,
  settings: {
    overrides: Pick<OverrideSettings, 'maxDuration'>;
    gate: Pick<GateSettings, 'policies' | 'checks'>;
  },
): OverrideContent {
  const content = valueOf(parseOverrideContent(raw, settings.overrides));
  const useless = content.rules.flatMap((rule, index) =>
    problemsOf(rule, `rules.${index}`, settings.gate),
  );
  if (useless.length > 0) throw refused(useless);
  return {
    ...content,
    reason: keptText('reason', content.reason),
    incident: keptText('incident', content.incident),
  };
}

/** @throws InputError that names every field that is missing or wrong */
export function readOverrideReview(raw: unknown): OverrideReview {
  const review = valueOf(parseOverrideReview(raw));
  return {
    ...review,
    summary: keptText('summary', review.summary),
    followUp: keptText('followUp', review.followUp),
  };
}

function problemsOf(
  rule: string,
  path: string,
  { policies, checks }: Pick<GateSettings, 'policies' | 'checks'>,
): Problem[] {
  const check = /^check:(.+)$/.exec(rule)?.[1];
  if (check !== undefined && !checks.some(({ id }) => id === check)) {
    const known = checks.map(({ id }) => id).join(', ');
    return [
      {
        path,
        message: `there is no check "${check}"; expected one of ${known}`,
      },
    ];
  }
  const isOpen = policies.some(({ overrides, checks: asked = [] }) =>
    check === undefined
      ? overrides?.includes('freeze')
      : overrides?.includes('check') && asked.some(one => one.check === check),
  );
  return isOpen
    ? []
    : [
        {
          path,
          message: `no policy of the gate lets "${rule}" be overridden; it would deny all the same`,
        },
      ];
}

function valueOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw refused(reading.problems);
  return reading.value;
}

function refused(problems: readonly Problem[]): InputError {
  return new InputError(problems.map(formatProblem).join('; '));
}
