/** For an option that may be given more than once, and may hold a list. */
export function collect(text: string, before: string[] = []): string[] {
  const parts = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  return [...before, ...parts];
}
