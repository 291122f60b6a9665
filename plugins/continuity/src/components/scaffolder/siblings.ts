/** What stands in the other fields of a form of a template. */
export type Siblings = Readonly<Record<string, unknown>>;

/** @param formContext - as the form hands it to its fields, with everything filled in so far */
export function siblingsOf(formContext: unknown): Siblings {
  const data = isObject(formContext) ? formContext.formData : undefined;
  return isObject(data) ? data : {};
}

/** The text of a field; empty: nothing was said. */
export function textAt(siblings: Siblings, name: string): string {
  const value = siblings[name];
  return typeof value === 'string' ? value.trim() : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
