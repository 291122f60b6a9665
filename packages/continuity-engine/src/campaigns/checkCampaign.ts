import { readPredicate } from '../calendar/scope/predicate';
import { parseDeclaredTime, DAY_MS } from '../calendar/clock/wallTime';
import { isKnownZone } from '../calendar/occurrences/sharedClock';
import type { Scorecard } from '../scorecards';
import { showValue, type Instant, type Problem } from '../time';
import { campaignReminders } from './campaignReminders';
import { campaignSpan, dayInZone } from './campaignSpan';
import type { CampaignContent } from './types';

/** A campaign is not for ever. */
const MAX_DAYS = 731;

/** What a campaign may refer to. */
export interface CampaignVocabulary {
  scorecards: readonly Pick<Scorecard, 'id' | 'levels'>[];
  /** Ids of the tiers. `unclassified` is always known besides. */
  tierIds: readonly string[];
  now: Instant;
  /** First day of the campaign as it is, which it may keep. Absent: it is a new one. */
  startedOn?: string;
}

/** Everything that is wrong with a campaign, field by field. Empty: nothing. */
export function checkCampaign(
  content: CampaignContent,
  vocabulary: CampaignVocabulary,
): Problem[] {
  return [
    ...wordProblems(content),
    ...targetProblems(content, vocabulary),
    ...scopeProblems(content, vocabulary),
    ...dayProblems(content, vocabulary),
  ];
}

function wordProblems(content: CampaignContent): Problem[] {
  return (['title', 'description'] as const)
    .filter(field => !/\S/.test(content[field]))
    .map(path => ({ path, message: 'is empty; expected words' }));
}

function targetProblems(
  { scorecard: id, level }: CampaignContent,
  { scorecards }: CampaignVocabulary,
): Problem[] {
  const card = scorecards.find(other => other.id === id);
  if (!card) {
    return [notOneOf('scorecard', id, scorecards)];
  }
  return card.levels.some(other => other.id === level)
    ? []
    : [notOneOf('level', level, card.levels)];
}

function scopeProblems(
  { scope: { tiers = [], entities } }: CampaignContent,
  { tierIds }: CampaignVocabulary,
): Problem[] {
  const known = [...tierIds, 'unclassified'];
  return [
    ...tiers.flatMap((tier, at) =>
      known.includes(tier)
        ? []
        : [
            notOneOf(
              `scope.tiers.${at}`,
              tier,
              known.map(id => ({ id })),
            ),
          ],
    ),
    ...(entities === undefined || readPredicate(entities).ok
      ? []
      : [
          {
            path: 'scope.entities',
            message: `${showValue(
              entities,
            )} is not a filter predicate, e.g. { "spec.type": "service" }`,
          },
        ]),
  ];
}

function dayProblems(
  content: CampaignContent,
  { now, startedOn }: CampaignVocabulary,
): Problem[] {
  const { startsOn, endsOn, timezone } = content;
  const problems: Problem[] = (['startsOn', 'endsOn'] as const)
    .filter(field => !parseDeclaredTime(content[field])?.dateOnly)
    .map(path => ({
      path,
      message: `${showValue(content[path])} is not a day, e.g. 2027-03-31`,
    }));
  if (!isKnownZone(timezone)) {
    problems.push({
      path: 'timezone',
      message: `${showValue(
        timezone,
      )} is not an IANA time zone, e.g. Europe/Zurich`,
    });
  }
  if (problems.length > 0) return problems;
  const today = dayInZone(now, timezone);
  if (startsOn !== startedOn && startsOn < today) {
    problems.push({
      path: 'startsOn',
      message: `${startsOn} is over; expected ${today} or later`,
    });
  }
  if (endsOn < startsOn || campaignSpan(content).end <= now) {
    problems.push({
      path: 'endsOn',
      message: `${endsOn} is ${
        endsOn < startsOn ? `before the first day, ${startsOn}` : 'over'
      }; expected a later day`,
    });
  } else if (Date.parse(endsOn) - Date.parse(startsOn) > MAX_DAYS * DAY_MS) {
    problems.push({
      path: 'endsOn',
      message: `${endsOn} is more than ${MAX_DAYS} days after the first day; expected an earlier one`,
    });
  } else {
    problems.push(...reminderProblems(content));
  }
  return problems;
}

function reminderProblems(content: CampaignContent): Problem[] {
  const within = new Set(campaignReminders(content).map(({ days }) => days));
  return content.reminders.flatMap((days, at) => {
    const path = `reminders.${at}`;
    if (content.reminders.indexOf(days) !== at) {
      return [{ path, message: `${days} is there twice` }];
    }
    return within.has(days)
      ? []
      : [
          {
            path,
            message: `${days} days before ${content.endsOn} is before the first day, ${content.startsOn}; expected fewer days`,
          },
        ];
  });
}

function notOneOf(
  path: string,
  value: string,
  known: readonly { id: string }[],
): Problem {
  return {
    path,
    message: `${showValue(value)} is not one of ${
      known.map(({ id }) => id).join(', ') || 'any; there is none'
    }`,
  };
}
