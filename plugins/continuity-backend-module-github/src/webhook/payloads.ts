import { z } from 'zod';

const login = z.object({ login: z.string().min(1) });
const repository = z.object({
  name: z.string().min(1),
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  html_url: z.url(),
  owner: login,
});

/** What is read of `deployment_protection_rule`; GitHub sends more, and may send more still. */
export const protectionRule = z.object({
  action: z.literal('requested'),
  environment: z.string().min(1),
  deployment_callback_url: z.url(),
  deployment: z.object({
    id: z.int(),
    sha: z.string().regex(/^[0-9a-f]{40,64}$/i),
    ref: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    /** What whoever made the deployment says of it; empty for one of Actions. */
    payload: z.unknown().optional(),
  }),
  repository,
});

/** What is read of `workflow_run`. */
export const workflowRun = z.object({
  action: z.string(),
  workflow_run: z.object({
    id: z.int(),
    conclusion: z.string().nullish(),
    updated_at: z.iso.datetime({ offset: true }),
  }),
  repository,
});

export type ProtectionRule = z.infer<typeof protectionRule>;
export type WorkflowRun = z.infer<typeof workflowRun>;
