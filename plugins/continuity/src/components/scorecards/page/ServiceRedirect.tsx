import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { REF } from '../../shared/readActor';

/**
 * Where notices of one service on one scorecard lead: on to the Continuity tab of the
 * service, which says what it lacks and where exemptions are asked for and decided. The
 * backend that writes the notices does not know where the portal has its entity pages.
 */
export const ServiceRedirect = (props: {
  /** Where the address names no service. */
  otherwise: ReactElement;
}) => {
  const [params] = useSearchParams();
  const route = useRouteRef(entityRouteRef);
  const entityRef = params.get('entity') ?? '';
  if (!route || !REF.test(entityRef)) return props.otherwise;
  return (
    <Navigate replace to={`${route(parseEntityRef(entityRef))}/continuity`} />
  );
};
