import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  INSTANT_EXPECTATION,
  isDuration,
  listOf,
  oneOf,
  parseInstant,
  strictShape,
  textThat,
  type Interval,
} from '../../time';

/** More than anybody plans, and little enough to be judged while somebody waits. */
const MOST_ENTITIES = 50;
const MOST_PLACES = 20;
const MOST_STEPS = 100;
const MOST_PEOPLE = 50;
/** Longest planned time: more is a project. */
export const LONGEST_WINDOW_MS = 31 * 86_400_000;

/** Text of several lines, e.g. a plan. */
export const prose = (max: number) =>
  textThat(
    `a text that says something, at most ${max} characters`,
    text => /\S/.test(text) && text.length <= max,
  );

/** Text of one line. */
export const line = (max: number) =>
  textThat(
    `one line of text that says something, at most ${max} characters`,
    text =>
      /\S/.test(text) &&
      text.length <= max &&
      !/[\p{Cc}\p{Surrogate}]/u.test(text),
  );

/** An entity ref in its one spelling. */
export const ref = (noun: string, ...kinds: string[]) =>
  textThat(noun, text => canonical(text, kinds) !== undefined).transform(
    text => canonical(text, kinds) ?? text,
  );

export const userRef = ref('a user, e.g. user:default/anna', 'user');
export const duration = textThat(DURATION_EXPECTATION, isDuration);
const instant = textThat(
  INSTANT_EXPECTATION,
  text => parseInstant(text) !== undefined,
);

/** A list of different things that are not too many. */
export function few<T extends z.ZodType>(noun: string, item: T, most: number) {
  return listOf(noun, item)
    .max(most, { error: `${noun}, at most ${most}` })
    .transform(list => [...new Set(list)]);
}

const COUNT = 'a whole number, 0 or more';
const count = z.int({ error: COUNT }).min(0, { error: COUNT });
const entityRef = ref('an entity, e.g. component:default/payments-api');
const SPAN = `a stretch of time that ends after its start and is not longer than ${
  LONGEST_WINDOW_MS / 86_400_000
} days`;

export const entitiesShape = few(
  'a list of entities',
  entityRef,
  MOST_ENTITIES,
);
export const environmentsShape = few(
  'a list of environment names',
  line(100),
  MOST_PLACES,
);
export const regionsShape = few(
  'a list of region names',
  line(100),
  MOST_PLACES,
);
export const windowShape = strictShape('the planned time', {
  start: instant,
  end: instant,
})
  // A moment that is none has been told already; it compares as neither too much nor too little.
  .refine(
    window => {
      const { start, end } = inMs(window);
      return !(end <= start) && !(end - start > LONGEST_WINDOW_MS);
    },
    { error: SPAN },
  )
  .transform(inMs);

export const declaredFactsShape = strictShape('facts about the release', {
  migration: oneOf(['none', 'reversible', 'irreversible']).optional(),
  touches: z
    .array(oneOf(['configuration', 'infrastructure']), {
      error: 'a list of configuration, infrastructure',
    })
    .optional(),
  size: strictShape('a size', { files: count, lines: count }).optional(),
  majorUpdates: z
    .array(line(200), { error: 'a list of dependencies' })
    .max(200, { error: 'a list of dependencies, at most 200' })
    .optional(),
  pipeline: oneOf(['conformant', 'divergent']).optional(),
});

const rollbackPlan = strictShape('a rollback plan', {
  steps: listOf('a list of steps', prose(1_000)).max(MOST_STEPS, {
    error: `a list of steps, at most ${MOST_STEPS}`,
  }),
  decisionOwner: ref(
    'a user or group, e.g. group:default/team-payments',
    'user',
    'group',
  ),
  decisionDeadline: duration,
  expectedDuration: duration,
  dataHandling: prose(2_000),
});

const digest = textThat('sha256: and 64 lower-case hexadecimal digits', text =>
  /^sha256:[a-f0-9]{64}$/.test(text),
);

/** What a change says of itself, as it arrives: instants in ISO 8601. */
export const contentShape = strictShape('a change', {
  title: line(200),
  description: prose(10_000).optional(),
  entities: entitiesShape,
  environments: environmentsShape,
  regions: regionsShape.optional(),
  digests: z
    .record(entityRef, digest, { error: 'digests by entity' })
    .optional(),
  window: windowShape.optional(),
  class: oneOf(['standard', 'major', 'emergency']).optional(),
  classReason: prose(2_000).optional(),
  incident: line(200).optional(),
  plan: prose(20_000).optional(),
  rollbackPlan: rollbackPlan.optional(),
  tests: listOf(
    'a list of tests',
    strictShape('a test', {
      summary: prose(2_000),
      link: textThat(
        'an http(s) address',
        text => text.length <= 2_000 && /^https?:\/\/[^\s]+$/.test(text),
      ).optional(),
    }),
  )
    .max(50, { error: 'a list of tests, at most 50' })
    .optional(),
  communication: prose(5_000).optional(),
  implementer: userRef.optional(),
  committers: few('a list of users', userRef, MOST_PEOPLE).optional(),
  facts: declaredFactsShape.optional(),
});

function inMs({ start, end }: { start: string; end: string }): Interval {
  return { start: parseInstant(start) ?? NaN, end: parseInstant(end) ?? NaN };
}

function canonical(text: string, kinds: readonly string[]): string | undefined {
  if (text.length > 400 || !/^[\w.-]+:([\w.-]+\/)?[\w.-]+$/.test(text)) {
    return undefined;
  }
  const parsed = stringifyEntityRef(parseEntityRef(text));
  const [kind] = parsed.split(':', 1);
  return kinds.length === 0 || kinds.includes(kind) ? parsed : undefined;
}
