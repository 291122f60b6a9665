import {
  continuityChangeCreatePermission,
  continuityChangeReadPermission,
} from '@continuity/plugin-continuity-common';
import type { ActionOptions } from './registerActions';

/** Approvals that are listed; whoever has more sees them on the page. */
const MAX_LISTED = 50;

/** Drafting changes, and listing what waits for somebody. Nothing is approved by an agent. */
export function registerChangeActions({
  registry,
  access,
  changes: { desk, reader },
  pagePath,
}: Pick<ActionOptions, 'registry' | 'access' | 'changes' | 'pagePath'>): void {
  registry.register({
    name: 'create-change-request',
    title: 'Draft a change request',
    description:
      'Raises a change request as a draft, and says what it still lacks. A person completes it, has it assessed and puts it up for approval; no agent approves.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    visibilityPermission: continuityChangeCreatePermission,
    schema: {
      input: z =>
        z.object({
          title: z.string(),
          description: z.string().optional(),
          entities: z.array(z.string()).describe('Entity refs'),
          environments: z.array(z.string()),
          regions: z.array(z.string()).optional(),
          digests: z
            .record(z.string())
            .optional()
            .describe('sha256:... by entity ref'),
          window: z
            .object({ start: z.string(), end: z.string() })
            .optional()
            .describe('When it is planned; ISO 8601'),
          plan: z.string().optional(),
          communication: z.string().optional(),
        }),
      output: z =>
        z.object({
          id: z.string(),
          link: z.string().describe('Path of its page in the portal'),
          class: z.enum(['standard', 'major', 'emergency']),
          missing: z
            .array(z.object({ path: z.string(), message: z.string() }))
            .describe('What it has to say and does not'),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = await access.callerOf(
        credentials,
        continuityChangeCreatePermission,
      );
      const id = await desk.create(input, caller);
      const { summary, problems } = await reader.byId(id, caller);
      return {
        output: {
          id,
          link: `${pagePath}/changes/${id}`,
          class: summary.class,
          missing: problems,
        },
      };
    },
  });

  registry.register({
    name: 'list-my-approvals',
    title: 'What waits for my approval?',
    description:
      'Lists the changes that wait for the approval of whoever asks, newest first.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityChangeReadPermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          changes: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              class: z.enum(['standard', 'major', 'emergency']),
              entities: z.array(z.string()),
              environments: z.array(z.string()),
              suspended: z.boolean(),
              link: z.string(),
            }),
          ),
          more: z.boolean().describe('There are others, on the page'),
        }),
    },
    action: async ({ credentials }) => {
      const caller = await access.callerOf(
        credentials,
        continuityChangeReadPermission,
      );
      const { items, nextCursor } = await reader.list(
        { mine: 'approve' },
        { limit: MAX_LISTED },
        caller,
      );
      return {
        output: {
          changes: items.map(
            ({ id, title, entities, environments, suspended, ...head }) => ({
              id,
              title,
              class: head.class,
              entities,
              environments,
              suspended,
              link: `${pagePath}/changes/${id}`,
            }),
          ),
          more: nextCursor !== undefined,
        },
      };
    },
  });
}
