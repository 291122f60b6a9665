import { isBag, textOf } from '../values';
import type { Shape } from './Shape';

/** Schemas nest far less; one that does not end is cut there. */
const MOST_LEVELS = 40;

/**
 * What the schema of a custom resource says of its lists and defaults.
 *
 * Kubernetes, "Extend the Kubernetes API with CustomResourceDefinitions": structural
 * schemas, `x-kubernetes-list-type`, `x-kubernetes-list-map-keys`, `default`.
 */
export function shapeOfSchema(
  schema: unknown,
  levels: number = MOST_LEVELS,
): Shape {
  if (!isBag(schema) || levels === 0) return {};
  const inner = (one: unknown) => shapeOfSchema(one, levels - 1);
  const each = isBag(schema.items) ? schema.items : schema.additionalProperties;
  return {
    ...(isBag(schema.properties) && {
      fields: Object.assign(
        Object.create(null),
        Object.fromEntries(
          Object.entries(schema.properties).map(([name, one]) => [
            name,
            inner(one),
          ]),
        ),
      ),
    }),
    ...(isBag(each) && { each: inner(each) }),
    ...listOf(schema),
    ...scalarOf(schema),
    ...(schema.default !== undefined && { default: schema.default }),
    keepEmpty: true,
  };
}

function listOf(schema: Record<string, unknown>): Shape {
  const type = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (type === 'set') return { list: 'set' };
  return type === 'map' && Array.isArray(keys)
    ? { list: keys.filter(key => typeof key === 'string') }
    : {};
}

function scalarOf(schema: Record<string, unknown>): Shape {
  if (schema['x-kubernetes-int-or-string'] === true) {
    // Quantities are described so, with the pattern of theirs.
    return textOf(schema.pattern)?.includes('KMGTPE')
      ? { scalar: 'quantity' }
      : { scalar: 'int-or-string' };
  }
  return schema.format === 'duration' ? { scalar: 'duration' } : {};
}
