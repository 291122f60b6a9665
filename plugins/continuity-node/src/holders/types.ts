import type { JsonObject } from '@backstage/types';

/** A deployment that another system holds until it is told whether it may go on. */
export interface HeldDeployment {
  /** UUID, ours. */
  id: string;
  /** What is the same deployment there, e.g. `github.com/bank/payments/runs/42/production`. */
  key: string;
  /** Epoch milliseconds at which it was asked for, by the clock of that system. */
  requestedAt: number;
  /** What the system needs to recognise and to answer it; holds no secret. */
  details: JsonObject;
}

/** What the gate is asked about a held deployment. */
export interface HeldQuestion {
  /** Ref of the entity that is deployed, e.g. `component:default/payments-api`. */
  entityRef: string;
  environment: string;
  region?: string;
  releaseClass: 'standard' | 'major' | 'emergency';
  /** `sha256:` and 64 hexadecimal digits. Absent: it is not known what is deployed. */
  artifactDigest?: string;
  /** Id of the change that it belongs to. Absent: it names none. */
  change?: string;
}

/** What is asked, or why nothing can be asked, which closes the gate. */
export type UnderstoodDeployment =
  | { question: HeldQuestion }
  | { refusal: { reason: string; remedy: string } };

/**
 * What a system is told. After a `report` it goes on holding the deployment; `approve` and
 * `reject` are the end.
 */
export interface HeldAnswer {
  kind: 'report' | 'approve' | 'reject';
  /** What, why, what to do next and when; Markdown, within the holder's `commentLength`. */
  comment: string;
}

/**
 * A system that holds deployments. It speaks the language of that system and keeps nothing:
 * what is held, what was decided and what has to be told is kept for it, for all replicas.
 */
export interface DeploymentHolder {
  /** Lower-case letters, digits and dashes; what is held is kept under it. */
  id: string;
  /** What people call it, e.g. `GitHub`. */
  title: string;
  /** Longest comment that it takes, in UTF-16 code units. */
  commentLength: number;
  /** Reports that it takes of one deployment; there are none after that. */
  mostReports: number;
  /**
   * How long a denial must have lasted that nothing known will end, before it is final.
   * Absent: such a deployment waits, too.
   */
  rejectAfterMs?: number;
  /**
   * What the gate is to be asked. Called at every look, so what is mended in the catalog
   * counts from then on.
   *
   * @throws when it cannot be found out now; then nothing is answered
   */
  understand(
    held: HeldDeployment,
    options: { signal: AbortSignal },
  ): Promise<UnderstoodDeployment>;
  /**
   * Tells the answer. Called again when it is not certain that it got there, so telling it
   * twice must do no more than telling it once, but for a report.
   *
   * @returns `over` when that system does not hold the deployment any more
   * @throws ConnectorError
   */
  answer(
    held: HeldDeployment,
    answer: HeldAnswer,
    options: { signal: AbortSignal },
  ): Promise<'told' | 'over'>;
}

/** A message of that system. */
export interface HolderMessage {
  /** What it calls the message; one that was taken already changes nothing. */
  delivery: string;
  /** What ends together, e.g. the run of a pipeline with all its deployments. */
  group: string;
}

/** A deployment is held from now on. */
export interface HoldMessage extends HolderMessage, Omit<HeldDeployment, 'id'> {
  /** Epoch milliseconds from which on that system does not wait any more. */
  expiresAt: number;
}

/** Nothing of a group is held any more, unless it was asked for later. */
export interface EndMessage extends HolderMessage {
  /** Epoch milliseconds, by the clock of that system. */
  endedAt: number;
  /** Why, as a sentence. */
  reason: string;
}

/**
 * Takes messages of one holder. Each is written down, with its entry in the ledger, before
 * the promise resolves; in whatever order and however often they come, the outcome is the
 * same.
 *
 * @throws ServiceUnavailableError while the backend is not ready
 */
export interface HeldDeploymentDesk {
  /** @returns `known` when it was held already, `over` when it had ended before */
  hold(message: HoldMessage): Promise<'held' | 'known' | 'over'>;
  /** @returns how many deployments are not held any more */
  end(message: EndMessage): Promise<number>;
}
