import { InputError } from '@backstage/errors';
import {
  type CalendarFinding,
  formatProblem,
  type FreezeCalendar,
  importDefinitionsInSteps,
  type Instant,
  isTimeZone,
  lintCalendar,
  lintCalendarInSteps,
  lintReadableWindows,
  parseFreezeCalendar,
  problemsAsFindings,
  readICalendarInSteps,
} from '@continuity/engine';
import type {
  CalendarImportRequest,
  CalendarImportResult,
  CalendarLintRequest,
} from '@continuity/plugin-continuity-common';
import type { LoadedProjection } from '../../catalog';
import { catalogNeverRead } from '../../entities';
import type { FleetVisibility } from '../../fleet';
import { type Caller, plainText } from '../../http';
import { ownerRefOf } from '../portalCalendar';
import type { CountedServices } from '../services/CountedServices';
import { inTurns } from '../turns';
import { lintContext } from './lintContext';
import { readCalendarIcs, readCalendarYaml } from './readCalendarText';
import { readYaml } from './readYaml';

const NO_WINDOWS: FreezeCalendar = {
  ref: 'freezecalendar:default/file',
  title: 'The file',
  owner: 'group:default/unknown',
  origin: { kind: 'catalog' },
  windows: [],
};

/** What its author probably did not mean, and definitions from elsewhere. Saves nothing. */
export class CalendarLintService {
  readonly #options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    tierIds: readonly string[];
    now: () => Instant;
  };

  constructor(options: {
    projection: LoadedProjection;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
    services: CountedServices;
    tierIds: readonly string[];
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * @returns what is wrong with calendars in a file, and what is probably not meant
   * @throws InputError for a zone that is none; what is wrong in the file is a finding
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async lint(
    request: CalendarLintRequest,
    caller: Caller,
  ): Promise<CalendarFinding[]> {
    const { projection, visibility, services, tierIds, now } = this.#options;
    const { format, content } = request;
    const { calendars, holidays, broken, findings } =
      format === 'ical'
        ? await inTurns(
            readCalendarIcs(
              content,
              zoneOf(request.timezone ?? 'UTC'),
              tierIds,
            ),
          )
        : readCalendarYaml(content, tierIds);
    const [snapshot, visible] = await Promise.all([
      projection.current(),
      visibility.visibleTo(caller),
    ]);
    if (!snapshot) {
      throw catalogNeverRead(projection);
    }
    const counted = await services.of(snapshot);
    const context = await lintContext(snapshot, counted, visible, now(), {
      calendars,
    });
    // Calendars of one file are looked at beside each other, not beside what they replace.
    const refs = new Set(calendars.map(({ ref }) => ref));
    const siblings = [
      ...(context.siblings ?? []).filter(({ ref }) => !refs.has(ref)),
      ...calendars,
    ];
    for (const calendar of calendars) {
      findings.push(
        ...(await inTurns(
          lintCalendarInSteps(calendar, { ...context, siblings }),
        )),
      );
    }
    for (const { entity, problems } of broken) {
      findings.push(
        ...lintReadableWindows(
          entity,
          problems,
          { ...context, siblings },
          { tierIds },
        ),
      );
    }
    // Once for the file, whichever of its calendars counts by them.
    findings.push(...lintCalendar(NO_WINDOWS, { now: now(), holidays }));
    return findings;
  }

  /** @throws InputError when the definitions cannot be read at all */
  async import(request: CalendarImportRequest): Promise<CalendarImportResult> {
    const { format, content } = request;
    const options = {
      timezone: zoneOf(request.timezone),
      owner: ownerRefOf('owner', request.owner),
      reason: plainText('reason', request.reason),
    };
    if (format === 'ical') {
      const reading = await inTurns(
        readICalendarInSteps(content, {
          ...options,
          continuityProperties: true,
        }),
      );
      if (!reading.ok) {
        throw new InputError(
          reading.problems
            .map(problem => `content: ${formatProblem(problem)}`)
            .join('; '),
        );
      }
      return this.#withLint(reading, options);
    }
    // Its reader trusts files of people at their own desk; this one trusts nobody.
    const safe = format === 'cron' ? undefined : readYaml(content);
    if (safe?.ok === false) {
      throw new InputError(`content: it ${safe.problem}`);
    }
    const imported = await inTurns(
      importDefinitionsInSteps(format, content, {
        ...options,
        ...(safe && { documents: safe.documents }),
      }),
    );
    return this.#withLint(imported, options);
  }

  /** What was understood may still not be what its author meant. */
  async #withLint(
    { windows, findings }: CalendarImportResult,
    { owner, timezone }: { owner: string; timezone: string },
  ): Promise<CalendarImportResult> {
    const { calendar, problems } = parseFreezeCalendar({
      apiVersion: 'continuity.dev/v1',
      kind: 'FreezeCalendar',
      metadata: { name: 'imported' },
      spec: { owner, timezone, windows },
    });
    const linted = calendar
      ? await inTurns(
          lintCalendarInSteps(calendar, { now: this.#options.now() }),
        )
      : problemsAsFindings(problems);
    return { windows, findings: [...findings, ...linted] };
  }
}

function zoneOf(timezone: string): string {
  if (!isTimeZone(timezone)) {
    throw new InputError(
      `timezone: "${timezone}" is not an IANA time zone, e.g. Europe/Zurich`,
    );
  }
  return timezone;
}
