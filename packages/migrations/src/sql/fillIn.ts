/** A script as its tool sends it: each placeholder is replaced by what it stands for. */
export function fillIn(
  sql: string,
  placeholders: Readonly<Record<string, string>>,
): string {
  let text = sql;
  for (const [placeholder, value] of Object.entries(placeholders)) {
    if (placeholder !== '') text = text.replaceAll(placeholder, value);
  }
  return text;
}
