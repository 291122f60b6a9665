/** A form in which the changes of two people stand. */
export interface MergedForm<Form> {
  form: Form;
  /** Parts that both changed, each in another way; the reader's stand. */
  both: (keyof Form)[];
}

/**
 * Puts what somebody else changed into a form, without losing what the reader changed.
 *
 * @param base - what both began with
 */
export function mergeForms<Form extends object>(
  base: Form,
  mine: Form,
  newest: Form,
): MergedForm<Form> {
  const parts = Object.keys(base).filter(
    (key): key is keyof Form & string => key in base,
  );
  const isSame = (part: keyof Form, one: Form, other: Form) =>
    JSON.stringify(one[part]) === JSON.stringify(other[part]);
  const theirs = parts.filter(
    part => isSame(part, base, mine) && !isSame(part, mine, newest),
  );
  return {
    form: {
      ...mine,
      ...Object.fromEntries(theirs.map(part => [part, newest[part]])),
    },
    both: parts.filter(
      part =>
        !isSame(part, base, mine) &&
        !isSame(part, base, newest) &&
        !isSame(part, mine, newest),
    ),
  };
}
