import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** What an entity ref of the catalog looks like when it is written out. */
export const REF = /^[A-Za-z0-9._-]+:[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

/**
 * A link to an entity of the catalog; plain text for whatever is no full entity ref,
 * such as the subject of a pipeline's token (`service:example-pipeline`).
 */
export const EntityLink = (props: { entityRef: string; title?: string }) => {
  const { entityRef, title } = props;
  if (!REF.test(entityRef)) return <>{title ?? entityRef}</>;
  return <EntityRefLink entityRef={parseEntityRef(entityRef)} title={title} />;
};
