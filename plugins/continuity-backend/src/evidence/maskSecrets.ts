/** What stands where a secret stood. */
export const MASK = '[masked]';

/**
 * A key whose value is a secret, whatever it looks like. Compared without case and
 * separators, so that `api_key`, `apiKey` and `API-KEY` are one.
 */
const SECRET_KEY =
  /(password|passwd|passphrase|secret|authorization|apikey|accesskey|privatekey|credential|clientsecret|connectionstring|sessionid|cookie)|(token$)|^(pwd|auth|bearer|jwt)$/;

/**
 * Secrets that give themselves away inside any text. Repetitions are bounded, so that no
 * text can make the search take long.
 */
const SECRET_TEXTS: RegExp[] = [
  // PEM blocks (RFC 7468) with private material; certificates are public.
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)/g,
  // Authorization header values (RFC 6750, RFC 7617).
  /\b(?:bearer|basic)\s{1,8}[A-Za-z0-9._~+/=-]{16,}/gi,
  // JSON web tokens (RFC 7519): three base64url parts, the first a JSON object.
  /\beyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
  // Prefixes that vendors chose so that scanners find leaked keys.
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abposr]-[A-Za-z0-9-]{10,}|AKIA[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{30,}|sk_live_[A-Za-z0-9]{16,})/g,
];

/** User and password in an address (RFC 3986 3.2.1); the rest of it stays readable. */
const USER_INFO =
  /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@:]{1,200}:[^\s/?#@]{0,500}@/gi;

/** Deeper than any report may be; what lies below is refused elsewhere. */
const MAX_DEPTH = 64;

/**
 * A JSON value with everything replaced that looks like a secret. Reports are kept for
 * ever and read by many, so a false alarm costs less than a leaked key.
 */
export function maskSecrets(value: unknown): unknown {
  return maskBelow(value, 0);
}

function maskBelow(value: unknown, depth: number): unknown {
  if (typeof value === 'string') {
    return maskText(value);
  }
  if (depth > MAX_DEPTH) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(member => maskBelow(member, depth + 1));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        isSecret(key, member) ? MASK : maskBelow(member, depth + 1),
      ]),
    );
  }
  return value;
}

/** Only texts and numbers are masked whole; an object under such a key is looked into. */
function isSecret(key: string, member: unknown): boolean {
  const isScalar = typeof member === 'string' || typeof member === 'number';
  return isScalar && SECRET_KEY.test(key.toLowerCase().replace(/[-_.\s]/g, ''));
}

function maskText(text: string): string {
  const masked = SECRET_TEXTS.reduce(
    (rest, secret) => rest.replace(secret, MASK),
    text,
  );
  return masked.replace(USER_INFO, `$1${MASK}@`);
}
