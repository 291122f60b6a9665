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
import { isTimeZone } from '../clock/ZoneClock';
import { scopeShape } from '../scope/scopeShape';

export { RELEASE_CLASSES } from '../scope/scopeShape';

/** What a freeze window may do to a deployment, the strictest first. */
export const ENFORCEMENTS = ['block', 'approval', 'warn'] as const;

/** More than a calendar that people review has; bounds the work of checking one. */
const MAX_WINDOWS = 500;
const MAX_EXDATES = 1_000;

const words = textThat('a text', value => value.trim().length > 0);

const kebab = textThat(
  'an id of lower-case letters, digits and dashes, at most 63, e.g. month-end',
  value => value.length <= 63 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
);

const timezone = textThat('an IANA time zone, e.g. Europe/Zurich', isTimeZone);

const link = textThat('an http or https address', value => {
  if (!/^https?:\/\//i.test(value)) return false;
  try {
    return new URL(value).hostname.length > 0;
  } catch {
    return false;
  }
});

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

/** The parts of a calendar, apart from its windows. */
export const calendarShape = strictShape('the spec of a freeze calendar', {
  owner,
  type: words.optional(),
  timezone,
  scope: scopeShape.optional(),
  freezes: z
    .array(entityRef, { error: 'a list of entity references' })
    .optional(),
  windows: listOf('a list of windows', z.unknown()).max(MAX_WINDOWS, {
    error: `a list of at most ${MAX_WINDOWS} windows`,
  }),
});

/** The parts of a window, each for itself; what they mean together comes after. */
export const windowShape = strictShape('a freeze window', {
  id: kebab,
  title: words,
  reason: words,
  link: link.optional(),
  effect: z
    .literal('freeze', {
      error:
        'an effect that is accepted; expected freeze, the only one for now',
    })
    .optional(),
  enforcement: oneOf(ENFORCEMENTS).optional(),
  start: textThat('a date or time'),
  end: textThat('a date or time').optional(),
  duration: textThat(DURATION_EXPECTATION, isDuration).optional(),
  timezone: timezone.optional(),
  rrule: textThat('an RRULE, e.g. FREQ=MONTHLY;BYMONTHDAY=-1').optional(),
  exdates: z
    .array(textThat('a date or time'), { error: 'a list of dates or times' })
    .max(MAX_EXDATES, { error: `a list of at most ${MAX_EXDATES} dates` })
    .optional(),
  scope: scopeShape.optional(),
});

export type DeclaredWindow = z.infer<typeof windowShape>;

function kindOf(value: string, defaultKind?: string): string | undefined {
  try {
    const { kind } = parseEntityRef(value, { defaultKind });
    return kind.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}
