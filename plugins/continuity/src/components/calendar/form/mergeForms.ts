import type { WindowForm } from './windowForm';

/** A part of the form that can be changed by itself. */
export type FormPart = keyof WindowForm;

export interface MergedForms {
  form: WindowForm;
  /** What only the other has changed; it is in the form now. */
  theirs: FormPart[];
  /** What both have changed, each to something else; what was typed stands. */
  both: FormPart[];
}

const same = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * What somebody typed, on top of what another saved meanwhile.
 *
 * @param base - what both began with
 */
export function mergeForms(
  base: WindowForm,
  mine: WindowForm,
  theirs: WindowForm,
): MergedForms {
  const changed = (Object.keys(theirs) as FormPart[]).filter(
    part => !same(base[part], theirs[part]) && !same(mine[part], theirs[part]),
  );
  const both = changed.filter(part => !same(base[part], mine[part]));
  const taken = changed.filter(part => !both.includes(part));
  return {
    form: {
      ...mine,
      ...Object.fromEntries(taken.map(part => [part, theirs[part]])),
    },
    theirs: taken,
    both,
  };
}
