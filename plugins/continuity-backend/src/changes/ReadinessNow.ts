import {
  compareReadiness,
  momentInUtc,
  type Refusal,
} from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { Asker, GateQuestion } from '../gate';
import type { JudgedChange } from './ChangeJudge';
import { ITSELF, WATCHED_STATES, type StoredChange } from './types';

/** Answers the question of the gate without recording it. */
export interface GateDryRun {
  dryRun(question: GateQuestion, asker: Asker): Promise<GateDecision>;
}

const SELF: Asker = {
  ref: ITSELF,
  seesEntity: true,
  visibleOf: async refs => new Set(refs),
};

/** Whether it is told what keeps it from beginning; before that much else is missing. */
export function isNearItsBeginning({
  state,
}: Pick<StoredChange, 'state'>): boolean {
  return WATCHED_STATES.includes(state);
}

/** Tells what keeps a change from beginning now. */
export class ReadinessNow {
  readonly #gate: GateDryRun;

  constructor(gate: GateDryRun) {
    this.#gate = gate;
  }

  /**
   * What is worse than it was approved, what its planned time says, and what the gate says
   * of everything that it deploys. Empty: it may begin.
   */
  async refusals(
    change: StoredChange,
    { class: releaseClass, snapshot }: JudgedChange,
  ): Promise<Refusal[]> {
    const { content, readiness } = change;
    // What is approved afterwards has happened already; revised to a time that has not
    // come, it is a change like any other.
    if (change.retrospective && hasPassed(content, snapshot.at)) return [];
    const worse = (
      readiness ? compareReadiness(readiness, snapshot) : []
    ).filter(({ regressed }) => regressed);
    const answers: Refusal[] = [];
    for (const entityRef of content.entities) {
      for (const environment of content.environments) {
        for (const region of content.regions ?? [undefined]) {
          const digest = content.digests?.[entityRef];
          const { reasons } = await this.#gate.dryRun(
            {
              entityRef,
              environment,
              releaseClass,
              change: change.id,
              ...(region !== undefined && { region }),
              ...(digest !== undefined && { artifactDigest: digest }),
            },
            SELF,
          );
          answers.push(
            ...reasons
              .filter(({ verdict }) => verdict !== 'allow')
              .map(({ explanation, remedy }) => ({
                reason: explanation,
                ...(remedy !== undefined && { remedy }),
              })),
          );
        }
      }
    }
    return distinct([
      ...worse.map(({ explanation }) => ({
        reason: explanation,
        remedy: 'Have it approved as it is now.',
      })),
      ...outsideItsTime(change, snapshot.at),
      ...answers,
    ]);
  }
}

function hasPassed({ window }: StoredChange['content'], at: number): boolean {
  return window !== undefined && window.end <= at;
}

function outsideItsTime(
  { content: { window } }: StoredChange,
  at: number,
): Refusal[] {
  if (!window || (at >= window.start && at < window.end)) return [];
  const plan = `${momentInUtc(window.start)} to ${momentInUtc(window.end)}`;
  return [
    at < window.start
      ? {
          reason: `It is planned for ${plan}, and not before.`,
          remedy: 'Wait, or revise it and have another time approved.',
        }
      : {
          reason: `It was planned for ${plan}, which is over.`,
          remedy: 'Revise it, and have another time approved.',
        },
  ];
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map(one => [one.reason, one])).values()];
}
