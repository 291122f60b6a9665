import {
  createContinuityClient,
  type ContinuityClient,
} from '@continuity/plugin-continuity-common';
import type { Io } from '../Io';
import {
  readConnectionSettings,
  type ConnectionFlags,
} from './connectionOptions';
import { createHttp } from './createHttp';
import { explainFailure } from './explainFailure';

/** A portal that can be asked. */
export interface Connection {
  /** Where the API is. */
  apiUrl: URL;
  /**
   * Asks, and turns every failure into a `UsageError` or a `NoAnswerError` that says
   * what to do.
   */
  ask<T>(call: (client: ContinuityClient) => Promise<T>): Promise<T>;
  /** The moment by the server's clock if it tells, by ours otherwise. */
  now(): number;
}

/**
 * Does something with a portal, and lets go of the connections afterwards.
 *
 * @throws UsageError when the options make no sense
 */
export async function withConnection<T>(
  flags: ConnectionFlags,
  io: Io,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const settings = readConnectionSettings(flags, io);
  const http = createHttp(settings, io);
  const client = createContinuityClient({
    baseUrl: settings.apiUrl.href,
    fetch: http.fetch,
  });
  try {
    return await work({
      apiUrl: settings.apiUrl,
      ask: async call => {
        try {
          return await call(client);
        } catch (error) {
          throw explainFailure(error, settings);
        }
      },
      now: () => http.serverTime() ?? io.now(),
    });
  } finally {
    await http.close();
  }
}
