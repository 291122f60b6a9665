import type {
  StatementExpectations,
  StatementVerification,
} from '@continuity/engine';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';

/** The outcome for people, with what was not compared. */
export function renderStatement(
  result: StatementVerification,
  expected: Partial<StatementExpectations>,
  io: Io,
): string {
  const lines = result.ok
    ? [emphasise(io, 'green', 'VERIFIED')]
    : [
        emphasise(io, 'red', 'REFUSED'),
        ...result.refusals.flatMap(({ why, next }) => [
          `why:      ${why}`,
          `next:     ${next}`,
        ]),
      ];
  if (result.statement) {
    lines.push(...describe(result.statement.predicate, expected));
  }
  if (result.keyId !== undefined) {
    lines.push(`key:      ${result.keyId}`);
  }
  return `${lines.map(plainLine).join('\n')}\n`;
}

function describe(
  {
    id,
    verdict,
    request,
    decidedAt,
    decidedBy,
    validUntil,
    ledger,
  }: NonNullable<StatementVerification['statement']>['predicate'],
  expected: Partial<StatementExpectations>,
): string[] {
  const { entity, environment, region, artifactDigest, operation } = request;
  const open = [
    ['--entity', expected.entity],
    ['--environment', expected.environment],
    ['--digest', expected.digest],
  ].flatMap(([option, value]) => (value === undefined ? [option] : []));
  return [
    `verdict:  ${verdict}`,
    `for:      ${entity} -> ${[environment, region]
      .filter(part => part !== undefined)
      .join(', ')} (${request.class}${
      operation === undefined || operation === 'deploy' ? '' : `, ${operation}`
    })`,
    `artifact: ${artifactDigest ?? 'none in particular'}`,
    `decided:  ${decidedAt}${
      decidedBy === undefined ? '' : `, asked by ${decidedBy}`
    }`,
    `valid:    ${request.at} to ${validUntil}`,
    `decision: ${id}, ledger entry ${ledger.index}`,
    ...(open.length > 0
      ? [
          `note:     not compared, for want of ${open.join(
            ', ',
          )}; name what is about to be deployed`,
        ]
      : []),
  ];
}
