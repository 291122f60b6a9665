import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { parseManifests, type SourcedObject } from '@continuity/engine';
import { CollectorError } from '@continuity/plugin-continuity-node';

const MANIFEST = /\.(ya?ml|json)$/i;
/** What is rendered first: as it stands it says nothing of the objects that are desired. */
const SOURCE = /(^|\/)(Chart\.ya?ml|kustomization(\.ya?ml)?)$/i;
/** More than a set of manifests of one service has. */
const MOST_FILES = 2_000;
const MOST_BYTES = 32 * 1024 * 1024;

interface ManifestFile {
  path: string;
  content: () => Promise<Buffer>;
}

/** Reads rendered manifests where Git keeps them. */
export class ManifestReader {
  readonly #urlReader: Pick<UrlReaderService, 'readTree' | 'readUrl'>;

  constructor(urlReader: Pick<UrlReaderService, 'readTree' | 'readUrl'>) {
    this.#urlReader = urlReader;
  }

  /**
   * Every document of a folder, or of a file.
   *
   * @throws CollectorError when not all of them can be read
   */
  async read(url: string, signal: AbortSignal): Promise<SourcedObject[]> {
    const files = await this.#files(url, signal);
    const source = files.find(({ path }) => SOURCE.test(path));
    if (source) {
      throw new CollectorError(
        `There is a ${source.path} at ${url}: that is what manifests are made from`,
        {
          remedy:
            'Render it (helm template, kustomize build), keep the output in Git, and point the annotation at that.',
        },
      );
    }
    const found: SourcedObject[] = [];
    let bytes = 0;
    for (const { path, content } of files) {
      const text = await reading(url, content);
      bytes += text.length;
      if (bytes > MOST_BYTES) throw tooMuch(url);
      try {
        const values = parseManifests(text.toString(), {
          isJson: /\.json$/i.test(path),
        });
        for (const value of values) found.push({ value, source: path });
      } catch (error) {
        throw new CollectorError(
          `${path} at ${url} is no manifest: ${toError(error).message}`,
          { remedy: 'Keep rendered manifests there, and nothing else.' },
        );
      }
    }
    if (found.every(({ value }) => value === null || value === undefined)) {
      throw new CollectorError(`There is no manifest at ${url}`, {
        remedy: 'Point the annotation at a folder with rendered manifests.',
      });
    }
    return found;
  }

  async #files(url: string, signal: AbortSignal): Promise<ManifestFile[]> {
    if (MANIFEST.test(url.split(/[?#]/)[0])) {
      const { buffer } = await reading(url, () =>
        this.#urlReader.readUrl(url, { signal }),
      );
      return [{ path: url.split('/').at(-1) ?? url, content: buffer }];
    }
    let count = 0;
    let isTooLarge = false;
    const tree = await reading(url, () =>
      this.#urlReader.readTree(url, {
        signal,
        filter: (path, info) => {
          const isHidden = path.split('/').some(part => part.startsWith('.'));
          if (isHidden || !(MANIFEST.test(path) || SOURCE.test(path))) {
            return false;
          }
          count += 1;
          isTooLarge ||= count > MOST_FILES || (info?.size ?? 0) > MOST_BYTES;
          return !isTooLarge;
        },
      }),
    );
    const files = await reading(url, () => tree.files());
    if (isTooLarge) throw tooMuch(url);
    return files;
  }
}

function tooMuch(url: string): CollectorError {
  return new CollectorError(
    `At ${url} are more than ${MOST_FILES} manifests, or more than ${
      MOST_BYTES / 1024 / 1024
    } MiB of them`,
    { remedy: 'Point the annotation at the manifests of this service alone.' },
  );
}

const REMEDIES: Readonly<Record<string, string>> = {
  NotFoundError:
    'Correct the annotation, or let the integration of the portal see that repository.',
  NotAllowedError:
    'Configure the host under integrations, or under backend.reading.allow.',
  AuthenticationError:
    'Renew the credentials of the integration of the portal.',
};

/** Words of the host may hold what it was asked with, so only the kind of error is kept. */
async function reading<T>(url: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (failure) {
    const { name } = toError(failure);
    throw new CollectorError(`${url} could not be read: ${name}`, {
      ...(REMEDIES[name] !== undefined && { remedy: REMEDIES[name] }),
    });
  }
}
