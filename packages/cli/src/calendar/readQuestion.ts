import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  createFunctionMembership,
  defaultTierSettings,
  describeContinuity,
  parseContinuitySpec,
  systemsOf,
  type FreezeCalendar,
  type FreezeWindow,
  type ReleaseClass,
  type ScopeDimensions,
  type WindowScope,
  type WindowSubject,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import type { Io } from '../Io';
import { readName } from '../readName';
import { feedOption } from './feedOption';
import { readMoment, readZone } from './readMoments';

/** What `check` and `next` are asked. */
export interface QuestionFlags {
  file: string;
  feed?: string[];
  at?: string;
  tz: string;
  entity?: string;
  environment?: string;
  region?: string;
  class: ReleaseClass;
  rollback?: boolean;
  json?: boolean;
}

/** Characters of a name. */
const LONGEST = 100;

/** A question about calendars, without a server. */
export interface CalendarQuestion {
  at: number;
  subject: WindowSubject;
  /** e.g. `component:default/payments-api -> production (standard)`. */
  label: string;
  rollback: boolean;
  /**
   * The scope as far as it can be judged. What was not given - the service, the
   * environment - excludes no window and exempts from none.
   */
  judgeable(scope: WindowScope): WindowScope;
}

/** Adds the options that {@link readQuestion} reads. */
export function addQuestionOptions(command: Command): Command {
  return command
    .requiredOption(
      '--file <file>',
      'FreezeCalendar entities in YAML, or an iCalendar file; - is standard input',
    )
    .addOption(feedOption())
    .option('--at <moment>', 'ISO 8601 (default: now)')
    .option(
      '--tz <zone>',
      'IANA zone for times without one, in --at and in iCalendar files',
      'UTC',
    )
    .option(
      '--entity <file>',
      'the service as a catalog entity in YAML; business functions in it count too',
    )
    .option('--environment <name>', 'where to, e.g. production')
    .option('--region <name>', 'one region; all of the environment otherwise')
    .addOption(
      new Option('--class <class>', 'release class')
        .choices(['standard', 'major', 'emergency'])
        .default('standard'),
    )
    .option('--rollback', 'ask for a rollback to what has run there before')
    .option('--json', 'print JSON');
}

/** @throws UsageError that names the option and what was expected */
export async function readQuestion(
  flags: QuestionFlags,
  io: Io,
): Promise<CalendarQuestion> {
  const zone = readZone('--tz', flags.tz);
  const at =
    flags.at === undefined ? io.now() : readMoment('--at', flags.at, zone);
  const service =
    flags.entity === undefined
      ? undefined
      : await readService(flags.entity, io);
  const environments = service?.environments ?? [];
  const environment =
    flags.environment === undefined
      ? undefined
      : readName('--environment', flags.environment, LONGEST);
  const region =
    flags.region === undefined
      ? undefined
      : readName('--region', flags.region, LONGEST);
  if (environment !== undefined) requireDeclared(environment, environments);
  const regions =
    region === undefined
      ? environments.flatMap(one =>
          one.name === environment && one.region !== undefined
            ? [one.region]
            : [],
        )
      : [region];
  const place = [environment ?? 'any environment', region].filter(
    part => part !== undefined,
  );
  return {
    at,
    label: `${service?.ref ?? 'any service'} -> ${place.join(', ')} (${
      flags.class
    }${flags.rollback ? ', rollback' : ''})`,
    rollback: flags.rollback === true,
    subject: {
      entity: service?.entity ?? { kind: 'Component', metadata: { name: '' } },
      tier: service?.tier ?? 'unclassified',
      systems: service?.systems ?? [],
      businessFunctions: service?.businessFunctions ?? [],
      environment: environment ?? '',
      regions,
      releaseClass: flags.class,
    },
    judgeable: scope =>
      withoutUnknown(scope, [
        ...(service
          ? []
          : (['tiers', 'systems', 'businessFunctions', 'entities'] as const)),
        ...(environment === undefined ? (['environments'] as const) : []),
        ...(regions.length === 0 && environment === undefined
          ? (['regions'] as const)
          : []),
      ]),
  };
}

/** A misspelt environment would be one that no window is for, and so be open. */
function requireDeclared(
  environment: string,
  declared: readonly { name: string }[],
): void {
  const names = [...new Set(declared.map(({ name }) => name))];
  if (names.length > 0 && !names.includes(environment)) {
    throw new UsageError(
      `--environment: "${environment}" is none that the service declares; expected ${names.join(
        ' or ',
      )}`,
    );
  }
}

/**
 * Refuses an environment that differs from one in a scope in upper and lower case alone:
 * names are taken as they are written, so no window would be for it.
 *
 * @throws UsageError
 */
export function requireSpelling(
  calendars: readonly FreezeCalendar[],
  { subject: { environment } }: CalendarQuestion,
): void {
  const named = new Set(
    calendars.flatMap(({ windows }) =>
      windows.flatMap(({ scope }) => [
        ...(scope.environments ?? []),
        ...(scope.except?.environments ?? []),
      ]),
    ),
  );
  const alike = [...named].find(
    name =>
      name.toLocaleLowerCase('en-US') ===
      environment.toLocaleLowerCase('en-US'),
  );
  if (!named.has(environment) && alike !== undefined) {
    throw new UsageError(
      `--environment: "${environment}" is not "${alike}", which a window is for; expected it in the same upper and lower case`,
    );
  }
}

/** The calendars with scopes that can be judged; see {@link CalendarQuestion.judgeable}. */
export function judgeableCalendars(
  calendars: readonly FreezeCalendar[],
  question: CalendarQuestion,
): FreezeCalendar[] {
  return calendars.map(calendar => ({
    ...calendar,
    windows: calendar.windows.map(
      (window): FreezeWindow => ({
        ...window,
        scope: question.judgeable(window.scope),
      }),
    ),
  }));
}

function withoutUnknown(
  { except, ...scope }: WindowScope,
  unknown: readonly (keyof ScopeDimensions)[],
): WindowScope {
  const known = (dimensions: ScopeDimensions): ScopeDimensions =>
    Object.fromEntries(
      Object.entries(dimensions).filter(
        ([name]) => !unknown.some(one => one === name),
      ),
    );
  const exempting = except && known(except);
  return {
    ...known(scope),
    ...(exempting &&
      Object.keys(exempting).length > 0 && { except: exempting }),
  };
}

interface Service {
  ref: string;
  entity: Entity;
  tier: string;
  systems: string[];
  businessFunctions: string[];
  environments: readonly { name: string; region?: string }[];
}

const SERVICE_KINDS = ['component', 'resource', 'system', 'api'];

async function readService(file: string, io: Io): Promise<Service> {
  const refuse = (message: string): never => {
    throw new UsageError(`--entity: "${file}": ${message}`);
  };
  const documents = await readDocuments(file, io);
  const kindOf = ({ kind }: Record<string, unknown>) =>
    String(kind).toLocaleLowerCase('en-US');
  const services = documents.filter(one => SERVICE_KINDS.includes(kindOf(one)));
  if (services.length !== 1) {
    refuse(
      `holds ${services.length} services; expected one Component, Resource, System or API`,
    );
  }
  const [entity] = services.map(asEntity);
  if (!entity) {
    return refuse('is no catalog entity; expected kind and metadata.name');
  }
  const block = entity.spec?.continuity;
  const parsed = block === undefined ? undefined : parseContinuitySpec(block);
  if (parsed && !parsed.spec) {
    const [first] = parsed.problems;
    refuse(`spec.continuity cannot be read: ${first.path}: ${first.message}`);
  }
  const ref = stringifyEntityRef(entity);
  const systems = systemsOf(entity);
  const functionsOf = createFunctionMembership(
    documents
      .filter(one => kindOf(one) === 'businessfunction')
      .flatMap(one => {
        const named = asEntity(one);
        const supportedBy = named?.spec?.supportedBy;
        return named && Array.isArray(supportedBy)
          ? [
              {
                ref: stringifyEntityRef(named),
                supportedBy: supportedBy.map(String),
              },
            ]
          : [];
      }),
  );
  return {
    ref,
    entity,
    tier:
      describeContinuity(block, defaultTierSettings).tier?.id ?? 'unclassified',
    systems,
    businessFunctions: functionsOf(ref, systems),
    environments: parsed?.spec?.environments ?? [],
  };
}

async function readDocuments(file: string, io: Io) {
  const text = await readText('--entity', file, io);
  try {
    return readYamlDocuments(text);
  } catch (error) {
    throw new UsageError(`--entity: "${file}": ${messageOf(error)}`);
  }
}

/** An entity as far as it is looked at here. */
function asEntity(document: Record<string, unknown>): Entity | undefined {
  const { kind, metadata } = document;
  const isNamed =
    typeof kind === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    'name' in metadata &&
    typeof metadata.name === 'string';
  return isNamed ? (document as unknown as Entity) : undefined;
}
