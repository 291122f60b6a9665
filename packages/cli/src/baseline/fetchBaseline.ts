import {
  makeBaseline,
  verifyBaselineStatement,
  type BaselineSnapshot,
  type TrustedKey,
} from '@continuity/engine';
import type { BaselineDetails } from '@continuity/plugin-continuity-common';
import { NoAnswerError } from '../failures';
import type { Connection } from '../http/connect';
import { plainLine } from '../output/plainLine';

/** Which baseline is meant. */
export interface BaselinePlace {
  entityRef: string;
  environment: string;
  region?: string;
}

/** The baseline that counts in a place, as the portal tells it. */
export async function fetchBaseline(
  { entityRef, environment, region }: BaselinePlace,
  connection: Connection,
): Promise<BaselineDetails> {
  return connection.ask(client =>
    client.getCurrentBaseline(entityRef, {
      environment,
      ...(region !== undefined && { region }),
    }),
  );
}

/**
 * A baseline that a trusted key signed. The digest is worked out anew from its objects; only
 * that no newer one was promoted is taken on the portal's word.
 *
 * @throws NoAnswerError that says why nothing may be compared with it
 */
export async function fetchSignedBaseline(
  place: BaselinePlace,
  keys: readonly TrustedKey[],
  connection: Connection,
): Promise<{ snapshot: BaselineSnapshot; version: number; keyId: string }> {
  const baseline = await fetchBaseline(place, connection);
  const envelope = await connection.ask(client =>
    client.getBaselineStatement(baseline.id),
  );
  const made = makeBaseline(
    baseline.objects.map((value, at) => ({ value, source: `objects.${at}` })),
  );
  if ('problems' in made) {
    const [{ source, message }] = made.problems;
    throw new NoAnswerError(
      plainLine(`the baseline cannot be read: ${source}: ${message}`),
    );
  }
  const { snapshot } = made;
  const result = verifyBaselineStatement(JSON.stringify(envelope), keys, {
    entity: place.entityRef,
    environment: place.environment,
    ...(place.region !== undefined && { region: place.region }),
    digest: snapshot.digest,
    ...(baseline.version !== undefined && { version: baseline.version }),
  });
  if (!result.ok) {
    const [{ why, next }] = result.refusals;
    throw new NoAnswerError(
      plainLine(`the baseline may not be relied on: ${why} ${next}`),
    );
  }
  return {
    snapshot,
    version: result.statement.predicate.version,
    keyId: result.keyId,
  };
}
