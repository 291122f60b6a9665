import type { ScopeBook } from '../scope/ScopeBook';
import { finish, type Steps } from '../../steps';
import type { WindowSubject } from '../types';

/** Some hundredths of a second. */
const SUBJECTS_A_STEP = 200;

/** Subjects for which the same scopes are. */
export interface SubjectGroup {
  /** Of each book, positions of the scopes, ascending; shared, not to be changed. */
  scopes: Uint32Array[];
  /** Positions of the subjects, ascending. */
  members: number[];
}

/** Numbers that are equal for lists that hold the same. */
class ListNumbers {
  /** Most subjects are recognised by the list that they share. */
  readonly #byList = new Map<Uint32Array, number>();
  readonly #byContent = new Map<string, number>();

  numberOf(list: Uint32Array): number {
    const known = this.#byList.get(list);
    if (known !== undefined) return known;
    const content = list.join();
    const number = this.#byContent.get(content) ?? this.#byContent.size;
    this.#byContent.set(content, number);
    this.#byList.set(list, number);
    return number;
  }
}

/**
 * Puts subjects together that no scope tells apart. Of fifty thousand services a few
 * hundred groups are left, and what is worked out for one member holds for all.
 */
export function groupSubjects(
  books: readonly ScopeBook[],
  subjects: readonly WindowSubject[],
): SubjectGroup[] {
  return finish(groupSubjectsInSteps(books, subjects));
}

/** {@link groupSubjects} in steps. */
export function* groupSubjectsInSteps(
  books: readonly ScopeBook[],
  subjects: readonly WindowSubject[],
): Steps<SubjectGroup[]> {
  const lists = new ListNumbers();
  const groups = new Map<string, SubjectGroup>();
  for (const [position, subject] of subjects.entries()) {
    if (position % SUBJECTS_A_STEP === 0) yield;
    const scopes = books.map(book => book.matching(subject));
    const key = scopes.map(list => lists.numberOf(list)).join(' ');
    const group = groups.get(key);
    if (group) group.members.push(position);
    else groups.set(key, { scopes, members: [position] });
  }
  return [...groups.values()];
}
