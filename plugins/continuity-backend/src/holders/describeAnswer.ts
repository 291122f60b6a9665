import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { HeldAnswer } from '@continuity/plugin-continuity-node';

/** What people read first. */
const HEADS: Record<HeldAnswer['kind'], string> = {
  approve: 'Allowed',
  reject: 'Denied',
  report: 'Waiting',
};

/**
 * What, why, what to do next and when, in Markdown and no longer than the other system
 * takes. What has no room is counted.
 *
 * @param refusal - why the gate could not even be asked. Absent: it was
 */
export function describeAnswer(
  kind: HeldAnswer['kind'],
  decision: GateDecision | undefined,
  refusal: { reason: string; remedy: string } | undefined,
  longest: number,
): string {
  const head = decision
    ? `**${HEADS[kind]}**: ${decision.request.entity} to ${decision.request.environment} (${decision.request.class})`
    : `**${HEADS[kind]}**: the gate cannot be asked`;
  const foot = [
    ...(kind === 'report' ? [whenItGoesOn(decision)] : []),
    ...(kind === 'reject' ? ['Run the job again once that is mended.'] : []),
    ...(decision?.id ? [`Decision ${decision.id}`] : []),
  ];
  const why = refusal
    ? [`- ${refusal.reason} ${refusal.remedy}`]
    : (decision?.reasons ?? [])
        .filter(({ verdict }) => verdict !== 'allow')
        .map(
          ({ rule, explanation, remedy }) =>
            `- ${rule}: ${explanation}${remedy ? ` **Next:** ${remedy}` : ''}`,
        );
  return fit(head, why, foot, longest);
}

function whenItGoesOn(decision: GateDecision | undefined): string {
  if (decision?.nextOpen !== undefined) {
    return `It goes on by itself at ${decision.nextOpen}, if nothing else has come up by then, or earlier when people open it.`;
  }
  return decision?.verdict === 'needs-approval'
    ? 'It goes on by itself as soon as it is approved.'
    : 'It is looked at again whenever something changes.';
}

function fit(
  head: string,
  why: readonly string[],
  foot: readonly string[],
  longest: number,
): string {
  for (let shown = why.length; shown > 0; shown--) {
    const left = why.length - shown;
    const text = [
      head,
      ...why.slice(0, shown),
      ...(left > 0 ? [`- and ${left} more`] : []),
      ...foot,
    ].join('\n');
    if (text.length <= longest) return text;
  }
  const frame = [head, ...foot].join('\n');
  const room = longest - frame.length - 3;
  const [first] = why;
  return first !== undefined && room > 0
    ? [head, `${first.slice(0, room)}…`, ...foot].join('\n')
    : frame.slice(0, longest);
}
