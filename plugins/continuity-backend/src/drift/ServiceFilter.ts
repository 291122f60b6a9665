import type { CatalogService } from '../catalog';
import type { VisibleEntities } from '../fleet';
import { entityOwner } from '../graph';

/** Which services a list is about; all conditions hold together. */
export interface ServiceFilter {
  /** Canonical refs; `none` stands for services without one. Absent: any. */
  owners?: readonly string[];
  /** Ids, or `unclassified`. Absent: any. */
  tiers?: readonly string[];
  /** Part of a name or title. */
  text?: string;
}

/** What lists show of a service. */
export interface ServiceFacts {
  entityRef: string;
  title?: string;
  owner?: string;
  tier?: string;
  tierTitle?: string;
}

/** A service as lists show it; undefined when the filter or the catalog hides it. */
export function chooseService(
  { entityRef, entity, profile }: CatalogService,
  { owners, tiers, text }: ServiceFilter,
  visible: VisibleEntities,
): ServiceFacts | undefined {
  const owner = entityOwner(entity);
  const { name, title } = entity.metadata;
  const searched = `${name} ${title ?? ''}`.toLocaleLowerCase('en-US');
  const isChosen =
    (visible === 'all' || visible.has(entityRef)) &&
    (!owners || owners.includes(owner ?? 'none')) &&
    (!tiers || tiers.includes(profile.tier?.id ?? 'unclassified')) &&
    (text === undefined || searched.includes(text.toLocaleLowerCase('en-US')));
  return isChosen
    ? {
        entityRef,
        ...(title !== undefined && { title }),
        ...(owner !== undefined && { owner }),
        ...(profile.tier && {
          tier: profile.tier.id,
          tierTitle: profile.tier.title,
        }),
      }
    : undefined;
}
