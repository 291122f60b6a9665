/**
 * How long a server asks to be left alone, in milliseconds: seconds or a date (RFC 9110
 * section 10.2.3).
 *
 * @returns undefined for what is neither, or is over
 */
export function retryAfter(
  header: string | null,
  now: number,
): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return wait > 0 ? wait : undefined;
}
