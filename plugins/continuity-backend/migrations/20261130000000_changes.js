// @ts-check

/**
 * Change requests: one row a change with what holds now, and beside it what it said
 * before, who approved it on what, and what happened to it. `change_refs` and
 * `change_times` are made for finding: a list of a hundred thousand changes is read from
 * an index, and what is planned at a time is a lookup.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('changes', table => {
    table.comment('Change requests; never deleted');
    table.string('id', 36).primary();
    table.integer('revision').notNullable().comment('From 1, by 1');
    table
      .integer('content_revision')
      .notNullable()
      .comment('The revision in which what it says was last changed');
    table.string('state', 20).notNullable();
    table.string('class', 10).notNullable().comment('In force');
    table.text('title').notNullable();
    table.text('document').notNullable().comment('What it says, as JSON');
    table.text('entities').notNullable().comment('JSON array of refs');
    table.text('environments').notNullable().comment('JSON array of names');
    table.bigInteger('window_start').nullable();
    table.bigInteger('window_end').nullable();
    table.string('implementer', 500).nullable();
    table.text('authors').notNullable().comment('JSON array of refs');
    table.string('created_by', 500).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('updated_by', 500).notNullable();
    table.bigInteger('updated_at').notNullable();
    table.integer('seats_required').notNullable();
    table.integer('seats_filled').notNullable();
    table.integer('pre_approved').notNullable().comment('1: as a standard one');
    table
      .text('readiness')
      .nullable()
      .comment('The snapshot that was approved, as JSON');
    table
      .text('observed_digests')
      .nullable()
      .comment(
        'What was deployed, or asked to be, instead of what was approved',
      );
    table.bigInteger('suspended_at').nullable();
    table.text('suspension').nullable().comment('JSON array of sentences');
    table.bigInteger('escalate_at').nullable();
    table
      .bigInteger('due_at')
      .nullable()
      .comment('When somebody has to look at it by the clock; null: never');
    table
      .bigInteger('watched_at')
      .nullable()
      .comment('When its readiness was last compared; null: it is not watched');
    table.string('outcome', 20).nullable();
    table.text('review').nullable().comment('JSON');
    table.bigInteger('review_due_at').nullable();
    table
      .integer('retrospective')
      .notNullable()
      .comment('1: drafted because of a deployment without a change');
    table.index(['created_at', 'id'], 'changes_created_idx');
    table.index(['state', 'created_at', 'id'], 'changes_state_idx');
    table.index(['created_by', 'created_at', 'id'], 'changes_author_idx');
    table.index(['due_at', 'id'], 'changes_due_idx', {
      predicate: knex.whereNotNull('due_at'),
    });
    table.index(['watched_at', 'id'], 'changes_watched_idx', {
      predicate: knex.whereNotNull('watched_at'),
    });
  });

  await knex.schema.createTable('change_refs', table => {
    table.comment('What changes are found by');
    table.string('change_id', 36).notNullable();
    table.string('role', 10).notNullable().comment('entity|owner|approver');
    table.string('ref', 500).notNullable();
    table.bigInteger('created_at').notNullable().comment('Of the change');
    table.primary(['change_id', 'role', 'ref']);
    table.index(['role', 'ref', 'created_at', 'change_id'], 'change_refs_idx');
  });

  await knex.schema.createTable('change_times', table => {
    table.comment('When what is changed, by changes that have their time');
    table.string('change_id', 36).notNullable();
    table.string('entity_ref', 500).notNullable();
    table.string('implementer', 500).nullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table.primary(['change_id', 'entity_ref']);
    table.index(['entity_ref', 'ends_at'], 'change_times_entity_idx');
    table.index(['implementer', 'ends_at'], 'change_times_implementer_idx');
    table.index(['ends_at'], 'change_times_end_idx');
  });

  await knex.schema.createTable('change_revisions', table => {
    table.comment('Append-only: what every revision of a change said');
    table.string('change_id', 36).notNullable();
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.string('by', 500).notNullable();
    table.text('comment').nullable();
    table.text('document').notNullable();
    table.primary(['change_id', 'revision']);
  });

  await knex.schema.createTable('change_approvals', table => {
    table.comment(
      'Who approved or refused a change, and on what; never deleted',
    );
    table.string('id', 36).primary();
    table.string('change_id', 36).notNullable();
    table.integer('content_revision').notNullable();
    table.string('by', 500).notNullable();
    table.string('decision', 10).notNullable().comment('approve|reject');
    table.text('comment').nullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.text('readiness').notNullable().comment('The snapshot, as JSON');
    table
      .string('state', 10)
      .notNullable()
      .comment('counts|suspended|superseded|withdrawn|expired');
    table.bigInteger('ended_at').nullable();
    table.text('ended_because').nullable();
    // Nobody fills two seats of a change, whatever is done at the same moment.
    table.unique(['change_id', 'by'], {
      indexName: 'change_approvals_counting_uniq',
      predicate: knex.whereRaw("state = 'counts'"),
    });
    table.index(['change_id', 'at'], 'change_approvals_change_idx');
  });

  await knex.schema.createTable('change_happenings', table => {
    table.comment('Append-only: everything that happened to a change');
    table.string('id', 36).primary().comment('Also of the ledger entry');
    table.string('change_id', 36).notNullable();
    table.integer('step').notNullable().comment('From 1, by 1 in each change');
    table.bigInteger('at').notNullable();
    table.string('by', 500).notNullable();
    table.string('event', 20).notNullable();
    table.string('from_state', 20).notNullable();
    table.string('to_state', 20).notNullable();
    table.integer('revision').notNullable();
    table.text('comment').nullable();
    table.text('details').notNullable().comment('JSON array of sentences');
    table.unique(['change_id', 'step'], {
      indexName: 'change_happenings_step_uniq',
    });
  });

  await knex.schema.createTable('approval_delegations', table => {
    table.comment('Who decides in whose place; half-open in time');
    table.string('id', 36).primary();
    table.string('from_ref', 500).notNullable();
    table.string('to_ref', 500).notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table.text('reason').nullable();
    table.bigInteger('created_at').notNullable();
    table.index(['ends_at'], 'approval_delegations_end_idx');
  });

  await knex.schema.createTable('change_overrides', table => {
    table.comment('Break-glass overrides; never deleted');
    table.string('id', 36).primary();
    table
      .string('state', 20)
      .notNullable()
      .comment('As last written; what time alone brought may be missing');
    table.text('document').notNullable().comment('What it is for, as JSON');
    table.text('approval_rules').notNullable().comment('JSON');
    table.text('owners').notNullable().comment('JSON array of refs');
    table.text('approvals').notNullable().comment('JSON');
    table.string('requested_by', 500).notNullable();
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('lapses_at')
      .notNullable()
      .comment('When the request is over if nobody has decided');
    table.bigInteger('starts_at').nullable();
    table
      .bigInteger('ends_at')
      .nullable()
      .comment(
        'When it was, or will be, over; earlier if it is closed by hand',
      );
    table.text('closing').nullable().comment('Who ended it and why, as JSON');
    table.text('review').nullable().comment('JSON');
    table.bigInteger('review_due_at').nullable();
    table.index(['created_at', 'id'], 'change_overrides_created_idx');
    table.index(['state', 'lapses_at'], 'change_overrides_state_idx');
    table.index(['ends_at'], 'change_overrides_end_idx', {
      predicate: knex.whereNotNull('ends_at'),
    });
  });

  await knex.schema.createTable('unauthorised_deployments', table => {
    table.comment('Deployments without an approved change; never deleted');
    table.string('id', 36).primary();
    table.string('entity_ref', 500).notNullable();
    table.string('environment', 100).notNullable();
    table.string('region', 100).notNullable().comment('Empty: none');
    table
      .string('artifact', 300)
      .notNullable()
      .comment('Digest, or else version: what is seen again is not new');
    table.text('version').notNullable();
    table.string('artifact_digest', 100).nullable();
    table.string('evidence_id', 36).notNullable().comment('The first');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.integer('times').notNullable();
    table.text('reason').notNullable();
    table.string('change_id', 36).nullable().comment('Drafted afterwards');
    table.string('resolved_by', 500).nullable();
    table.bigInteger('resolved_at').nullable();
    table.text('resolution').nullable();
    table.unique(['entity_ref', 'environment', 'region', 'artifact'], {
      indexName: 'unauthorised_deployments_open_uniq',
      predicate: knex.whereNull('resolved_at'),
    });
    table.index(['created_at', 'id'], 'unauthorised_deployments_created_idx');
    table.index(
      ['entity_ref', 'created_at', 'id'],
      'unauthorised_deployments_entity_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('unauthorised_deployments');
  await knex.schema.dropTable('change_overrides');
  await knex.schema.dropTable('approval_delegations');
  await knex.schema.dropTable('change_happenings');
  await knex.schema.dropTable('change_approvals');
  await knex.schema.dropTable('change_revisions');
  await knex.schema.dropTable('change_times');
  await knex.schema.dropTable('change_refs');
  await knex.schema.dropTable('changes');
};
