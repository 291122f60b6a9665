import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import type { Details } from '../details';

const text = z.string().trim().min(1).max(500);

const said = z.object({
  entity: text.transform((ref, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        }),
      );
    } catch {
      context.addIssue('expected an entity ref');
      return z.NEVER;
    }
  }),
  change: text,
  class: z.enum(['standard', 'major', 'emergency']),
  artifactDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  region: text,
});

type Said = NonNullable<Details['says']>;

/**
 * What a deployment says of itself under `continuity` in its payload, where whoever makes
 * deployments by the API puts it. What does not fit is an error, never passed over: a class
 * or a digest that is misread would be another question.
 *
 * @returns undefined when it says nothing
 * @throws z.ZodError
 */
export function readPayload(payload: unknown): Said | undefined {
  const content = typeof payload === 'string' ? parsed(payload) : payload;
  const ours = z.object({ continuity: z.unknown() }).safeParse(content);
  if (!ours.success || ours.data.continuity === undefined) return undefined;
  return said.partial().strict().parse(ours.data.continuity);
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    // Text that is no JSON is somebody else's.
    return undefined;
  }
}
