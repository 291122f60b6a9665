import { z } from 'zod';
import { listOf, oneOf, strictShape, textThat } from '../../time';

/** ITIL's standard, normal and emergency change. */
export const RELEASE_CLASSES = ['standard', 'major', 'emergency'] as const;

/** More names than any of these lists needs; bounds what one scope can cost. */
const MAX_LISTED = 1_000;

const names = (noun: string) =>
  listOf(
    noun,
    textThat('a text', value => value.trim().length > 0),
  ).max(MAX_LISTED, { error: `${noun}, at most ${MAX_LISTED}` });

/** `entities` is read by `readPredicate`, refs by `readRefs`; both say more than a schema can. */
const dimensions = {
  tiers: names('a list of tier ids').optional(),
  systems: names('a list of systems').optional(),
  businessFunctions: names('a list of business functions').optional(),
  environments: names('a list of environments').optional(),
  regions: names('a list of regions').optional(),
  classes: listOf(
    'a list of release classes',
    oneOf(RELEASE_CLASSES),
  ).optional(),
  entities: z.unknown().optional(),
};

/** A scope, part by part; what the parts say is read by `parseScope`. */
export const scopeShape = strictShape('a scope', {
  ...dimensions,
  except: strictShape('the exceptions of a scope', dimensions).optional(),
});

export type DeclaredScope = z.infer<typeof scopeShape>;
export type DeclaredDimensions = Omit<DeclaredScope, 'except'>;
