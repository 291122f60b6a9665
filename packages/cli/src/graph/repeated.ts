/** For an option that may be given more than once. Names may have commas, so none is split. */
export function repeated(text: string, before: string[] = []): string[] {
  return [...before, text];
}
