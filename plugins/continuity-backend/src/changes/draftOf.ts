import { createHash } from 'node:crypto';
import { changeMachine, type Instant } from '@continuity/engine';
import type { ChangeJudge, ChangeMatter, JudgedChange } from './ChangeJudge';
import type { StoredChange } from './types';

/** Who drafts what, and when. */
export interface Drafting {
  id: string;
  content: StoredChange['content'];
  /** Ref; the first of its authors. */
  by: string;
  at: Instant;
  /** Drafted because of a deployment without a change. */
  retrospective?: boolean;
}

/** A change as it begins, judged. */
export async function draftOf(
  { id, content, by, at, retrospective = false }: Drafting,
  judge: Pick<ChangeJudge, 'judge'>,
): Promise<{ change: StoredChange; judged: JudgedChange }> {
  const matter: ChangeMatter = { content, authors: [by], observedDigests: {} };
  const judged = await judge.judge(matter);
  return {
    judged,
    change: {
      ...matter,
      id,
      revision: 1,
      contentRevision: 1,
      state: changeMachine.initial,
      class: judged.class,
      createdBy: by,
      createdAt: at,
      updatedBy: by,
      updatedAt: at,
      seats: { filled: 0, required: 0 },
      risk: judged.risk,
      preApproved: false,
      retrospective,
    },
  };
}

/**
 * A UUID that follows from a text (RFC 9562, version 8), so that what is drafted because of
 * something is the same draft however often that is read.
 */
export function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
