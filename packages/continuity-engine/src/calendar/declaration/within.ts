/** `spec.windows.0` and `rrule` are `spec.windows.0.rrule`; an empty path adds nothing. */
export function within(
  path: string,
  ...parts: readonly (string | number)[]
): string {
  return [path, ...parts].filter(part => part !== '').join('.');
}
