import { readICalendar, type ICalendarOptions } from '../../ical';
import { importDefinitions, IMPORT_FORMATS } from '../../imports';
import { droppedFromCalendars, droppedFromImport } from './calendarOracle';
import { CALENDAR_CORPUS, IMPORT_CORPUS } from './calendarCorpus';
import { countDefinitions } from './countDefinitions';
import { ICAL_CORPUS } from './icalCorpus';
import { droppedFromICalendar } from './icalOracle';
import { mutateICalendar } from './mutateICalendar';
import { mutateYaml } from './mutateYaml';
import { Random } from './random';
import type { FuzzOutcome } from './runFuzz';

const BASE = {
  owner: 'group:default/ops',
  reason: 'No reason was given',
};

/** As a file is imported, a calendar is subscribed to, and a feed has categories. */
export const ICAL_OPTIONS: readonly ICalendarOptions[] = [
  { ...BASE, timezone: 'Europe/Zurich' },
  { ...BASE, timezone: 'America/New_York', continuityProperties: true },
  {
    ...BASE,
    timezone: 'UTC',
    categories: ['Freeze'],
    scopes: [
      { category: 'Payments', scope: { tiers: ['tier-1'] } },
      { category: 'Holiday', scope: { environments: ['production'] } },
    ],
  },
];

/** Most cases are iCalendar files, which come from elsewhere; a seed decides all of a case. */
export function fuzzCase(seed: number): FuzzOutcome {
  const random = new Random(seed);
  if (random.chance(0.85)) return icalCase(random);
  return random.chance(0.75) ? calendarCase(random) : importCase(random);
}

function icalCase(random: Random): FuzzOutcome {
  const options = random.pick(ICAL_OPTIONS);
  const text = mutateICalendar(ICAL_CORPUS, random);
  const reading = readICalendar(text, options);
  return {
    kind: 'iCalendar',
    understood: reading.ok,
    wrong: droppedFromICalendar(text, reading, options).map(drops),
  };
}

function calendarCase(random: Random): FuzzOutcome {
  const text = mutateYaml(random.pick(CALENDAR_CORPUS), random);
  const { understood, dropped } = droppedFromCalendars(text);
  return { kind: 'FreezeCalendar', understood, wrong: dropped.map(drops) };
}

function importCase(random: Random): FuzzOutcome {
  const format = random.pick(IMPORT_FORMATS);
  const text = mutateYaml(IMPORT_CORPUS[format], random);
  const result = importDefinitions(format, text, { ...BASE, timezone: 'UTC' });
  return {
    kind: 'import',
    understood: result.findings.every(({ severity }) => severity !== 'error'),
    wrong: droppedFromImport(result, countDefinitions(format, text)).map(drops),
  };
}

function drops(what: string): string {
  return `drops ${what}`;
}
