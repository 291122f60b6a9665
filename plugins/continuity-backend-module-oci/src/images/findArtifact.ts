import {
  RegistrySilence,
  type Found,
  type FoundBlob,
  type FoundManifest,
} from '../registry';
import { parseManifest, type Descriptor } from './manifest';

/** An index of indexes of indexes is nothing that anybody deploys. */
const DEEPEST = 4;
/** Manifests, configurations and layers of one artifact. */
const MOST_PARTS = 2_000;

/** A registry that can be asked. */
export interface AskedRegistry {
  manifest(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ): Promise<Found<FoundManifest>>;
  blob(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ): Promise<Found<FoundBlob>>;
}

/** Whether an artifact is in a registry, with all that it is made of. */
export type ArtifactState =
  | { state: 'whole' }
  /** The registry answered, and does not have it whole. */
  | { state: 'missing'; reason: string }
  /** Nobody can tell; nothing that was answered is missing. */
  | { state: 'unanswered'; reason: string; silence?: RegistrySilence };

/** One search, with what it has found so far. */
class ArtifactSearch {
  readonly #registry: AskedRegistry;
  readonly #repository: string;
  readonly #signal: AbortSignal;
  readonly #missing: string[] = [];
  readonly #unanswered: { reason: string; silence?: RegistrySilence }[] = [];
  /** Digests that were looked for; platforms share layers. */
  readonly #seen = new Set<string>();

  constructor(
    registry: AskedRegistry,
    repository: string,
    signal: AbortSignal,
  ) {
    this.#registry = registry;
    this.#repository = repository;
    this.#signal = signal;
  }

  get outcome(): ArtifactState {
    if (this.#missing.length > 0) {
      return { state: 'missing', reason: told(this.#missing) };
    }
    const [first] = this.#unanswered;
    return first
      ? {
          state: 'unanswered',
          reason: told(this.#unanswered.map(({ reason }) => reason)),
          ...(first.silence && { silence: first.silence }),
        }
      : { state: 'whole' };
  }

  async manifest(
    descriptor: Descriptor,
    what: string,
    depth: number,
  ): Promise<void> {
    if (!this.#isNew(descriptor, 'manifest')) return;
    if (depth > DEEPEST) {
      this.#unanswered.push({
        reason: `${what} is nested deeper than ${DEEPEST} levels`,
      });
      return;
    }
    const body = await this.#answered(what, async () => {
      const { digest } = descriptor;
      const found = await this.#registry.manifest(
        this.#repository,
        digest,
        this.#signal,
      );
      if (found.found) return found.value.body;
      this.#missing.push(`${what} ${found.why}`);
      return undefined;
    });
    if (body) await this.#partsOf(body, what, depth);
  }

  async #partsOf(body: Buffer, what: string, depth: number): Promise<void> {
    const manifest = parseManifest(body);
    if (!manifest) {
      this.#unanswered.push({
        reason: `${what} is neither an index nor a manifest that can be read`,
      });
      return;
    }
    if (manifest.kind === 'index') {
      await Promise.all(
        manifest.manifests.map(child =>
          this.manifest(child, `manifest ${short(child)}`, depth + 1),
        ),
      );
      return;
    }
    const { config, layers } = manifest;
    await Promise.all([
      config && this.#blob(config, `configuration ${short(config)}`),
      ...layers.map(layer => this.#blob(layer, `layer ${short(layer)}`)),
    ]);
  }

  async #blob(descriptor: Descriptor, what: string): Promise<void> {
    if (!this.#isNew(descriptor, 'blob')) return;
    const { digest, size, urls } = descriptor;
    await this.#answered(what, async () => {
      const found = await this.#registry.blob(
        this.#repository,
        digest,
        this.#signal,
      );
      if (found.found) {
        const actual = found.value.size;
        if (size !== undefined && actual !== undefined && actual !== size) {
          this.#missing.push(`${what} has ${actual} bytes instead of ${size}`);
        }
      } else if (urls?.length) {
        // Layers that may not be distributed are pulled from somewhere else, which we
        // have no reason to ask.
        this.#unanswered.push({ reason: `${what} lies outside the registry` });
      } else {
        this.#missing.push(`${what} ${found.why}`);
      }
    });
  }

  async #answered<T>(
    what: string,
    ask: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof RegistrySilence)) throw error;
      this.#unanswered.push({
        reason: `${what} could not be asked for. ${error.message}`,
        silence: error,
      });
      return undefined;
    }
  }

  /** Whether it was not looked for yet, and may be. */
  #isNew({ digest }: Descriptor, as: string): boolean {
    const key = `${as} ${digest}`;
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= MOST_PARTS) {
      this.#unanswered.push({
        reason: `it has more than ${MOST_PARTS} parts, and not all were looked for`,
      });
      return false;
    }
    this.#seen.add(key);
    return true;
  }
}

/**
 * Looks for an artifact and for everything that it is made of: an index down to its manifests,
 * a manifest down to its configuration and layers.
 *
 * @param digest - of the artifact
 * @throws when the signal aborts, and for nothing else
 */
export async function findArtifact(
  registry: AskedRegistry,
  repository: string,
  digest: string,
  signal: AbortSignal,
): Promise<ArtifactState> {
  const search = new ArtifactSearch(registry, repository, signal);
  await search.manifest({ digest }, 'the manifest', 1);
  return search.outcome;
}

/** Of a digest as much as people compare. */
function short({ digest }: Descriptor): string {
  return digest.slice(0, digest.indexOf(':') + 13);
}

/** The first of several, which all have one cause most of the time. */
function told([first, ...others]: readonly string[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  const most = 290 - more.length;
  return `${
    first.length > most ? `${first.slice(0, most - 1)}…` : first
  }${more}`;
}
