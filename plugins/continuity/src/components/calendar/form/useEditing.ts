import type { PortalWindow } from '@continuity/plugin-continuity-common';
import { useCallback, useRef, useState } from 'react';
import { mergeForms, type MergedForms } from './mergeForms';
import { formOf, type WindowForm } from './windowForm';

/** What another saved meanwhile, and what became of the form by it. */
export interface Merged extends Omit<MergedForms, 'form'> {
  newest: PortalWindow;
  /** The newest as the form would show it. */
  saved: WindowForm;
}

/** What is typed, on top of which version, and whether it would be lost. */
export function useEditing(
  initial: WindowForm,
  version: PortalWindow | undefined,
): {
  form: WindowForm;
  saved: PortalWindow | undefined;
  merged: Merged | undefined;
  change: (part: Partial<WindowForm>) => void;
  /** Puts what is typed on top of a newer version. */
  rebase: (newest: PortalWindow) => void;
  isDirty: () => boolean;
  /** What is typed is saved, or not wanted any more. */
  settle: () => void;
} {
  const [state, setState] = useState<{
    form: WindowForm;
    base: WindowForm;
    saved: PortalWindow | undefined;
    merged?: Merged;
  }>({ form: initial, base: initial, saved: version });
  const latest = useRef(state);
  latest.current = state;
  const settled = useRef(false);

  const change = useCallback(
    (part: Partial<WindowForm>) =>
      setState(before => ({ ...before, form: { ...before.form, ...part } })),
    [],
  );
  const rebase = useCallback(
    (newest: PortalWindow) =>
      setState(({ base, form }) => {
        const theirs = formOf(newest);
        const { form: merged, ...parts } = mergeForms(base, form, theirs);
        return {
          form: merged,
          base: theirs,
          saved: newest,
          merged: { ...parts, newest, saved: theirs },
        };
      }),
    [],
  );
  const isDirty = useCallback(() => {
    const { form, base } = latest.current;
    return !settled.current && JSON.stringify(form) !== JSON.stringify(base);
  }, []);
  const settle = useCallback(() => {
    settled.current = true;
  }, []);
  const { form, saved, merged } = state;
  return { form, saved, merged, change, rebase, isDirty, settle };
}
