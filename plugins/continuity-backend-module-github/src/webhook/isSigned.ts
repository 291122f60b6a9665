import { createHmac, timingSafeEqual } from 'node:crypto';

const SCHEME = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether one of the secrets signed these bytes, as `X-Hub-Signature-256` says: HMAC with
 * SHA-256 over the body as it came. Source: GitHub, "Validating webhook deliveries".
 *
 * Every secret is tried, in the same time whatever is right or wrong.
 */
export function isSigned(
  body: Buffer,
  signature: string | undefined,
  secrets: readonly string[],
): boolean {
  const [, digits] = SCHEME.exec(signature ?? '') ?? [];
  if (digits === undefined) return false;
  const given = Buffer.from(digits, 'hex');
  return secrets
    .map(secret =>
      timingSafeEqual(
        createHmac('sha256', secret).update(body).digest(),
        given,
      ),
    )
    .some(Boolean);
}
