import type { Client } from 'pg';
import { SERVICES } from '../world/organisation';

/** Changes that lists, board and slot finder are measured with. */
export const CHANGES = 100_000;
/** Who asks, and is waited for by one change in a thousand. */
const ASKER = 'service:external:bench';

/**
 * A year of changes, as the service writes them: nine of ten are over, the others are
 * spread over the weeks to come.
 */
export async function fill(client: Client): Promise<void> {
  await client.query(
    `
    with made as (
      select n,
             lpad(to_hex(n), 8, '0') || '-0000-4000-8000-000000000000' as id,
             'component:default/service-' || (n * 7919) % $1::bigint as entity,
             'group:default/team-' || ((n * 7919) % $1::bigint) % 500 as owner,
             case when n % 10 > 0 then 'closed'
                  else (array['draft', 'assessed', 'awaiting-approval', 'approved',
                              'scheduled', 'implementing', 'in-review'])[1 + (n / 10) % 7]
             end as state,
             (extract(epoch from now()) * 1000)::bigint - n * 300000 as at,
             (extract(epoch from now()) * 1000)::bigint
               + ((n * 104729) % 50000 - 2000) * 60000 as starts
        from generate_series(1, $2::bigint) as n
    ), documents as (
      select *,
             json_build_object(
               'title', 'Change ' || n,
               'entities', json_build_array(entity),
               'environments', json_build_array('production'),
               'window', json_build_object(
                 'start', to_char(to_timestamp(starts / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                 'end', to_char(to_timestamp(starts / 1000 + 3600) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
               'class', 'standard',
               'plan', repeat('Deploy one region after the other. ', 20)
             )::text as document
        from made
    ), changes_in as (
      insert into changes (id, revision, content_revision, state, class, title, document,
                           entities, environments, window_start, window_end, authors,
                           created_by, created_at, updated_by, updated_at, seats_required,
                           seats_filled, pre_approved, retrospective, risk)
      select id, 3, 1, state, 'standard', 'Change ' || n, document,
             json_build_array(entity)::text, '["production"]', starts, starts + 3600000,
             '["user:default/person"]', 'user:default/person', at, 'user:default/person',
             at, 1, 0, 0, 0, n % 141
        from documents
    ), times_in as (
      insert into change_times (change_id, entity_ref, implementer, starts_at, ends_at)
      select id, entity, null, starts, starts + 3600000
        from made where state in ('approved', 'scheduled', 'implementing')
    )
    insert into change_refs (change_id, role, ref, created_at)
    select id, 'entity', entity, at from made
    union all
    select id, 'owner', owner, at from made
    union all
    select id, 'approver', case when n % 1000 = 30 then $3
                                else 'user:default/person-' || n % 2000 end, at
      from made where state = 'awaiting-approval'
    union all
    select id, 'approver', 'group:default/change-advisory-board', at
      from made where state = 'awaiting-approval'
    `,
    [SERVICES, CHANGES, ASKER],
  );
  // As autovacuum leaves a database that was not filled a moment ago.
  await client.query('vacuum (analyze)');
}
