import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CONTINUITY_FINDINGS,
  ANNOTATION_CONTINUITY_PROBLEMS,
} from '@continuity/plugin-continuity-common';

/** An annotation is read in a list of others; the rest is one look at the portal away. */
const MAX_LENGTH = 1_000;

/** What there is to say on an entity. */
export interface Remarks {
  /** What is wrong with it. */
  problems?: readonly string[];
  /** What its author probably did not mean. */
  findings?: readonly string[];
}

/**
 * An entity with the remarks as annotations; whatever stood in their place is replaced,
 * or removed when there is nothing to say.
 */
export function annotated(
  entity: Entity,
  { problems = [], findings = [] }: Remarks,
): Entity {
  const {
    [ANNOTATION_CONTINUITY_PROBLEMS]: _problems,
    [ANNOTATION_CONTINUITY_FINDINGS]: _findings,
    ...others
  } = entity.metadata.annotations ?? {};
  const said = {
    [ANNOTATION_CONTINUITY_PROBLEMS]: summary(problems),
    [ANNOTATION_CONTINUITY_FINDINGS]: summary(findings),
  };
  const annotations: Record<string, string> = { ...others };
  for (const [name, text] of Object.entries(said)) {
    if (text !== undefined) {
      annotations[name] = text;
    }
  }
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

/** Remarks as one short text that says how many it leaves out. Absent: there are none. */
export function summary(remarks: readonly string[]): string | undefined {
  if (remarks.length === 0) {
    return undefined;
  }
  const whole = remarks.join('; ');
  if (whole.length <= MAX_LENGTH) {
    return whole;
  }
  const shown: string[] = [];
  let length = 0;
  for (const remark of remarks) {
    length += remark.length + 2;
    if (shown.length > 0 && length > MAX_LENGTH) {
      break;
    }
    shown.push(cut(remark));
  }
  const more = remarks.length - shown.length;
  return more === 0
    ? shown.join('; ')
    : `${shown.join('; ')}; and ${more} more`;
}

function cut(remark: string): string {
  return remark.length <= MAX_LENGTH
    ? remark
    : `${remark.slice(0, MAX_LENGTH - 3)}...`;
}
