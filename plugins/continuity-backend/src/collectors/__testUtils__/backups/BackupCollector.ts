import {
  CollectorError,
  type CollectorRun,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import { backup } from './backup';

const JOB = 'acme.example/backup-job';

/** The answer of `GET /jobs` of the backup system. */
const answer = z.array(
  z.object({
    job: z.string(),
    state: z.enum(['ok', 'error']),
    snapshotAt: z.string(),
  }),
);

/** Asks the backup system how the newest backup of every service went. */
export class BackupCollector implements EvidenceCollector {
  readonly id = 'backups';
  readonly title = 'Backup system';
  readonly kinds = [backup.id];
  readonly everySeconds = 600;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async collect(run: CollectorRun): Promise<void> {
    const jobs = await this.#jobs(run.signal);
    await run.forEachService(
      async ({ annotations, entityRef, environments }) => {
        const name = annotations[JOB];
        if (name === undefined) return;
        const job = jobs.get(name);
        if (!job) {
          run.problem({
            entityRef,
            place: name,
            reason: `The backup system knows no job ${name}.`,
            remedy: `Correct the annotation ${JOB}, or create the job.`,
          });
          return;
        }
        await run.report(
          ...environments
            .filter(({ role }) => role === 'primary')
            .map(environment => ({
              kind: backup.id,
              entityRef,
              environment: environment.name,
              payload: {
                job: name,
                outcome: job.state === 'ok' ? 'succeeded' : 'failed',
                frozenAt: job.snapshotAt,
              },
            })),
        );
      },
    );
  }

  /** One question for all services. */
  async #jobs(signal: AbortSignal) {
    const response = await fetch(new URL('/jobs', this.#url), { signal });
    if (!response.ok) {
      await response.body?.cancel();
      const wait = Number(response.headers.get('retry-after'));
      throw new CollectorError(
        `The backup system answered with status ${response.status}.`,
        { ...(wait > 0 && { retryAfterMs: wait * 1000 }) },
      );
    }
    const read = answer.safeParse(await response.json());
    if (!read.success) {
      throw new CollectorError('The backup system answered something else.', {
        remedy: 'See whether its address under acme.backups.url is right.',
      });
    }
    return new Map(read.data.map(one => [one.job, one]));
  }
}
