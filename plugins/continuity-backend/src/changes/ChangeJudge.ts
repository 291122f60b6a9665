import { toError } from '@backstage/errors';
import {
  classifyTogether,
  findConflicts,
  findGaps,
  passOver,
  rankRisk,
  selects,
  type ChangeRisk,
  type ChangeSettings,
  type Classification,
  type Conflict,
  type ConflictFacts,
  type GateOverride,
  type GateSettings,
  type Instant,
  type Interval,
  type Problem,
  type ProtocolApproval,
  type ReadinessSnapshot,
  type ReleaseClass,
  type ReleaseProtocol,
  type ReleaseSettings,
} from '@continuity/engine';
import type { ChangeStore } from './ChangeStore';
import { changeSubjects, findUnknownPlaces } from './judging/changeSubjects';
import { findClosures } from './judging/findClosures';
import { findUnknownPeople } from './judging/findUnknownPeople';
import { releaseFacts, timeOf } from './judging/releaseFacts';
import { requiredApprovals } from './judging/requiredApprovals';
import { takeSnapshot } from './judging/takeSnapshot';
import {
  ownersOf,
  tiersOf,
  type ChangeKnowledge,
  type ChangeKnowledgeReader,
} from './knowledge/ChangeKnowledgeReader';
import type {
  ObstacleReader,
  PlannedContent,
} from './knowledge/ObstacleReader';
import type { ApprovalRosters, Roster } from './people';
import type { StoredChange } from './types';

/** What a change comes to now, whoever asks. */
export interface JudgedChange {
  knowledge: ChangeKnowledge;
  /** By the rules alone. */
  classification: Classification;
  /** In force: the chosen one, else that of the rules. */
  class: ReleaseClass;
  /** Of the class in force. */
  protocol: ReleaseProtocol;
  approvals: readonly ProtocolApproval[];
  /** Refs of the owners of what is changed. */
  owners: readonly string[];
  /** What it lacks or has wrong; empty: it can be put up for approval. */
  problems: readonly Problem[];
  /** Who may approve. Absent: it is not known, see `rosterProblem`. */
  roster?: Roster;
  rosterProblem?: string;
  /** What an approval would be given on. */
  snapshot: ReadinessSnapshot;
  risk: ChangeRisk;
}

/** What a change is to be judged by. */
export type ChangeMatter = Pick<
  StoredChange,
  'content' | 'authors' | 'observedDigests'
>;

/** Which break-glass overrides of an entity are in force. */
export interface OverridesAsked {
  inForce(entityRef: string, at: Instant): Promise<GateOverride[]>;
}

interface ChangeJudgeOptions {
  knowledge: Pick<ChangeKnowledgeReader, 'of'>;
  rosters: Pick<ApprovalRosters, 'of'>;
  store: Pick<ChangeStore, 'planned'>;
  releases: ReleaseSettings;
  changes: ChangeSettings;
  /** Ids, the strictest one first. */
  tiers: readonly string[];
  obstacles: ObstacleReader;
  overrides: OverridesAsked;
  gate: Pick<GateSettings, 'policies' | 'checks'>;
}

/** Judges changes by what is known now; looks, and writes nothing. */
export class ChangeJudge {
  readonly #options: ChangeJudgeOptions;

  constructor(options: ChangeJudgeOptions) {
    this.#options = options;
  }

  /**
   * @throws when the database cannot be asked; a catalog that cannot be is not known, and
   * stands in the way
   */
  async judge(change: ChangeMatter): Promise<JudgedChange> {
    const { content, authors } = change;
    const { releases, gate } = this.#options;
    const knowledge = await this.#options.knowledge.of(content);
    const { classification, inForce } = this.classify(content, knowledge);
    const protocol = releases.protocols[inForce];
    const approvals = requiredApprovals(releases.protocols, {
      inForce,
      computed: classification.class,
    });
    const subjects = changeSubjects(content, knowledge, inForce);
    const closures = findClosures(
      knowledge.snapshot,
      subjects,
      timeOf(content, knowledge.at),
      protocol.windows === 'open-only',
    );
    const owners = ownersOf(knowledge);
    const snapshot = takeSnapshot(change, {
      knowledge,
      subjects,
      classes: { inForce, computed: classification.class },
      ...(closures && { closures }),
      protocolChecks: protocol.checks,
      policies: gate.policies,
      checks: gate.checks,
    });
    const seating = await this.#roster(approvals, {
      owners,
      authors,
      committers: content.committers ?? [],
      ...(content.implementer !== undefined && {
        implementer: content.implementer,
      }),
      ...(content.rollbackPlan && {
        decisionOwner: content.rollbackPlan.decisionOwner,
      }),
      at: knowledge.at,
    });
    return {
      knowledge,
      classification,
      class: inForce,
      protocol,
      approvals,
      owners,
      problems: [
        ...this.#problems(change, knowledge, classification.class, inForce),
        ...findUnknownPeople(content, seating.roster?.unknown ?? []),
      ],
      ...seating,
      snapshot,
      risk: rankRisk({
        class: inForce,
        releases: releaseFacts(content, knowledge, closures),
        tiers: this.#options.tiers,
        readiness: snapshot,
      }),
    };
  }

  /** What class something is of by the rules, and which one is in force. */
  classify(
    content: Pick<
      StoredChange['content'],
      | 'entities'
      | 'environments'
      | 'regions'
      | 'window'
      | 'facts'
      | 'incident'
      | 'class'
    >,
    knowledge: ChangeKnowledge,
  ): { classification: Classification; inForce: ReleaseClass } {
    // Whether it is a freeze that it deploys into must not depend on what it becomes by that.
    const closures = findClosures(
      knowledge.snapshot,
      changeSubjects(content, knowledge, content.class ?? 'standard'),
      timeOf(content, knowledge.at),
      true,
    );
    const classification = classifyTogether(
      releaseFacts(content, knowledge, closures),
      this.#options.releases,
    );
    return { classification, inForce: content.class ?? classification.class };
  }

  /** What may be in the way of a change at any time of a period. */
  async conflictFacts(
    content: PlannedContent,
    knowledge: ChangeKnowledge,
    releaseClass: ReleaseClass,
    period: Interval,
  ): Promise<ConflictFacts> {
    const { windows } = this.#options.releases.protocols[releaseClass];
    const closures = findClosures(
      knowledge.snapshot,
      changeSubjects(content, knowledge, releaseClass),
      period,
      windows === 'open-only',
    );
    const overrides = await this.#overridesOf(content, knowledge.at);
    const related = relatedOf(knowledge);
    const { obstacles, store } = this.#options;
    const concerned = new Set([
      ...content.entities,
      ...[...(related?.values() ?? [])].flatMap(refs => [...refs]),
    ]);
    const scheduled = await store.planned({
      period,
      entities: concerned,
      people: [content.implementer, content.decisionOwner].flatMap(
        ref => ref ?? [],
      ),
    });
    const [absences, regions] = await Promise.all([
      obstacles.absences(content, period, scheduled),
      obstacles.failovers(concerned, knowledge.at),
    ]);
    return {
      scheduled,
      ...(related && { related }),
      ...(closures && { closures: passOver(closures, overrides, content) }),
      absences,
      regions,
    };
  }

  /** What is in the way in what is left of the planned time; without one, nothing. */
  async conflicts(
    change: Pick<StoredChange, 'id' | 'content'>,
    { knowledge, class: releaseClass }: JudgedChange,
  ): Promise<Conflict[]> {
    const { window: planned, ...content } = change.content;
    if (!planned) return [];
    const window = whatIsLeft(planned, knowledge.at);
    const decisionOwner =
      content.rollbackPlan?.decisionOwner.toLocaleLowerCase('en-US');
    const facts = await this.conflictFacts(
      { ...content, ...(decisionOwner !== undefined && { decisionOwner }) },
      knowledge,
      releaseClass,
      window,
    );
    return findConflicts({ id: change.id, ...content, window }, facts);
  }

  /** Those in force of the first entity; one that is for all of them is among those. */
  async #overridesOf(
    { entities }: Pick<PlannedContent, 'entities'>,
    at: Instant,
  ): Promise<GateOverride[]> {
    const [first] = entities;
    return first === undefined
      ? []
      : this.#options.overrides.inForce(first, at);
  }

  #problems(
    { content }: ChangeMatter,
    knowledge: ChangeKnowledge,
    computedClass: ReleaseClass,
    inForce: ReleaseClass,
  ): Problem[] {
    const { requires } = this.#options.changes;
    const tiers = tiersOf(knowledge);
    const rto = strictestRto(knowledge);
    return [
      ...findUnknownPlaces(content, knowledge),
      ...findGaps(content, {
        class: inForce,
        computedClass,
        rollbackPlan: selects(requires.rollbackPlan, tiers, inForce),
        tests: selects(requires.tests, tiers, inForce),
        communication: selects(requires.communication, tiers, inForce),
        ...(rto !== undefined && { rto }),
      }),
    ];
  }

  /** Who may approve is the catalog's to say; while it is silent, nobody can tell. */
  async #roster(
    approvals: readonly ProtocolApproval[],
    { at, ...involved }: Parameters<ApprovalRosters['of']>[1] & { at: number },
  ): Promise<Pick<JudgedChange, 'roster' | 'rosterProblem'>> {
    try {
      return {
        roster: await this.#options.rosters.of(approvals, involved, at),
      };
    } catch (error) {
      return {
        rosterProblem: `It is not known who may approve: ${
          toError(error).message
        }`,
      };
    }
  }
}

/** What has passed is in nobody's way; of a time that is over, all of it is told. */
function whatIsLeft({ start, end }: Interval, at: Instant): Interval {
  return end > at ? { start: Math.max(start, at), end } : { start, end };
}

function relatedOf({
  entities,
}: ChangeKnowledge): Map<string, ReadonlySet<string>> | undefined {
  const related = new Map<string, ReadonlySet<string>>();
  for (const { ref, reach } of entities) {
    if (!reach) return undefined;
    related.set(ref, reach.related);
  }
  return related;
}

function strictestRto({ entities }: ChangeKnowledge): string | undefined {
  const [strictest] = entities
    .flatMap(({ service }) => service?.profile.rto ?? [])
    .sort((a, b) => a.seconds - b.seconds);
  return strictest?.duration;
}
