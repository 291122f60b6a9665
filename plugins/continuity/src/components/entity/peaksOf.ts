import {
  type Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { RELATION_SUPPORTS } from '@continuity/plugin-continuity-common';

/** What people wrote of a peak; when it is may need the organisation's calendars. */
export interface InformingPeak {
  title: string;
  description?: string;
}

export interface FunctionPeaks {
  functionRef: string;
  peaks: InformingPeak[];
}

const FUNCTION = 'businessfunction:';
const SYSTEM = 'system:';

/** Business functions that an entity supports, by itself. */
export const supportedBy = (entity: Entity): string[] =>
  targets(entity, RELATION_SUPPORTS, FUNCTION);

/** Systems that an entity is part of, and whose functions it supports with them. */
export const systemsOf = (entity: Entity): string[] =>
  targets(entity, RELATION_PART_OF, SYSTEM);

/** The peaks of all functions that an entity or a system of it supports. */
export async function peaksOf(
  entity: Entity,
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
): Promise<FunctionPeaks[]> {
  const fetch = async (entityRefs: string[], fields: string[]) => {
    if (entityRefs.length === 0) return [];
    const { items } = await catalog.getEntitiesByRefs({ entityRefs, fields });
    return items.filter(item => item !== undefined);
  };
  const systems = await fetch(systemsOf(entity), ['relations']);
  const refs = new Set([entity, ...systems].flatMap(supportedBy));
  const functions = await fetch(
    [...refs],
    ['kind', 'metadata.namespace', 'metadata.name', 'spec.peaks'],
  );
  return functions
    .map(of => ({
      functionRef: stringifyEntityRef(of),
      peaks: declared(of.spec?.peaks),
    }))
    .filter(({ peaks }) => peaks.length > 0)
    .sort((a, b) => a.functionRef.localeCompare(b.functionRef));
}

function targets(
  { relations = [] }: Entity,
  type: string,
  kind: string,
): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith(kind));
}

/** What can be read of peaks; mistakes in them are told where the function is checked. */
function declared(peaks: unknown): InformingPeak[] {
  if (!Array.isArray(peaks)) return [];
  return peaks.flatMap(peak =>
    typeof peak?.title === 'string'
      ? [
          {
            title: peak.title,
            ...(typeof peak.description === 'string' && {
              description: peak.description,
            }),
          },
        ]
      : [],
  );
}
