import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  isDuration,
  listOf,
  oneOf,
  strictShape,
  textThat,
} from '../../time';
import { isKnownZone } from '../occurrences/sharedClock';
import { scopeShape } from '../scope/scopeShape';

/** What a freeze window may do to a deployment, the strictest first. */
export const ENFORCEMENTS = ['block', 'approval', 'warn'] as const;

const EFFECTS = ['freeze', 'maintenance'] as const;
const ON_RUNNING = ['finish', 'pause'] as const;

/** More than a calendar that people review has; bounds the work of checking one. */
const MAX_WINDOWS = 500;
const MAX_DATES = 1_000;
const MAX_CATEGORIES = 100;

const words = textThat('a text', value => value.trim().length > 0);

const kebab = textThat(
  'an id of lower-case letters, digits and dashes, at most 63, e.g. month-end',
  value => value.length <= 63 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
);

const timezone = textThat('an IANA time zone, e.g. Europe/Zurich', isKnownZone);

const link = textThat('an http or https address', isWebAddress);

/** A group unless it says otherwise, as `spec.owner` everywhere in the catalog. */
const owner = textThat(
  'a reference to a group or user, e.g. group:default/finance-operations',
  value => {
    const kind = kindOf(value, 'group');
    return kind === 'group' || kind === 'user';
  },
);

const entityRef = textThat(
  'an entity reference, e.g. component:default/payments-api',
  value => kindOf(value) !== undefined,
);

/** What it is as a time is said by `WindowTimesReader`, which knows more. */
const dateOrTime = textThat('a date or time');
const duration = textThat(DURATION_EXPECTATION, isDuration);

const dates = <T extends z.ZodType>(noun: string, item: T) =>
  z
    .array(item, { error: noun })
    .max(MAX_DATES, { error: `${noun}, at most ${MAX_DATES}` });

/** The parts of a calendar, apart from its windows. */
export const calendarShape = strictShape('the spec of a freeze calendar', {
  owner,
  type: words.optional(),
  timezone,
  scope: scopeShape.optional(),
  freezes: z
    .array(entityRef, { error: 'a list of entity references' })
    .optional(),
  windows: listOf('a list of windows', z.unknown())
    .max(MAX_WINDOWS, { error: `a list of at most ${MAX_WINDOWS} windows` })
    .optional(),
  feed: z.unknown().optional(),
});

/** An extra date that has an end of its own. */
export const extraDateShape = strictShape(
  'a date or time, or one with an end of its own',
  { start: dateOrTime, end: dateOrTime.optional() },
);

/** The parts of a window, each for itself; what they mean together comes after. */
export const windowShape = strictShape('a freeze window', {
  id: kebab,
  title: words,
  reason: words,
  owner: owner.optional(),
  link: link.optional(),
  effect: oneOf(EFFECTS).optional(),
  enforcement: oneOf(ENFORCEMENTS).optional(),
  onRunning: oneOf(ON_RUNNING).optional(),
  rollbacksExempt: z.boolean({ error: 'true or false' }).optional(),
  start: dateOrTime,
  end: dateOrTime.optional(),
  duration: duration.optional(),
  timezone: timezone.optional(),
  rrule: textThat('an RRULE, e.g. FREQ=MONTHLY;BYMONTHDAY=-1').optional(),
  rdates: dates('a list of dates or times', z.unknown()).optional(),
  exdates: dates('a list of dates or times', dateOrTime).optional(),
  overrides: dates(
    'a list of occurrences that differ',
    strictShape('an occurrence that differs', {
      occurrence: dateOrTime,
      start: dateOrTime.optional(),
      end: dateOrTime.optional(),
      duration: duration.optional(),
      title: words.optional(),
      reason: words.optional(),
    }),
  ).optional(),
  scope: scopeShape.optional(),
});

/** A subscribed feed; its address is read by `checkFeedUrl`. */
export const feedShape = strictShape('a calendar feed', {
  url: textThat('an https address'),
  reason: words,
  effect: oneOf(EFFECTS).optional(),
  enforcement: oneOf(ENFORCEMENTS).optional(),
  categories: listOf('a list of categories', words)
    .max(MAX_CATEGORIES, {
      error: `a list of at most ${MAX_CATEGORIES} categories`,
    })
    .optional(),
  scopes: listOf(
    'a list of scopes by category',
    strictShape('a scope for a category', {
      category: words,
      scope: scopeShape,
    }),
  )
    .max(MAX_CATEGORIES, {
      error: `a list of at most ${MAX_CATEGORIES} scopes by category`,
    })
    .optional(),
});

export type DeclaredWindow = z.infer<typeof windowShape>;
export type DeclaredOverride = NonNullable<DeclaredWindow['overrides']>[number];

/** Whether a text is an http or https address. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text)) return false;
  try {
    return new URL(text).hostname.length > 0;
  } catch {
    return false;
  }
}

function kindOf(value: string, defaultKind?: string): string | undefined {
  try {
    const { kind } = parseEntityRef(value, { defaultKind });
    return kind.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}
