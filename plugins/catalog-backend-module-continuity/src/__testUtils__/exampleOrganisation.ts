import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** Top of the repository. */
export const root = path.resolve(__dirname, '../../../..');

const all = path.join(root, 'examples/catalog/all.yaml');

/** The example organisation, as `all.yaml` brings it together. */
export const bank: readonly Entity[] = targetsOf(all).flatMap(readEntities);

/** The suite's own components. */
export const suite: readonly Entity[] = readEntities(
  path.join(root, 'catalog-info.yaml'),
);

export const entitiesByRef: ReadonlyMap<string, Entity> = new Map(
  [...bank, ...suite].map(entity => [stringifyEntityRef(entity), entity]),
);

export function entitiesOfKind(kind: string): Entity[] {
  return bank.filter(entity => entity.kind === kind);
}

export function exampleEntity(ref: string): Entity {
  const entity = entitiesByRef.get(ref);
  if (!entity) throw new Error(`${ref} is not in the example`);
  return entity;
}

function targetsOf(file: string): string[] {
  const [location] = readEntities(file);
  const { targets } = location.spec as { targets: string[] };
  return targets.map(target => path.resolve(path.dirname(file), target));
}

function readEntities(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document => {
    const [error] = document.errors;
    if (error) throw new Error(`${file}: ${error.message}`);
    return document.toJS() as Entity;
  });
}
