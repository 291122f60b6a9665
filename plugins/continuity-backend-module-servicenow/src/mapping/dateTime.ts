/** `yyyy-MM-dd HH:mm:ss` in UTC, as the Table API reads and writes with display values off. */
const FORMAT = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** Epoch milliseconds as ServiceNow writes them; what is below a second is cut off. */
export function formatDateTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** @returns epoch milliseconds, or undefined when it is no date and time of theirs */
export function parseDateTime(text: string): number | undefined {
  if (!FORMAT.test(text)) return undefined;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? undefined : at;
}
