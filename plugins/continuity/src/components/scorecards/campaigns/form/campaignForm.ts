import type { CampaignContent } from '@continuity/plugin-continuity-common';
import type { DraftProblem } from '../../../shared/problems';

/** A campaign as it is typed. */
export interface CampaignForm {
  title: string;
  description: string;
  scorecard: string;
  level: string;
  /** Refs. */
  owners: readonly string[];
  /** Services of nobody, too. */
  unowned: boolean;
  /** Refs. */
  systems: readonly string[];
  /** Ids. */
  tiers: readonly string[];
  /** A filter predicate as JSON; empty: none. */
  entities: string;
  startsOn: string;
  endsOn: string;
  timezone: string;
  /** Ref; empty: nobody yet. */
  owner: string;
  /** Numbers of days, separated by commas. */
  reminders: string;
}

/** The fields as the backend names them, for what it says is wrong. */
export const CAMPAIGN_FIELDS = [
  'title',
  'description',
  'scorecard',
  'level',
  'scope',
  'startsOn',
  'endsOn',
  'timezone',
  'owner',
  'reminders',
  'comment',
];

const NONE = 'none';

/** What an empty form begins with. @param today - e.g. `2027-01-04` */
export function emptyForm(today: string, timezone: string): CampaignForm {
  return {
    title: '',
    description: '',
    scorecard: '',
    level: '',
    owners: [],
    unowned: false,
    systems: [],
    tiers: [],
    entities: '',
    startsOn: today,
    endsOn: '',
    timezone,
    owner: '',
    reminders: '14, 7, 1',
  };
}

export function formOf({
  scope,
  reminders,
  ...content
}: CampaignContent): CampaignForm {
  const { owners = [], systems = [], tiers = [], entities } = scope;
  return {
    ...content,
    owners: owners.filter(ref => ref !== NONE),
    unowned: owners.includes(NONE),
    systems,
    tiers,
    entities: entities === undefined ? '' : JSON.stringify(entities),
    reminders: [...reminders].sort((a, b) => b - a).join(', '),
  };
}

/** What the form says; and what of it cannot be sent, because it says nothing at all. */
export function contentOf(form: CampaignForm): {
  content: CampaignContent;
  /** Names of the fields. */
  problems: ('entities' | 'reminders')[];
} {
  const entities = readPredicate(form.entities);
  const reminders = readDays(form.reminders);
  const owners = [...form.owners, ...(form.unowned ? [NONE] : [])];
  return {
    content: {
      title: form.title.trim(),
      description: form.description.trim(),
      scorecard: form.scorecard,
      level: form.level,
      scope: {
        ...(owners.length > 0 && { owners }),
        ...(form.systems.length > 0 && { systems: [...form.systems] }),
        ...(form.tiers.length > 0 && { tiers: [...form.tiers] }),
        ...(entities && { entities }),
      },
      startsOn: form.startsOn,
      endsOn: form.endsOn,
      timezone: form.timezone.trim(),
      owner: form.owner,
      reminders: reminders ?? [],
    },
    problems: [
      ...(entities === undefined ? (['entities'] as const) : []),
      ...(reminders === undefined ? (['reminders'] as const) : []),
    ],
  };
}

/**
 * The problems without those of fields that nobody has filled in yet: an empty form is not
 * wrong, it is empty.
 */
export function withoutEmpty(
  problems: readonly DraftProblem[],
  form: CampaignForm,
): DraftProblem[] {
  return problems.filter(
    ({ path }) =>
      !(
        (path === 'title' ||
          path === 'description' ||
          path === 'owner' ||
          path === 'endsOn' ||
          path === 'startsOn') &&
        form[path].trim() === ''
      ),
  );
}

/** Absent: it is none. Null: there is no text. */
function readPredicate(
  text: string,
): NonNullable<CampaignContent['scope']['entities']> | null | undefined {
  if (text.trim() === '') return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? { ...read }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Absent: something in it is no whole number from 0 to 90. */
function readDays(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.every(part => /^\d{1,2}$/.test(part) && Number(part) <= 90)
    ? parts.map(Number)
    : undefined;
}
