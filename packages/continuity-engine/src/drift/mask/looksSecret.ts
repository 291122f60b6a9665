/** Names under which people keep what must not be shown; what is doubtful counts. */
const SECRET_NAME =
  /pass(w(or)?d|phrase|code)?|pwd|secret|token|credential|private|api[-_.]?key|access[-_.]?key|account[-_.]?key|encryption[-_.]?key|signing[-_.]?key|master[-_.]?key|(^|[-_.])(key|auth|salt|pin|otp|cred|creds|dsn|pat)($|[-_.])|authorization|signature|cookie|session|connection[-_.]?string|jdbc|dsn|database[-_.]?url|_url$|webhook[-_.]?url|kubeconfig|htpasswd|\.(pem|key|p12|pfx|jks|keystore)$/i;

/** Fields that only say where a secret is, and switches about them. */
const REFERENCES = new Set([
  'automountServiceAccountToken',
  'imagePullSecrets',
  'secretKeyRef',
  'secretName',
  'secretRef',
  'secret',
  'secrets',
  'serviceAccountToken',
  'sessionAffinity',
  'sessionAffinityConfig',
  'tokenExpirationSeconds',
]);

/** Whether a value under this name must not be shown. */
export function isSecretName(name: string): boolean {
  return !REFERENCES.has(name) && SECRET_NAME.test(camelParts(name));
}

/** `apiKey` as `api-Key`, so that its parts are told apart. */
function camelParts(name: string): string {
  return name.slice(0, 300).replace(/([a-z0-9])([A-Z])/g, '$1-$2');
}

/** Forms that only credentials have. */
const CREDENTIALS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*(PRIVATE KEY|CERTIFICATE|PGP)/,
  // JSON Web Token (RFC 7519).
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.?[\w-]*/,
  // Userinfo in an address (RFC 3986, 3.2.1), also without a scheme.
  /[a-z][a-z0-9+.-]*:\/\/[^\s/?#]*@/i,
  /(^|[\s"'=])[^\s:/@]+:[^\s/@]+@(tcp\(|[\w.-]+([:/]|$))/,
  /\b(bearer|basic|digest)\s+\S{6,}/i,
  /\b(gh[pousr]_|github_pat_|glpat-|gl[a-z]{2,5}-|xox[abeprs]-|sk[-_]|rk_|pk_live|npm_|hv[sb]\.|dckr_pat_|dop_v1_|shpat_|AIza|AKIA|ASIA|SG\.|pypi-|ya29\.|s\.[A-Za-z0-9]{20})/,
  // An assignment: password=..., "token": "...", --api-key ...
  /(pass(word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|account[-_]?key|credential|authorization|sig(nature)?)["']?\s*([:=]|\s)\s*["']?\S/i,
];

/** Long texts of one alphabet, as keys and tokens are: no words, no dots, no dashes. */
const RANDOM = /[A-Za-z0-9+/_=]{20,}/g;
/** What looks random and is public. */
const PUBLIC =
  /sha(256|384|512):[a-f0-9]{64,128}|\b[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}\b/gi;

/** Bits a character above which a text is taken for random. */
const RANDOM_BITS = 3.2;

/** Whether a text has the form of a credential, or holds one. */
export function looksSecret(text: string): boolean {
  if (CREDENTIALS.some(form => form.test(text))) return true;
  const rest = text.replace(PUBLIC, ' ');
  return (rest.match(RANDOM) ?? []).some(
    run => /\d/.test(run) && /[A-Za-z]/.test(run) && bitsOf(run) >= RANDOM_BITS,
  );
}

/** Whether it is a flag after which a credential follows as the next argument. */
export function isSecretFlag(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    /^(--?|\/)[\w-]+$/.test(text) &&
    (isSecretName(text.replace(/^[-/]+/, '')) || /^-(p|u|P)$/.test(text))
  );
}

/** Entropy of the characters (Shannon), in bits each. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
