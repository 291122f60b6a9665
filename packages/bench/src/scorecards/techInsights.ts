// Tech Insights as a portal runs it, with the JSON rules engine, on the same facts.
import { Client } from 'pg';
import type { startReplica } from '../replica';
import { SERVICES, serviceRef } from '../world/organisation';
import { CHECKS, LIMIT, measuredValue } from './checks';

/** Services a request; its page asks for all of them at once. */
const BATCH = 200;
const RETRIEVER = 'bench';

/** A key of the configuration may hold no part that begins with a digit. */
const checkId = (check: number) => `withinLimit${check}`;
const factName = (check: number) => `measured${check}`;

/** As `techInsights` of the configuration: the same thirty checks. */
export const techInsightsConfig = {
  factChecker: {
    checks: Object.fromEntries(
      Array.from({ length: CHECKS }, (_, check) => [
        checkId(check),
        {
          type: 'json-rules-engine',
          name: checkId(check),
          description: 'Is what was measured last within the limit?',
          factIds: [RETRIEVER],
          rule: {
            conditions: {
              all: [
                {
                  fact: factName(check),
                  operator: 'lessThanInclusive',
                  value: LIMIT,
                },
              ],
            },
          },
        },
      ]),
    ),
  },
};

/**
 * The same facts as `fill` writes evidence of, in one row a service: what costs Tech
 * Insights least.
 */
export async function fillFacts(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into fact_schemas (id, version, schema)
     select $1, '1.0.0',
            json_object_agg('measured' || number,
                            json_build_object('type', 'float', 'description', 'Measured'))::text
       from generate_series(0, $2::int - 1) as number`,
    [RETRIEVER, CHECKS],
  );
  await client.query(
    `insert into facts (id, version, entity, facts)
     select $1, '1.0.0', 'component:default/service-' || service,
            json_object_agg('measured' || number, drawn / 10.0)::text
       from (select service, number,
                    (service::bigint * 7919 + number * 104729) % 1000 as drawn
               from generate_series(0, $2::int - 1) as service,
                    generate_series(0, $3::int - 1) as number) as measured
      where drawn % 50 <> 0
      group by service`,
    [RETRIEVER, SERVICES, CHECKS],
  );
  await client.query('vacuum (analyze)');
  await client.end();
}

/** What judging some services took, and whether the same came out. */
export interface PeerRun {
  services: number;
  /** Milliseconds, of all of them. */
  took: number;
  agreed: number;
  compared: number;
}

/** @param seconds - for how long it is asked */
export async function measureTechInsights(
  replica: ReturnType<typeof startReplica>,
  seconds: number,
): Promise<PeerRun> {
  const run = { services: 0, took: 0, agreed: 0, compared: 0 };
  while (run.took < seconds * 1000 && run.services < SERVICES) {
    const first = run.services;
    const began = performance.now();
    const answer = await replica.post('/api/tech-insights/checks/run', {
      entities: Array.from({ length: BATCH }, (_, at) =>
        serviceRef(first + at),
      ),
    });
    run.took += performance.now() - began;
    run.services += BATCH;
    // What its route answers, see `BulkCheckResponse`.
    const judged = answer as {
      results: { check: { id: string }; result: boolean }[];
    }[];
    judged.forEach(({ results }, at) => {
      const passed = new Set(
        results.flatMap(({ check, result }) => (result ? [check.id] : [])),
      );
      for (let check = 0; check < CHECKS; check++) {
        const value = measuredValue(first + at, check);
        const passes = value !== undefined && value <= LIMIT;
        run.compared += 1;
        if (passed.has(checkId(check)) === passes) run.agreed += 1;
      }
    });
  }
  return run;
}
