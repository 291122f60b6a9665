import type {
  GateDecision,
  GateReason,
} from '@continuity/plugin-continuity-common';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';

const WORDS = {
  allow: 'ALLOW',
  deny: 'DENY',
  'needs-approval': 'NEEDS APPROVAL',
} as const;

const COLOURS = {
  allow: 'green',
  deny: 'red',
  'needs-approval': 'yellow',
} as const;

const OPERATION_WORDS = {
  deploy: '',
  rollback: 'rollback',
  continue: 'already running',
} as const;

/** A decision for the log of a pipeline: the verdict first, then why and what to do. */
export function renderDecision(decision: GateDecision, io: Io): string {
  const { verdict, reasons } = decision;
  const deciding = reasons.filter(reason => reason.verdict === verdict);
  const others = reasons.filter(reason => reason.verdict !== verdict);
  const besides = others.filter(reason => reason.verdict !== 'allow');
  const met = others.length - besides.length;
  const lines = [
    headline(decision, io),
    ...deciding.flatMap(reason => renderReason(reason)),
    ...besides.flatMap(reason =>
      renderReason(reason, `besides, ${reason.verdict}: `),
    ),
    ...(met > 0
      ? ['', `${met} other ${met === 1 ? 'rule is' : 'rules are'} met.`]
      : []),
    '',
    ...footer(decision),
  ];
  return `${lines.join('\n')}\n`;
}

/** e.g. `DENY component:default/payments-api -> production, eu-west-1 (standard)`. */
function headline({ verdict, request }: GateDecision, io: Io): string {
  const word = emphasise(io, COLOURS[verdict], WORDS[verdict]);
  const place = [request.environment, request.region].filter(
    part => part !== undefined,
  );
  const how = [request.class, OPERATION_WORDS[request.operation ?? 'deploy']]
    .filter(part => part !== '')
    .join(', ');
  return `${word} ${plainLine(request.entity)} -> ${plainLine(
    place.join(', '),
  )} (${how})`;
}

function renderReason(reason: GateReason, prefix = ''): string[] {
  const policy = reason.policy ? ` (policy ${plainLine(reason.policy)})` : '';
  const lines = [
    '',
    `  ${prefix}${plainLine(reason.rule)}${policy}`,
    `    why:   ${plainLine(reason.explanation)}`,
  ];
  if (reason.remedy) lines.push(`    next:  ${plainLine(reason.remedy)}`);
  if (reason.until) lines.push(`    until: ${plainLine(reason.until)}`);
  return lines;
}

function footer(decision: GateDecision): string[] {
  const {
    nextChange,
    nextOpen,
    longestOpen,
    request,
    validUntil,
    decidedAt,
    id,
  } = decision;
  const isAboutAnotherMoment = Date.parse(request.at) !== Date.parse(decidedAt);
  return [
    ...(isAboutAnotherMoment ? [`Asked about: ${request.at}`] : []),
    nextChange
      ? `Next change: ${nextChange.at} ${nextChange.verdict}: ${plainLine(
          nextChange.cause,
        )}`
      : 'Next change: none known by time alone',
    ...(nextOpen === undefined ? [] : [`Next opening: ${nextOpen}`]),
    ...(longestOpen
      ? [
          `Longest open: ${longestOpen.start} to ${
            longestOpen.end ?? 'the end of what was looked at'
          }`,
        ]
      : []),
    `Valid until: ${validUntil}`,
    id === undefined
      ? 'Decision:    not recorded (dry run)'
      : `Decision:    ${plainLine(id)}, ledger entry ${decision.ledgerIndex}`,
  ];
}
