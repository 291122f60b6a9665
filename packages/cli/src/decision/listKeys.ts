import type { SigningKey } from '@continuity/plugin-continuity-common';
import { z } from 'zod';
import { exitCodes, type ExitCode } from '../exitCodes';
import { NoAnswerError } from '../failures';
import { withConnection } from '../http/connect';
import type { ConnectionFlags } from '../http/connectionOptions';
import type { Io } from '../Io';
import { describeIssues } from '../output/describeIssues';
import { plainLine } from '../output/plainLine';

export type KeysFlags = ConnectionFlags & { all?: boolean; json?: boolean };

const shape = z.object({
  items: z
    .array(
      z.looseObject({
        keyId: z.string().regex(/^[a-f0-9]{64}$/),
        since: z.string(),
        retiredAt: z.string().optional(),
        pem: z
          .string()
          .regex(
            /^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$/,
          ),
      }),
    )
    .min(1),
});

/** Prints the public keys of a portal as `--key` takes them. */
export async function listKeys(flags: KeysFlags, io: Io): Promise<ExitCode> {
  return withConnection(flags, io, async connection => {
    const answer = await connection.ask(client => client.listSigningKeys());
    const parsed = shape.safeParse(answer);
    if (!parsed.success) {
      throw new NoAnswerError(
        `the server's answer is no list of keys: ${describeIssues(
          parsed.error,
        )}`,
      );
    }
    const keys = parsed.data.items.filter(
      ({ retiredAt }) => flags.all || retiredAt === undefined,
    );
    io.out(
      flags.json
        ? `${JSON.stringify(keys, null, 2)}\n`
        : keys.map(render).join(''),
    );
    return exitCodes.ok;
  });
}

/** What stands before a block of PEM is a remark (RFC 7468, section 2). */
function render({
  keyId,
  since,
  retiredAt,
  pem,
}: Pick<SigningKey, 'keyId' | 'since' | 'retiredAt' | 'pem'>): string {
  const until = retiredAt === undefined ? '' : `, retired ${retiredAt}`;
  return `${plainLine(`# ${keyId}, since ${since}${until}`)}\n${pem}`;
}
