import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  EndMessage,
  HoldMessage,
} from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import { readCallback } from '../api';
import type { Details } from '../details';
import { readPayload } from '../mapping';
import {
  protectionRule,
  workflowRun,
  type ProtectionRule,
  type WorkflowRun,
} from './payloads';

/** GitHub fails a deployment that has waited as long. */
const GIVES_UP_MS = 30 * 24 * 3_600_000;

export type Message =
  | { hold: HoldMessage }
  | { end: EndMessage }
  /** Nothing that matters here. */
  | undefined;

/**
 * What a message of GitHub means. Fields that it does not need are left alone, and events
 * that it does not know mean nothing.
 *
 * @param event - `X-GitHub-Event`
 * @throws InputError that names the field which is missing or wrong
 */
export function readMessage(
  event: string,
  delivery: string,
  body: unknown,
  integrations: ScmIntegrationRegistry,
): Message {
  switch (event) {
    case 'deployment_protection_rule':
      return {
        hold: holdOf(read(protectionRule, body), delivery, integrations),
      };
    case 'workflow_run': {
      const run = read(workflowRun, body);
      return run.action === 'completed'
        ? { end: endOf(run, delivery) }
        : undefined;
    }
    default:
      return undefined;
  }
}

function holdOf(
  rule: ProtectionRule,
  delivery: string,
  integrations: ScmIntegrationRegistry,
): HoldMessage {
  const { deployment, environment, repository } = rule;
  const callback = readCallback(
    integrations,
    rule.deployment_callback_url,
    repository,
  );
  if (!callback) {
    throw new InputError(
      `deployment_callback_url: expected the address for a run of ${repository.full_name} at the API of a host under integrations.github`,
    );
  }
  const says = said(deployment.payload);
  const requestedAt = Date.parse(deployment.created_at);
  const kept: Details = {
    ...callback,
    owner: repository.owner.login,
    repository: repository.name,
    environment,
    sha: deployment.sha,
    ref: deployment.ref,
    ...(says && { says }),
  };
  const group = groupOf(callback.host, repository.full_name, callback.runId);
  return {
    delivery,
    group,
    key: `${group}/${environment}`,
    requestedAt,
    expiresAt: requestedAt + GIVES_UP_MS,
    details: kept,
  };
}

function endOf(
  { workflow_run: run, repository }: WorkflowRun,
  delivery: string,
) {
  const { host } = new URL(repository.html_url);
  return {
    delivery,
    group: groupOf(host, repository.full_name, String(run.id)),
    endedAt: Date.parse(run.updated_at),
    reason: `The run has ended: ${run.conclusion ?? 'completed'}.`,
  };
}

/** GitHub's names of repositories differ in more than their case. */
function groupOf(host: string, slug: string, runId: string): string {
  return `${host}/${slug}/runs/${runId}`.toLowerCase();
}

function said(payload: unknown): Details['says'] {
  try {
    return readPayload(payload);
  } catch (error) {
    throw invalid(error, ['deployment', 'payload', 'continuity']);
  }
}

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const reading = shape.safeParse(body);
  if (reading.success) return reading.data;
  throw invalid(reading.error, []);
}

function invalid(error: unknown, at: string[]): unknown {
  return error instanceof z.ZodError
    ? new InputError(
        error.issues
          .map(
            ({ path, message }) =>
              `${[...at, ...path].join('.') || 'body'}: ${message}`,
          )
          .join('; '),
      )
    : error;
}
