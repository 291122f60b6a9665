import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { CampaignService } from '@continuity/plugin-continuity-common';

/** A link to the Continuity tab of a service, where everything that it lacks is told. */
export const ServiceLink = (props: {
  service: Pick<CampaignService, 'entityRef' | 'name' | 'title'>;
}) => {
  const { entityRef, name, title } = props.service;
  const route = useRouteRef(entityRouteRef);
  const words = title ?? name;
  if (!route) return <>{words}</>;
  // The tab has its place in the page of an entity by its path, in both frontend systems.
  return (
    <Link to={`${route(parseEntityRef(entityRef))}/continuity`}>{words}</Link>
  );
};
