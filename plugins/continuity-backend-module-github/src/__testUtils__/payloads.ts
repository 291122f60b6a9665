import { createHmac } from 'node:crypto';
import examples from '@octokit/webhooks-examples';

export const SECRET = 'the secret of the webhook';

/** What GitHub published as the examples of an event. */
export function examplesOf(event: string): Record<string, unknown>[] {
  const found = examples.find(({ name }) => name === event);
  if (!found) throw new Error(`There are no examples of ${event}`);
  // They are plain JSON, typed by event.
  return found.examples as unknown as Record<string, unknown>[];
}

/** Every published example, with its event. */
export function everyExample(): { event: string; payload: unknown }[] {
  return examples.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload: unknown) => ({ event: name, payload })),
  );
}

interface Asked {
  api?: string;
  run?: number;
  environment?: string;
  createdAt?: number;
  payload?: unknown;
}

const rename = (value: unknown, names: [string, string][]): unknown =>
  JSON.parse(
    names.reduce(
      (text, [from, to]) => text.split(from).join(to),
      JSON.stringify(value),
    ),
  );

/**
 * A `deployment_protection_rule`, of which no example is published: made of the published
 * example of `deployment`, which has the same repository, deployment and sender, and the
 * fields that the published schema adds. A test holds it against that schema.
 */
export function protectionRule({
  api = 'https://api.github.com',
  run = 42,
  environment = 'production',
  createdAt = Date.now(),
  payload = {},
}: Asked = {}): Record<string, unknown> {
  // The first one is older than the schema.
  const [, example] = examplesOf('deployment');
  const { repository, deployment, sender } = rename(example, [
    ['Codertocat/Hello-World', 'bank/payments'],
    ['"Codertocat"', '"bank"'],
    ['"Hello-World"', '"payments"'],
  ]) as Record<string, Record<string, unknown>>;
  const moment = new Date(createdAt).toISOString();
  return {
    action: 'requested',
    environment,
    event: 'push',
    deployment_callback_url: `${api}/repos/bank/payments/actions/runs/${run}/deployment_protection_rule`,
    deployment: {
      ...deployment,
      environment,
      payload,
      created_at: moment,
      updated_at: moment,
    },
    pull_requests: [],
    repository,
    sender,
  };
}

/** The published example of a run that has ended, as one of these. */
export function runEnded(run: number, at: number): Record<string, unknown> {
  const example = examplesOf('workflow_run').find(
    ({ action }) => action === 'completed',
  ) as { workflow_run: object; repository: object };
  return {
    ...example,
    workflow_run: {
      ...example.workflow_run,
      id: run,
      conclusion: 'cancelled',
      updated_at: new Date(at).toISOString(),
    },
    repository: {
      ...example.repository,
      full_name: 'bank/payments',
      html_url: 'https://github.com/bank/payments',
    },
  };
}

export function sign(body: string | Buffer, secret = SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
