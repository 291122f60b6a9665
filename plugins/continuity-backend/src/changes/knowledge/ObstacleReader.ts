import {
  formatInstant,
  parseInstant,
  regionFailover,
  type Absence,
  type ChangeContent,
  type Evidence,
  type Instant,
  type Interval,
  type RegionEvent,
  type ScheduledChange,
} from '@continuity/engine';
import type { EvidenceStore } from '../../evidence';
import type { DelegationStore } from '../people';

/** What is planned, as far as people and places matter. */
export type PlannedContent = Pick<
  ChangeContent,
  'entities' | 'environments' | 'regions' | 'implementer'
> & {
  /** Canonical ref of who decides on the way back. Absent: it is not decided. */
  decisionOwner?: string;
};

/** Later than anything is planned. */
const FOREVER = Date.parse('2200-01-01T00:00:00Z');

interface ObstacleReaderOptions {
  evidence: Pick<EvidenceStore, 'allOfKind'>;
  delegations: Pick<DelegationStore, 'givenBy'>;
}

/** Finds who is away and which regions fail over while something is to be changed. */
export class ObstacleReader {
  readonly #options: ObstacleReaderOptions;

  constructor(options: ObstacleReaderOptions) {
    this.#options = options;
  }

  /**
   * Whoever has somebody decide in their place is away; who decides on the way back must
   * not carry out something else meanwhile either.
   *
   * @param scheduled - by whomever carries them out
   */
  async absences(
    content: Pick<PlannedContent, 'implementer' | 'decisionOwner'>,
    period: Interval,
    scheduled: readonly ScheduledChange[],
  ): Promise<Absence[]> {
    const people = peopleOf(content);
    if (people.length === 0) return [];
    const given = await this.#options.delegations.givenBy(
      people.map(({ who }) => who),
      period,
    );
    return people.flatMap(({ who, role }) => [
      ...given
        .filter(({ from }) => from === who)
        .map(
          ({ to, start, end }): Absence => ({
            who,
            role,
            start,
            end,
            because: `is away: ${to} decides in their place until ${formatInstant(
              end,
            )}`,
          }),
        ),
      ...(role === 'decision-owner'
        ? scheduled
            .filter(({ implementer }) => implementer === who)
            .map(
              ({ title, window }): Absence => ({
                who,
                role,
                ...window,
                because: `carries out "${title}" then`,
              }),
            )
        : []),
    ]);
  }

  /**
   * Failovers that began and of which no end was reported.
   *
   * @param concerned - refs of what is changed, needs it or is needed by it
   */
  async failovers(
    concerned: ReadonlySet<string>,
    at: Instant,
  ): Promise<RegionEvent[]> {
    const newest = await this.#options.evidence.allOfKind(
      regionFailover.id,
      at,
    );
    return newest
      .filter(({ entityRef }) => concerned.has(entityRef))
      .flatMap(report => failoverOf(report, at));
  }
}

function peopleOf({
  implementer,
  decisionOwner: owner,
}: Pick<PlannedContent, 'implementer' | 'decisionOwner'>): Pick<
  Absence,
  'who' | 'role'
>[] {
  return [
    ...(implementer === undefined
      ? []
      : [{ who: implementer, role: 'implementer' as const }]),
    // A group has others who can decide.
    ...(owner?.startsWith('user:') && owner !== implementer
      ? [{ who: owner, role: 'decision-owner' as const }]
      : []),
  ];
}

/** Until its end is expected, if that is to come; otherwise until it is reported. */
function failoverOf(
  { entityRef, environment, region, headline, payload, ...report }: Evidence,
  at: Instant,
): RegionEvent[] {
  const read = regionFailover.schema.safeParse(payload);
  // What cannot be read does not prove that it is over.
  if (read.success && read.data.phase === 'ended') return [];
  const expected = read.success
    ? parseInstant(read.data.expectedEnd ?? '')
    : undefined;
  return [
    {
      environment: environment ?? '',
      ...(region !== undefined && { region }),
      start: report.observedAt,
      end: expected !== undefined && expected > at ? expected : FOREVER,
      because: `${entityRef} is ${headline}, by ${
        report.source
      } since ${formatInstant(report.observedAt)}, and no end was reported`,
    },
  ];
}
