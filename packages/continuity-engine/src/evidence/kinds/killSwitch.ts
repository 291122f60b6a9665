import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText } from '../payloadSchemas';

const schema = z.strictObject({
  /** Name of the flag that the risky part is behind. */
  flag: lineText(200),
  /** Where flags are kept, e.g. `flagd` or `unleash`. */
  provider: lineText(100),
  /** Whether the provider knows the flag in this environment. */
  exists: z.boolean(),
  /** The last time that it was thrown to see whether it works. Absent: never. */
  rehearsal: z
    .strictObject({
      toggledAt: instantText,
      /** Whether the risky part was seen to stop. */
      effective: z.boolean(),
      /** From throwing it until it took effect everywhere. */
      seconds: z.number().min(0),
    })
    .optional(),
});

export type KillSwitchPayload = z.infer<typeof schema>;

/**
 * The risky part of a service can be turned off without a deployment.
 *
 * A flag that exists is a promise; that it was thrown in a rehearsal, and the part was
 * seen to stop, is the proof.
 */
export const killSwitch = defineEvidenceKind({
  id: 'kill-switch',
  title: 'Kill switch',
  schema,
  validFor: 'P30D',
  subject: { environment: 'optional' },
  verdict: ({ exists, rehearsal }) => {
    if (!exists || rehearsal?.effective === false) return 'fail';
    return rehearsal ? 'pass' : 'unknown';
  },
  headline: ({ flag, provider, exists, rehearsal }) => {
    if (!exists) return `${provider} has no flag ${flag}`;
    if (!rehearsal) return `${flag} exists and was never thrown in a rehearsal`;
    return rehearsal.effective
      ? `${flag} turned the risky part off in ${rehearsal.seconds} s`
      : `${flag} was thrown and turned nothing off`;
  },
});
