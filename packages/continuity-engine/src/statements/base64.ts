const STANDARD = /^[A-Za-z0-9+/]*={0,2}$/;
const URL_SAFE = /^[A-Za-z0-9_-]*={0,2}$/;

/** Bytes as standard base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/**
 * The bytes of a base64 text, standard or URL-safe (RFC 4648, sections 4 and 5). Padding may
 * be left out whole of either.
 *
 * @returns undefined for any other text: with foreign characters, with both alphabets, or
 * with bits behind the last byte, so that no bytes have two texts of one kind
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!STANDARD.test(text) && !URL_SAFE.test(text)) {
    return undefined;
  }
  const standard = text.replace(/-/g, '+').replace(/_/g, '/');
  const bare = standard.replace(/=+$/, '');
  try {
    const bytes = Uint8Array.from(atob(bare), char => char.charCodeAt(0));
    const again = encodeBase64(bytes);
    const isExact =
      standard === again ||
      (standard === bare && bare === again.replace(/=+$/, ''));
    return isExact ? bytes : undefined;
  } catch {
    return undefined;
  }
}
