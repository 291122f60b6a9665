import { createHash } from 'node:crypto';
import type { EvidenceKind } from '@continuity/engine';
import type { Command } from 'commander';
import { pushEvidence, type PushOutcome } from '../evidence/pushEvidence';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { withConnection } from '../http/connect';
import {
  addConnectionOptions,
  readConnectionSettings,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';

/** Whether and about what evidence is to be pushed. */
export interface PushFlags extends ConnectionFlags {
  push?: boolean;
  entity?: string;
  environment?: string;
  /** Absent: it is about all of the environment. */
  region?: string;
}

/** What is to be reported: a kind of evidence and what it says. */
export interface Verdict<TPayload> {
  readonly kind: EvidenceKind<TPayload>;
  readonly payload: TPayload;
}

/** Adds the options of a command that can report what it found. */
export function addPushOptions(command: Command): Command {
  return addConnectionOptions(
    command
      .option('--push', 'report the result as evidence of --entity')
      .option('--entity <ref>', 'the service that it is about')
      .option(
        '--environment <name>',
        'the environment that it counts for (default: all of them)',
      ),
  );
}

/**
 * Looks at the options before anything takes time.
 *
 * @returns what reports a verdict; undefined when nobody asked for it
 * @throws UsageError
 */
export function preparePush(
  flags: PushFlags,
  io: Io,
): (<T>(verdict: Verdict<T>) => Promise<ExitCode>) | undefined {
  const { push, entity, environment, region } = flags;
  if (!push) {
    if ([entity, environment, region].some(given => given !== undefined)) {
      throw new UsageError(
        '--entity, --environment and --region say what evidence is about: add --push, or leave them out',
      );
    }
    return undefined;
  }
  if (entity === undefined) {
    throw new UsageError(
      '--push: name the service with --entity, e.g. component:default/payments-api',
    );
  }
  const subject = {
    entityRef: readEntityRef('--entity', entity),
    ...(environment !== undefined && {
      environment: readName('--environment', environment, 100),
    }),
    ...(region !== undefined && {
      region: readName('--region', region, 100),
    }),
  };
  readConnectionSettings(flags, io);
  return verdict => pushVerdict(verdict, subject, flags, io);
}

async function pushVerdict<T>(
  { kind, payload }: Verdict<T>,
  subject: { entityRef: string; environment?: string; region?: string },
  flags: ConnectionFlags,
  io: Io,
): Promise<ExitCode> {
  const observedAt = new Date(io.now()).toISOString();
  const digest = createHash('sha256')
    .update(JSON.stringify([kind.id, subject, observedAt, payload]))
    .digest('hex');
  const value = {
    kind: kind.id,
    source: 'continuity-cli',
    externalId: `${observedAt}/${digest.slice(0, 16)}`,
    ...subject,
    observedAt,
    payload,
  };
  const outcome: PushOutcome = { accepted: 0, known: 0, rejected: [] };
  await withConnection(flags, io, connection =>
    pushEvidence([{ place: kind.id, position: 0, value }], connection, outcome),
  );
  for (const { field, message } of outcome.rejected) {
    io.err(
      `rejected: ${plainLine(
        `${kind.id}: ${field === undefined ? '' : `${field}: `}${message}`,
      )}\n`,
    );
  }
  if (outcome.rejected.length > 0) return exitCodes.failed;
  io.err(`Reported ${kind.id} of ${subject.entityRef}.\n`);
  return exitCodes.ok;
}
