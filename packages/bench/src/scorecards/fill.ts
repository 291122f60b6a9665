import type { Client } from 'pg';
import { SERVICES } from '../world/organisation';
import { CHECKS } from './checks';

/** Evidence of every kind for every service, as the service writes it. */
export async function fill(client: Client): Promise<void> {
  await client.query(
    `
    with measured as (
      select service, number,
             'component:default/service-' || service as entity,
             (service::bigint * 7919 + number * 104729) % 1000 as drawn,
             (extract(epoch from now()) * 1000)::bigint - 86400000 as at
        from generate_series(0, $1::int - 1) as service,
             generate_series(0, $2::int - 1) as number
    ), known as (
      select * from measured where drawn % 50 <> 0
    ), series_in as (
      insert into evidence_series (entity_ref, kind, environment, region)
      select entity, 'measured-' || number, 'production', '' from known
    )
    insert into evidence (id, kind, source, external_id, entity_ref, environment, region,
                          observed_at, received_at, expires_at, verdict, headline, payload,
                          content_hash)
    select lpad(to_hex(service), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(number), 12, '0'),
           'measured-' || number, 'bench', service || '-' || number, entity, 'production', '',
           at, at, at + 90::bigint * 86400000, 'pass', 'measured ' || drawn / 10.0,
           json_build_object('value', drawn / 10.0, 'owner', 'group:default/team-1')::text,
           repeat('0', 64)
      from known
    `,
    [SERVICES, CHECKS],
  );
  // As autovacuum leaves a database that was not filled a moment ago.
  await client.query('vacuum (analyze)');
}
