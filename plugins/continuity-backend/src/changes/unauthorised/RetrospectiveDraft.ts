import type { Instant } from '@continuity/engine';
import type { ChangeJudge } from '../ChangeJudge';
import type { ChangeStore } from '../ChangeStore';
import type { ChangeWriter } from '../ChangeWriter';
import { draftOf, idFrom } from '../draftOf';
import { ITSELF } from '../types';
import type { SeenDeployment } from './coveringChange';

/** Shortest planned time of what has happened already. */
const MINUTE_MS = 60_000;

interface RetrospectiveDraftOptions {
  store: Pick<ChangeStore, 'byId'>;
  judge: Pick<ChangeJudge, 'judge'>;
  writer: Pick<ChangeWriter, 'create'>;
  now: () => Instant;
}

/** Drafts the change that a deployment should have had, to be approved afterwards. */
export class RetrospectiveDraft {
  readonly #options: RetrospectiveDraftOptions;

  constructor(options: RetrospectiveDraftOptions) {
    this.#options = options;
  }

  /** @returns its id, which is the same one however often the evidence is read */
  async of(
    seen: SeenDeployment & { evidenceId: string },
    reason: string,
  ): Promise<string> {
    const { judge, now, store, writer } = this.#options;
    const id = idFrom(`retrospective change of ${seen.evidenceId}`);
    if (await store.byId(id)) return id;
    const { entityRef, environment, region, version, digest, startedAt } = seen;
    const content = {
      title: `Deployed without a change: ${version}`.slice(0, 200),
      description: reason,
      entities: [entityRef],
      environments: [environment],
      ...(region !== undefined && { regions: [region] }),
      ...(digest !== undefined && { digests: { [entityRef]: digest } }),
      window: { start: startedAt, end: startedAt + MINUTE_MS },
      class: 'emergency' as const,
    };
    const { change, judged } = await draftOf(
      { id, content, by: ITSELF, at: now(), retrospective: true },
      judge,
    );
    await writer.create(change, judged);
    return id;
  }
}
