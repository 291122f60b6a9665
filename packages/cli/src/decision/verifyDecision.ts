import {
  verifyDecisionStatement,
  type StatementVerification,
} from '@continuity/engine';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { readText } from '../files/readText';
import { readDigest, readMoment } from '../gate/readGateQuestion';
import type { Io } from '../Io';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';
import { readTrustedKeys } from './readTrustedKeys';
import { renderStatement } from './renderStatement';

export interface VerifyFlags {
  key: string[];
  entity?: string;
  environment?: string;
  region?: string;
  digest?: string;
  at?: string;
  json?: boolean;
}

const MAX_BYTES = 1024 * 1024;

/** Verifies a file without asking anybody. */
export async function verifyDecision(
  file: string,
  flags: VerifyFlags,
  io: Io,
): Promise<ExitCode> {
  if (file === '-' && flags.key.includes('-')) {
    throw new UsageError(
      '--key: cannot come from standard input as well as the statement',
    );
  }
  const expected = readExpectations(flags);
  const keys = await readTrustedKeys(flags.key, io);
  const text = await readText('<file>', file, io, MAX_BYTES);
  const result = verifyDecisionStatement(text, keys, {
    ...expected,
    now: expected.at ?? io.now(),
  });
  io.out(
    flags.json
      ? `${JSON.stringify(result, null, 2)}\n`
      : renderStatement(result, expected, io),
  );
  return exitCodeOf(result);
}

function readExpectations(flags: VerifyFlags) {
  return {
    ...(flags.entity !== undefined && {
      entity: readEntityRef('--entity', flags.entity),
    }),
    ...(flags.environment !== undefined && {
      environment: readName('--environment', flags.environment, 100),
    }),
    ...(flags.region !== undefined && {
      region: readName('--region', flags.region, 100),
    }),
    ...(flags.digest !== undefined && { digest: readDigest(flags.digest) }),
    ...(flags.at !== undefined && { at: Date.parse(readMoment(flags.at)) }),
  };
}

/** A verdict is told as the gate tells it when nothing else is wrong. */
function exitCodeOf(result: StatementVerification): ExitCode {
  if (result.ok) {
    return exitCodes.ok;
  }
  if (result.refusals.some(({ code }) => code !== 'verdict')) {
    return exitCodes.failed;
  }
  return result.statement?.predicate.verdict === 'needs-approval'
    ? exitCodes.needsApproval
    : exitCodes.deny;
}
