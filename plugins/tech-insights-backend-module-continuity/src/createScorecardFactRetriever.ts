import { parseEntityRef } from '@backstage/catalog-model';
import { ForwardedError, NotFoundError } from '@backstage/errors';
import type {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import type { ContinuityClient } from '@continuity/plugin-continuity-common';
import { createClient } from './createClient';
import { FACT_VERSION, factSchema } from './factSchema';
import { factsOf } from './factsOf';

/** The most that the API gives at once. */
const PAGE = 500;

/**
 * Publishes what a scorecard says of every service. What cannot be read completely is not
 * published at all: Tech Insights keeps what it had.
 *
 * @param name - what it is called in the configuration and in checks of Tech Insights
 * @param scorecard - id
 */
export function createScorecardFactRetriever(
  name: string,
  scorecard: string,
): FactRetriever {
  return {
    id: name,
    version: FACT_VERSION,
    title: `Continuity: ${scorecard}`,
    description: `What the scorecard "${scorecard}" of Continuity says of a service`,
    schema: factSchema,
    handler: async ({ discovery, auth, logger }) => {
      try {
        const { facts, left } = await readFacts(
          createClient({ discovery, auth }),
          scorecard,
        );
        if (left > 0) {
          logger.info(
            `${left} services have no facts of scorecard "${scorecard}": they are to be judged again, or nothing of it applies to them`,
          );
        }
        return facts;
      } catch (error) {
        throw new ForwardedError(
          `The results of scorecard "${scorecard}" could not be read from Continuity`,
          error,
        );
      }
    },
  };
}

async function readFacts(
  client: ContinuityClient,
  scorecard: string,
): Promise<{ facts: TechInsightFact[]; left: number }> {
  const { items: scorecards } = await client.listScorecards();
  const definition = scorecards.find(({ id }) => id === scorecard);
  if (!definition) {
    throw new NotFoundError(`There is no scorecard "${scorecard}"`);
  }
  const facts: TechInsightFact[] = [];
  let left = 0;
  let cursor: string | undefined;
  do {
    // By name, so that what is judged meanwhile does not move from page to page.
    const page = await client.listScorecardResults(scorecard, {
      sort: 'name',
      limit: PAGE,
      cursor,
    });
    for (const result of page.items) {
      const own = factsOf(result, definition.levels);
      if (own) {
        const entity = parseEntityRef(result.service.entityRef);
        facts.push({ entity, facts: own });
      } else {
        left += 1;
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { facts, left };
}
