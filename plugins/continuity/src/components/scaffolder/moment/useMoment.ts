import { useApi } from '@backstage/core-plugin-api';
import type {
  ChangeSlots,
  GateDecision,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useEffect, useState } from 'react';
import { backendWords } from '../../shared/backendWords';

/** Typing stops for that long before the backend is asked. */
const PAUSE_MS = 400;

type Reason = GateDecision['reasons'][number];

/** What is asked about a moment. */
export interface MomentQuestion {
  entity: string;
  environment: string;
  /** ISO 8601 with offset. */
  at: string;
  class: ReleaseClass;
  /** For how long it has to be open, ISO 8601 duration. */
  duration: string;
}

/** What the gate says about a moment. */
export interface MomentAnswer {
  /** The moment that it is about. */
  at: string;
  /** Windows in the way, and calendars of which nobody knows whether they are. */
  windows: Reason[];
  /** What else is in the way. */
  others: Reason[];
  /** When it is open. Absent: it need not be looked for, as no window is in the way. */
  next?:
    | { state: 'found'; slot: ChangeSlots['slots'][number] }
    | { state: 'none' }
    | { state: 'unknown'; problem: string };
}

/** Rules that are about when: windows, and calendars that cannot be read. */
const ABOUT_TIME = /^(freeze|maintenance|calendar)(:|$)/;

/**
 * Whether a moment is frozen, a moment after the last change of the question.
 *
 * @param question - absent: not enough is said to ask
 */
export function useMoment(
  question: MomentQuestion | undefined,
): Resource<MomentAnswer | undefined> {
  const api = useApi(continuityApiRef);
  const key = JSON.stringify(question ?? null);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const answer = useResource(
    async (signal): Promise<MomentAnswer | undefined> => {
      const asked: MomentQuestion | null = JSON.parse(settled);
      if (!asked) return undefined;
      const { entity, environment, at, class: releaseClass, duration } = asked;
      const { reasons } = await api.decide(
        { entity, environment, at, class: releaseClass, dryRun: true },
        { signal },
      );
      const against = reasons.filter(({ verdict }) => verdict !== 'allow');
      const windows = against.filter(({ rule }) => ABOUT_TIME.test(rule));
      const others = against.filter(({ rule }) => !ABOUT_TIME.test(rule));
      if (windows.length === 0) return { at, windows, others };
      const next = await api
        .findChangeSlots(
          {
            entities: [entity],
            environments: [environment],
            class: releaseClass,
            duration,
            from: at,
            limit: 1,
          },
          { signal },
        )
        .then(
          ({ slots: [slot] }): MomentAnswer['next'] =>
            slot ? { state: 'found', slot } : { state: 'none' },
          (error: Error): MomentAnswer['next'] => ({
            state: 'unknown',
            problem: backendWords(error),
          }),
        );
      return { at, windows, others, next };
    },
    settled,
  );
  // The answer to another question is none.
  return settled === key ? answer : { state: 'loading' };
}
