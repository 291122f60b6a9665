import type { ChangeForm, FormPart } from './changeForm';

/** A form in which the changes of two people stand. */
export interface MergedForm {
  form: ChangeForm;
  /** Parts that both changed, each in another way; the reader's stand. */
  both: FormPart[];
}

/**
 * Puts what somebody else changed into a form, without losing what the reader changed.
 *
 * @param base - what both began with
 */
export function mergeForms(
  base: ChangeForm,
  mine: ChangeForm,
  newest: ChangeForm,
): MergedForm {
  const parts = Object.keys(base).filter((key): key is FormPart => key in base);
  const isSame = (part: FormPart, one: ChangeForm, other: ChangeForm) =>
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
