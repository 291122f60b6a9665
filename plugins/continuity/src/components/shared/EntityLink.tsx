import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Kinds that a ref must name to be taken for one of the catalog. */
const REF = /^[A-Za-z0-9._-]+:([A-Za-z0-9._-]+\/)?[A-Za-z0-9._-]+$/;

/** Subjects of Backstage's own credentials, which look like refs and are none. */
const NO_ENTITY = /^(external|plugin):/;

/**
 * A link to an entity of the catalog; plain text for whatever is no entity ref, such
 * as the subject of a pipeline's token.
 */
export const EntityLink = ({ entityRef }: { entityRef: string }) =>
  REF.test(entityRef) && !NO_ENTITY.test(entityRef) ? (
    <EntityRefLink entityRef={parseEntityRef(entityRef)} />
  ) : (
    <>{entityRef}</>
  );
