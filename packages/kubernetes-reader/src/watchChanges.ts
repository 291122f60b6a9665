import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { requestOf, type HttpAccess } from './askOverHttp';
import { refusalOf } from './ClusterError';
import { pause } from './pause';

/** How long the server keeps one watch open; it ends them by itself after some minutes. */
const WATCH_SECONDS = 240;
/** How often a watch may break without having said anything. */
const MOST_BREAKS = 5;
/** More than one object may be. */
const MOST_LINE = 16 * 1024 * 1024;

const event = z.looseObject({
  type: z.string(),
  object: z.looseObject({
    code: z.number().optional(),
    metadata: z
      .looseObject({
        name: z.string().optional(),
        resourceVersion: z.string().optional(),
      })
      .optional(),
  }),
});

/** What is followed. */
export interface WatchRequest {
  /** Path of the collection. */
  readonly place: string;
  /** Of the list that it goes on from. */
  readonly resourceVersion: string;
  readonly onChange: (change: { type: string; name: string }) => void;
  readonly signal: AbortSignal;
  /** Before a watch that broke is taken up again; for tests. Absent: a second. */
  readonly pauseMs?: number;
}

/** What the server said instead of a watch. */
class WatchRefused extends Error {
  override readonly name = 'WatchRefused';
  constructor(readonly status: number) {
    super(`the API server answered ${status} to a watch`);
  }
}

/**
 * Follows a collection until the signal ends it. A watch that ends or breaks is taken up
 * from the newest version that was seen, which bookmarks move on while nothing happens.
 *
 * @returns `ended` by the signal; `gone` when the server has forgotten that version (410),
 * so that everything has to be listed again
 * @throws ClusterError when it must not be followed; whatever broke it, time after time
 */
export async function watchChanges(
  access: HttpAccess,
  { place, resourceVersion, onChange, signal, pauseMs = 1_000 }: WatchRequest,
): Promise<'ended' | 'gone'> {
  let version = resourceVersion;
  let breaks = 0;
  while (!signal.aborted) {
    const query = new URLSearchParams({
      watch: '1',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(WATCH_SECONDS),
      resourceVersion: version,
    });
    try {
      for await (const line of linesOf(access, `${place}?${query}`, signal)) {
        const { data } = event.safeParse(parse(line));
        if (!data) continue;
        const { type, object } = data;
        if (type === 'ERROR') {
          if (object.code === 410) return 'gone';
          break;
        }
        breaks = 0;
        version = object.metadata?.resourceVersion ?? version;
        const name = object.metadata?.name;
        if (type !== 'BOOKMARK' && name !== undefined) onChange({ type, name });
      }
    } catch (error) {
      if (signal.aborted) return 'ended';
      if (error instanceof WatchRefused) {
        if (error.status === 410) return 'gone';
        if ([401, 403, 404].includes(error.status)) {
          throw refusalOf(error.status, place);
        }
      }
      breaks += 1;
      if (breaks > MOST_BREAKS) throw error;
    }
    await pause(pauseMs * 2 ** breaks, signal);
  }
  return 'ended';
}

async function* linesOf(
  access: HttpAccess,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { get, url, request } = await requestOf(access, path, signal);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, request, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) {
    response.destroy();
    throw new WatchRefused(response.statusCode ?? 0);
  }
  response.setEncoding('utf8');
  let rest = '';
  // Leaving the loop ends the watch.
  for await (const chunk of response) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MOST_LINE) {
      throw new Error('an event of the watch is too large');
    }
    yield* lines.filter(line => line !== '');
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
