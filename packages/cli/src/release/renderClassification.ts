import type {
  Classification,
  JudgedRule,
  ProtocolApproval,
  ReleaseProtocol,
} from '@continuity/engine';
import { plainLine } from '../output/plainLine';

/** What is shown of a protocol, from here or from the portal. */
type Obligations = Omit<ReleaseProtocol, 'approvals'> & {
  approvals: readonly Pick<ProtocolApproval, 'title' | 'required'>[];
};

/** What is shown of a classification, from here or from the portal. */
export type ShownClassification = Pick<Classification, 'class' | 'rules'> & {
  protocol: Obligations;
};

/** A classification for people: the class, what makes it so, and what follows. */
export function renderClassification({
  class: releaseClass,
  rules,
  protocol,
}: ShownClassification): string {
  const counting = rules.filter(({ outcome }) => outcome !== 'not-met');
  const because =
    counting.length === 0
      ? `None of ${rules.length} rules makes it more.\n`
      : counting.map(renderRule).join('\n');
  return `${releaseClass.toLocaleUpperCase('en-US')}

${because}
What follows:
${obligations(protocol)
  .map(line => `  - ${plainLine(line)}\n`)
  .join('')}`;
}

function renderRule({
  rule,
  class: releaseClass,
  outcome,
  title,
  explanation,
  remedy,
}: JudgedRule): string {
  const unknown = outcome === 'unknown' ? ', not known' : '';
  return `${releaseClass} ${rule}${unknown}: ${plainLine(title)}
  why:  ${plainLine(explanation)}
${remedy ? `  next: ${plainLine(remedy)}\n` : ''}`;
}

function obligations({
  approvals,
  checks,
  windows,
  communication,
  reviewWithin,
}: Obligations): string[] {
  return [
    ...approvals.map(
      ({ title, required }) => `Approved by ${required}: ${title}`,
    ),
    ...checks.map(check => `Check passes: ${check}`),
    ...(windows === 'open-only' ? ['Begins while no calendar closes'] : []),
    ...communication.map(who => `Told: ${who}`),
    ...(reviewWithin === undefined
      ? []
      : [`Reviewed within ${reviewWithin} of its end`]),
  ];
}
