import {
  DURATION_EXPECTATION,
  durationMs,
  ENFORCEMENTS,
  isDuration,
  listOf,
  oneOf,
  type Problem,
  strictShape,
  textThat,
} from '@continuity/engine';
import { z } from 'zod';
import type { FreezeNoticeSettings } from './types';

/** What is said a month ahead is forgotten; within an hour nobody can prepare. */
const SHORTEST_NOTICE = 'PT1H';
const LONGEST_NOTICE = 'P30D';
const DEFAULT_NOTICE = 'P2D';
/** Freezes are looked at twice a minute. */
const SHORTEST_REMINDER = 'PT5M';
const MOST_REMINDERS = 5;

/** A freeze that only warns stops nobody; telling every owner of it would be noise. */
const DEFAULT_ENFORCEMENT: FreezeNoticeSettings['enforcement'] = [
  'block',
  'approval',
];

/** `continuity.calendars.notifications` */
export const freezeNoticesShape = strictShape(
  'the settings of notifications of freezes',
  {
    enabled: z.boolean({ error: 'true or false' }).optional(),
    notice: textThat(
      `${DURATION_EXPECTATION}, from ${SHORTEST_NOTICE} to ${LONGEST_NOTICE}`,
      text => isBetween(text, SHORTEST_NOTICE, LONGEST_NOTICE),
    ).optional(),
    reminders: z
      .array(
        textThat(
          `${DURATION_EXPECTATION}, from ${SHORTEST_REMINDER} to ${LONGEST_NOTICE}`,
          text => isBetween(text, SHORTEST_REMINDER, LONGEST_NOTICE),
        ),
        { error: 'a list of durations' },
      )
      .max(MOST_REMINDERS, {
        error: `a list of at most ${MOST_REMINDERS} durations`,
      })
      .optional(),
    enforcement: listOf(
      `a list of ${ENFORCEMENTS.join(', ')}`,
      oneOf(ENFORCEMENTS),
    ).optional(),
  },
);

/**
 * @param declared - absent: everything has its default
 * @param path - where it stands, for the problems
 */
export function readFreezeNotices(
  declared: z.infer<typeof freezeNoticesShape> | undefined,
  path: string,
):
  | { ok: true; value: FreezeNoticeSettings }
  | { ok: false; problems: Problem[] } {
  const {
    enabled = true,
    notice = DEFAULT_NOTICE,
    reminders = [],
    enforcement = DEFAULT_ENFORCEMENT,
  } = declared ?? {};
  const problems = reminders.flatMap((reminder, at) =>
    durationMs(reminder) < durationMs(notice)
      ? []
      : [
          {
            path: `${path}.reminders.${at}`,
            message: `"${reminder}" is not shorter than the notice, "${notice}"; people are told by then`,
          },
        ],
  );
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        value: {
          enabled,
          noticeMs: durationMs(notice),
          reminders: [...new Set(reminders.map(durationMs))].sort(
            (a, b) => b - a,
          ),
          enforcement,
        },
      };
}

function isBetween(text: string, shortest: string, longest: string): boolean {
  return (
    isDuration(text) &&
    durationMs(text) >= durationMs(shortest) &&
    durationMs(text) <= durationMs(longest)
  );
}
