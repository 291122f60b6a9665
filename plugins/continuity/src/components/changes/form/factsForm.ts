import type { ReleaseDeclaredFacts } from '@continuity/plugin-continuity-common';
import { linesOf } from './lines';

export const MIGRATIONS = ['none', 'reversible', 'irreversible'] as const;
export const PIPELINES = ['conformant', 'divergent'] as const;
export const TOUCHES = [
  'nothing',
  'configuration',
  'infrastructure',
  'both',
] as const;

/** Declared facts as the form holds them; empty: not said, which is not the same as none. */
export interface FactsForm {
  migration: (typeof MIGRATIONS)[number] | '';
  touches: (typeof TOUCHES)[number] | '';
  files: string;
  lines: string;
  /** One dependency a line. */
  majorUpdates: string;
  pipeline: (typeof PIPELINES)[number] | '';
}

export const noFacts = (): FactsForm => ({
  migration: '',
  touches: '',
  files: '',
  lines: '',
  majorUpdates: '',
  pipeline: '',
});

const TOUCHED = {
  nothing: [],
  configuration: ['configuration'],
  infrastructure: ['infrastructure'],
  both: ['configuration', 'infrastructure'],
} satisfies Record<
  (typeof TOUCHES)[number],
  NonNullable<ReleaseDeclaredFacts['touches']>
>;

export function factsFormOf(facts: ReleaseDeclaredFacts = {}): FactsForm {
  const { touches, size } = facts;
  return {
    migration: facts.migration ?? '',
    touches: touches ? touchesOf(touches) : '',
    files: size ? String(size.files) : '',
    lines: size ? String(size.lines) : '',
    majorUpdates: (facts.majorUpdates ?? []).join('\n'),
    pipeline: facts.pipeline ?? '',
  };
}

/** What is said of the facts; what is wrong with them is for the backend to say. */
export function factsOf(form: FactsForm): ReleaseDeclaredFacts {
  const majorUpdates = linesOf(form.majorUpdates);
  return {
    ...(form.migration && { migration: form.migration }),
    ...(form.touches && { touches: TOUCHED[form.touches] }),
    ...((form.files || form.lines) && {
      size: { files: countOf(form.files), lines: countOf(form.lines) },
    }),
    ...(majorUpdates.length > 0 && { majorUpdates }),
    ...(form.pipeline && { pipeline: form.pipeline }),
  };
}

function touchesOf(
  touches: NonNullable<ReleaseDeclaredFacts['touches']>,
): FactsForm['touches'] {
  if (touches.length > 1) return 'both';
  return touches[0] ?? 'nothing';
}

/** What is not said is no number, rather than 0. */
function countOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
