import type { Entity } from '@backstage/catalog-model';

/** What the engine looks for roots by. */
export const FUNCTION_NODE = 'business-function';
export const SYSTEM_NODE = 'system';
/** A third-party service. */
export const SAAS_NODE = 'saas';

/** Kind of a node in the graph, which is not always the kind of the entity. */
export function kindOfNode(entity: Entity): string {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  switch (kind) {
    case 'businessfunction':
      return FUNCTION_NODE;
    case 'component':
      return 'service';
    case 'resource':
      return entity.spec?.type === 'saas' ? SAAS_NODE : 'resource';
    default:
      return kind;
  }
}

/** Whether it is a third-party service, of which people decide whether it is planned for. */
export function isSaas(entity: Entity): boolean {
  return kindOfNode(entity) === SAAS_NODE;
}
