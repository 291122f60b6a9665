import type { CatalogModelAnnotationDefinition } from '@backstage/catalog-model/alpha';
import {
  ANNOTATION_CONTINUITY_FINDINGS,
  ANNOTATION_CONTINUITY_PROBLEMS,
  ANNOTATION_TRACED_AS,
} from '@continuity/plugin-continuity-common';

/** What authors say, and what the processor says on entities instead of refusing them. */
export const annotations: CatalogModelAnnotationDefinition[] = [
  {
    name: ANNOTATION_TRACED_AS,
    title: 'Continuity: traced as',
    description:
      'Names under which tracing knows the entity, separated by commas. Absent: its metadata.name.',
  },
  {
    name: ANNOTATION_CONTINUITY_PROBLEMS,
    title: 'Continuity: problems',
    description:
      'What is wrong with a freeze calendar, business function or holiday calendar. Set by the Continuity module; what an author writes here is replaced.',
  },
  {
    name: ANNOTATION_CONTINUITY_FINDINGS,
    title: 'Continuity: findings',
    description:
      'What the author of a freeze calendar probably did not mean. Set by the Continuity module; what an author writes here is replaced.',
  },
];
