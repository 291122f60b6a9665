import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { REF } from './readActor';
import { useActorName } from './useActorName';

/**
 * A link to an entity of the catalog; plain words for whatever is no full entity ref, such
 * as the subject of a pipeline's token (`service:external:ci`).
 */
export const EntityLink = (props: { entityRef: string; title?: string }) => {
  const { entityRef, title } = props;
  const nameOf = useActorName();
  if (!REF.test(entityRef)) {
    return <span title={entityRef}>{title ?? nameOf(entityRef)}</span>;
  }
  return <EntityRefLink entityRef={parseEntityRef(entityRef)} title={title} />;
};
