import {
  formatInstant,
  INSTANT_EXPECTATION,
  parseInstant,
} from '@continuity/engine';
import type {
  GateRequest,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import { UsageError } from '../failures';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';

const CLASSES = [
  'standard',
  'major',
  'emergency',
] as const satisfies readonly ReleaseClass[];

/** The options of `continuity gate` that make up the question, as they were typed. */
export interface GateFlags {
  entity: string;
  environment: string;
  region?: string;
  class?: string;
  digest?: string;
  change?: string;
  rollback?: boolean;
  continues?: string;
  wait?: number;
  at?: string;
  dryRun?: boolean;
  idempotencyKey?: string;
  statement?: string;
}

/**
 * Checks a question before anything is sent, so that a typo costs no round trip and is
 * never mistaken for an answer.
 *
 * @throws UsageError that names the option, the value and the expectation
 */
export function readGateQuestion(flags: GateFlags): GateRequest {
  if (flags.rollback && flags.continues !== undefined) {
    throw new UsageError(
      '--continues: makes no sense with --rollback; a rollback is a deployment of its own',
    );
  }
  if (flags.rollback && flags.digest === undefined) {
    throw new UsageError(
      '--rollback: needs --digest, the artifact to go back to; only what has run there before counts as a rollback',
    );
  }
  if (flags.wait !== undefined && flags.at !== undefined) {
    throw new UsageError(
      '--wait: makes no sense with --at, which asks about one moment',
    );
  }
  if (flags.statement !== undefined && flags.dryRun) {
    throw new UsageError(
      '--statement: makes no sense with --dry-run; what is not recorded is never signed',
    );
  }
  return {
    entity: readEntityRef('--entity', flags.entity),
    environment: readName('--environment', flags.environment, 100),
    ...(flags.region !== undefined && {
      region: readName('--region', flags.region, 100),
    }),
    ...(flags.class !== undefined && { class: readClass(flags.class) }),
    ...(flags.digest !== undefined && {
      artifactDigest: readDigest(flags.digest),
    }),
    ...(flags.change !== undefined && {
      change: readName('--change', flags.change, 200),
    }),
    ...(flags.rollback && { operation: 'rollback' as const }),
    ...(flags.continues !== undefined && {
      operation: 'continue' as const,
      continues: readDecisionId(flags.continues),
    }),
    ...(flags.at !== undefined && { at: readMoment(flags.at) }),
    ...(flags.dryRun && { dryRun: true }),
    ...(flags.statement !== undefined && { statement: true }),
  };
}

/**
 * The key under which a decision is made only once.
 *
 * @param fresh - used when none was given
 * @returns undefined for a dry run, which records nothing that could be repeated
 * @throws UsageError
 */
export function readIdempotencyKey(
  flags: GateFlags,
  fresh: () => string,
): string | undefined {
  const key = flags.idempotencyKey;
  if (key === undefined) {
    return flags.dryRun ? undefined : fresh();
  }
  if (flags.dryRun) {
    throw new UsageError(
      '--idempotency-key: makes no sense with --dry-run, which records nothing',
    );
  }
  if (flags.wait !== undefined && key.length > 190) {
    throw new UsageError(
      '--idempotency-key: must be at most 190 characters with --wait, which adds to it',
    );
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new UsageError(
      `--idempotency-key: "${key}" must be 1 to 200 printable ASCII characters without spaces`,
    );
  }
  return key;
}

function readClass(text: string): ReleaseClass {
  const found = CLASSES.find(known => known === text);
  if (!found) {
    throw new UsageError(
      `--class: "${text}" is not one of ${CLASSES.join(', ')}`,
    );
  }
  return found;
}

/** @throws UsageError when it is none */
export function readDigest(text: string): string {
  const digest = text.trim().toLowerCase();
  if (!/^sha256:[a-f0-9]{64}$/.test(digest)) {
    const hint = text.includes('@') ? ': only the part after the @' : '';
    throw new UsageError(
      `--digest: "${text}" is not "sha256:" and 64 hexadecimal digits${hint}`,
    );
  }
  return digest;
}

function readDecisionId(text: string): string {
  const id = text.trim().toLowerCase();
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new UsageError(
      `--continues: "${text}" is not the id of a decision; it stands under "Decision:" in the answer that allowed the deployment`,
    );
  }
  return id;
}

/**
 * @returns it in UTC, ISO 8601
 * @throws UsageError when it is none
 */
export function readMoment(text: string): string {
  const moment = parseInstant(text.trim());
  if (moment === undefined) {
    throw new UsageError(`--at: "${text}" is not ${INSTANT_EXPECTATION}`);
  }
  return formatInstant(moment);
}
