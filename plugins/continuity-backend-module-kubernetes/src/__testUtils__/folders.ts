import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** A reader of addresses that has some folders, each with the text of its files. */
export function folders(
  known: Record<string, Record<string, string>>,
): Pick<UrlReaderService, 'readTree' | 'readUrl'> {
  const folder = (url: string) => {
    const found = known[url];
    if (!found) throw new NotFoundError(`${url} with token abc`);
    return found;
  };
  return {
    async readTree(url, options) {
      const files = Object.entries(folder(url))
        .filter(
          ([path, text]) =>
            options?.filter?.(path, { size: text.length }) ?? true,
        )
        .map(([path, text]) => ({
          path,
          content: async () => Buffer.from(text),
        }));
      return {
        etag: '',
        files: async () => files,
        archive: () => Promise.reject(new Error('not here')),
        dir: () => Promise.reject(new Error('not here')),
      };
    },
    async readUrl(url) {
      const at = url.lastIndexOf('/');
      const text = folder(url.slice(0, at))[url.slice(at + 1)];
      if (text === undefined) throw new NotFoundError(url);
      return { buffer: async () => Buffer.from(text) };
    },
  };
}
