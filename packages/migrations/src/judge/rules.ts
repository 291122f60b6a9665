/** How bad a finding is by itself; what a policy forbids is another matter. */
export type MigrationSeverity = 'error' | 'info' | 'warning';

/** The worst first. */
export const MIGRATION_SEVERITIES = ['error', 'warning', 'info'] as const;

/** What a rule is about, and what to do where it is found. */
export interface MigrationRule {
  readonly severity: MigrationSeverity;
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to write instead. */
  readonly remedy: string;
}

const rules = {
  // --- Not known ---
  'unreadable-script': {
    severity: 'error',
    title: 'The script cannot be read',
    why: "PostgreSQL's own parser does not accept it, so nothing is known about what it does.",
    remedy:
      'Mend the statement; or, if a tool fills in placeholders first, hand their values in with --placeholder.',
  },
  'unknown-statement': {
    severity: 'error',
    title: 'A statement is not understood',
    why: 'What it locks, changes and loses is not known, and unknown does not pass.',
    remedy: 'Rehearse the migration, up and down, on a copy of the data.',
  },
  'unknown-code': {
    severity: 'error',
    title: 'A migration does more than can be read from its code',
    why: 'Loops, conditions and queries decide while it runs which statements are sent.',
    remedy:
      'Write the statements out, or rehearse the migration on a copy of the data.',
  },
  'dynamic-sql': {
    severity: 'error',
    title: 'A DO block decides when it runs what it does',
    why: 'Its statements are text for another language; they are not followed.',
    remedy:
      'Write the statements out where they are always the same, or rehearse the migration.',
  },
  'calls-function': {
    severity: 'error',
    title: 'A function is called for what it does',
    why: 'A function may change anything; its body is not followed.',
    remedy: 'Write its statements out, or rehearse the migration.',
  },
  'not-known-whether-there': {
    severity: 'warning',
    title: 'IF EXISTS or IF NOT EXISTS hides what happens',
    why: 'The scripts do not say whether the object is there, so the statement may do everything or nothing.',
    remedy:
      'Leave the condition out, or put the script that makes the object into the folder.',
  },
  cascade: {
    severity: 'error',
    title: 'CASCADE drops what is not named',
    why: 'Objects that depend on it go as well, and the scripts do not say which.',
    remedy: 'Name each object that is to be dropped.',
  },
  // --- Data that is gone ---
  'drop-column': {
    severity: 'error',
    title: 'A column is dropped',
    why: 'Its values are gone, and code that still names it fails. The column can be added again; its values cannot.',
    remedy:
      'Stop using it first and drop it in a later release; keep its values elsewhere if going back must restore them.',
  },
  'drop-table': {
    severity: 'error',
    title: 'A table is dropped',
    why: 'Its rows are gone, and code that still uses it fails.',
    remedy:
      'Stop using it first; rename it or move it to another schema for a while before it is dropped.',
  },
  'drop-sequence': {
    severity: 'warning',
    title: 'The position of a sequence is lost',
    why: 'A sequence that is made again begins at its start, and hands out numbers that are taken.',
    remedy:
      'On the way back set it with setval() to what the rows need, or keep the sequence.',
  },
  'drop-extension': {
    severity: 'error',
    title: 'An extension is dropped',
    why: 'Its types, functions and tables go with it.',
    remedy: 'Keep it installed until no release needs it.',
  },
  truncate: {
    severity: 'error',
    title: 'A table is emptied',
    why: 'Its rows are gone.',
    remedy: 'Copy the rows to another table first.',
  },
  'delete-rows': {
    severity: 'warning',
    title: 'Rows are deleted',
    why: 'No script can bring back what it has not kept.',
    remedy: 'Mark them as deleted, or copy them to another table first.',
  },
  'update-rows': {
    severity: 'warning',
    title: 'Values are overwritten',
    why: 'The former values are not kept, so going back cannot restore them.',
    remedy: 'Write the new values into a new column and keep the old one.',
  },
  'narrow-type': {
    severity: 'error',
    title: 'A column gets a type that holds less',
    why: 'Values that do not fit are changed, or end the script; code that writes them fails.',
    remedy:
      'Add a column of the new type, write both, and change over when every value fits.',
  },
  unlogged: {
    severity: 'error',
    title: 'A table becomes unlogged',
    why: 'It is emptied after a crash, and is not on standbys.',
    remedy: 'Keep it logged, unless its rows can be made again.',
  },
  // --- Old code on the new schema ---
  rename: {
    severity: 'error',
    title: 'Something is renamed under running code',
    why: 'While a release is rolled out, and after it is rolled back, code asks for the old name and fails.',
    remedy:
      'Add the new name beside the old one (a column that is written along, a view), move the code, and drop the old name in a later release.',
  },
  'required-column': {
    severity: 'error',
    title: 'A new column needs a value and has no default',
    why: 'It cannot be added where there are rows, and code that does not know it can add none.',
    remedy:
      'Give it a default, or let it be null until all code fills it and then set NOT NULL.',
  },
  'set-not-null': {
    severity: 'warning',
    title: 'A column no longer takes null',
    why: 'Code that writes null, or leaves the column out, fails; so does the script where there are nulls.',
    remedy:
      'Release code that always fills it, fill what is null, and then set NOT NULL.',
  },
  'drop-not-null': {
    severity: 'info',
    title: 'A column may be null',
    why: 'Code that reads it and expects a value may fail once there are nulls.',
    remedy: 'Release code that can read null before code that writes it.',
  },
  'drop-default': {
    severity: 'warning',
    title: 'A default is dropped',
    why: 'Code that leaves the column out writes null, or fails where null is not taken.',
    remedy: 'Release code that always names the column first.',
  },
  'change-type': {
    severity: 'warning',
    title: 'A column gets another type',
    why: 'Running code and its driver expect the old one; what they read or write may not fit.',
    remedy:
      'Add a column of the new type, write both, move the code, and drop the old one later.',
  },
  'add-constraint': {
    severity: 'warning',
    title: 'A constraint is added',
    why: 'Code that does not know it may write what it refuses; the script fails where a row breaks it.',
    remedy:
      'Release code that keeps to it first, and look for rows that break it.',
  },
  'drop-unique': {
    severity: 'warning',
    title: 'What keeps rows unique is dropped',
    why: 'ON CONFLICT and foreign keys need it, and duplicates that are written since keep it from coming back.',
    remedy: 'Add what takes its place first.',
  },
  'add-enum-value': {
    severity: 'warning',
    title: 'An enum type gets another value',
    why: 'A value cannot be dropped again, and code that does not know it may read it.',
    remedy:
      'Release code that can read it before code that writes it; leave the value where it is when going back.',
  },
  'drop-object': {
    severity: 'error',
    title: 'Something that code may use is dropped',
    why: 'Running code that uses it fails.',
    remedy: 'Drop it in a later release, when nothing uses it any more.',
  },
  'replace-object': {
    severity: 'info',
    title: 'A view or function is replaced',
    why: 'Running code gets the new one at once.',
    remedy:
      'Give what behaves differently another name; the old release keeps the old one.',
  },
  'detach-partition': {
    severity: 'error',
    title: 'Rows leave a table with their partition',
    why: 'Code that reads the parent does not see them any more.',
    remedy: 'Detach it when no code needs its rows.',
  },
  'add-trigger': {
    severity: 'info',
    title: 'A trigger or a rule is added',
    why: 'It fires for running code as well, which does not know it.',
    remedy:
      'Make sure that nothing fails or goes missing by it that running code does.',
  },
  'change-trigger': {
    severity: 'warning',
    title: 'Triggers are dropped or switched',
    why: 'What they do for running code, and foreign keys if they are theirs, no longer happens.',
    remedy: 'Keep them until no release depends on them.',
  },
  'row-security': {
    severity: 'warning',
    title: 'Row security changes who sees which rows',
    why: 'Running code may see no rows, or may not write them.',
    remedy: 'Add the policies before row security is switched on.',
  },
  'change-owner': {
    severity: 'info',
    title: 'The owner changes',
    why: 'Who may alter it, and what its owner may read and write, changes with it.',
    remedy: 'Grant what the former owner still needs.',
  },
  revoke: {
    severity: 'warning',
    title: 'Privileges are taken away',
    why: 'Running code that needs them fails.',
    remedy: 'Revoke them when no release needs them any more.',
  },
  // --- While it runs ---
  'rewrites-table': {
    severity: 'error',
    title: 'A table is written anew',
    why: 'Nobody reads or writes it until that is done, and it takes as long as the table is large.',
    remedy:
      'Add a new column without a default that differs from row to row, fill it in batches, and change over.',
  },
  'scan-under-lock': {
    severity: 'warning',
    title: 'A table is read as a whole while others wait',
    why: 'Nobody writes to it until that is done, and with ACCESS EXCLUSIVE nobody reads it either.',
    remedy:
      'Add the constraint NOT VALID, and VALIDATE it in a later statement of its own.',
  },
  'set-not-null-scan': {
    severity: 'warning',
    title: 'A table is looked through for nulls while others wait',
    why: 'Nobody reads or writes it until that is done.',
    remedy:
      'Add CHECK (... IS NOT NULL) NOT VALID, validate it, and set NOT NULL then: since PostgreSQL 12 that reads nothing. Since 18, ADD CONSTRAINT ... NOT NULL ... NOT VALID does without the check.',
  },
  'index-under-lock': {
    severity: 'warning',
    title: 'An index is built while nobody may use the table',
    why: 'The constraint takes ACCESS EXCLUSIVE, and building its index takes as long as the table is large.',
    remedy:
      'CREATE UNIQUE INDEX CONCURRENTLY first, and add the constraint USING INDEX.',
  },
  'index-blocks-writes': {
    severity: 'warning',
    title: 'An index is built while nobody may write',
    why: 'SHARE lets readers through and no writers until the index stands.',
    remedy: 'Use CONCURRENTLY, in a script that runs without a transaction.',
  },
  'update-all-rows': {
    severity: 'warning',
    title: 'Every row is written in one statement',
    why: 'It leaves a dead copy of each row, and keeps every row locked until the transaction ends.',
    remedy: 'Write in batches, each in a transaction of its own.',
  },
  'no-lock-timeout': {
    severity: 'info',
    title: 'A strong lock is waited for without limit',
    why: 'While it waits behind a long transaction, everybody else waits behind it.',
    remedy: "SET lock_timeout (e.g. '3s') at the beginning, and try again.",
  },
  'cannot-run-in-transaction': {
    severity: 'error',
    title: 'A statement refuses to run in a transaction',
    why: 'The script fails.',
    remedy: 'Put it into a script of its own that runs without a transaction.',
  },
  'enum-value-used-too-early': {
    severity: 'error',
    title: 'A new enum value is used in the transaction that adds it',
    why: 'PostgreSQL refuses the value until that transaction is committed.',
    remedy: 'Add it in a script of its own, before the one that uses it.',
  },
  // --- The way back ---
  'no-down-script': {
    severity: 'warning',
    title: 'There is no script for the way back',
    why: 'The schema stays as it is when the release is rolled back. Old code runs on it.',
    remedy: 'Write one, or decide that this migration is never taken back.',
  },
  'no-way-back': {
    severity: 'error',
    title: 'There is no way back',
    why: 'No script takes the change back, and old code is not sure to run on the new schema: a rollback of the release may not help.',
    remedy:
      'Write a script for the way back, or split the change so that old code runs on it (expand now, contract later).',
  },
  'down-does-not-restore': {
    severity: 'error',
    title: 'The way back does not restore the schema',
    why: 'After up and down something is missing, remains or differs.',
    remedy: 'Take back in the down script each thing that the up script does.',
  },
  'down-may-fail': {
    severity: 'warning',
    title: 'The way back may fail on what has been written since',
    why: 'What the new schema takes and the old one refuses ends the script.',
    remedy:
      'Deal with such rows in the down script, before the statement that refuses them.',
  },
  'down-fails': {
    severity: 'error',
    title: 'The way back fails',
    why: 'A statement of it cannot run as it stands.',
    remedy: 'Mend it, and rehearse it.',
  },
  'lost-going-back': {
    severity: 'info',
    title: 'Going back loses what has been written since',
    why: 'The old schema has no place for it.',
    remedy:
      'Copy it to another table before it is dropped, if it must survive a rollback.',
  },
} as const satisfies Record<string, MigrationRule>;

/** What a finding is known by; see {@link migrationRules}. */
export type RuleId = keyof typeof rules;

/** Every rule by its id. */
export const migrationRules: Readonly<Record<RuleId, MigrationRule>> = rules;

/** Whether a text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}
