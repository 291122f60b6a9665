import type {
  ChangeState,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';

/**
 * State of a change request by state of a change. The numbers are those of the state model
 * (ServiceNow documentation, "State model and transitions"). A state that is absent is left
 * as it is there.
 */
export const DEFAULT_STATES: Partial<Record<ChangeState, string>> = {
  draft: '-5',
  assessed: '-5',
  'awaiting-approval': '-4',
  approved: '-3',
  scheduled: '-2',
  implementing: '-1',
  'in-review': '0',
  closed: '3',
  cancelled: '4',
  rejected: '-5',
  expired: '4',
};

/** How people call those states. */
export const STATE_LABELS: Readonly<Record<string, string>> = {
  '-5': 'New',
  '-4': 'Assess',
  '-3': 'Authorize',
  '-2': 'Scheduled',
  '-1': 'Implement',
  '0': 'Review',
  '3': 'Closed',
  '4': 'Canceled',
};

/** What a state there asks for here. */
export const DEFAULT_MOVES = { '4': 'cancel' } as const;

/** Columns of `change_request`, each with what is written into it. */
export const DEFAULT_FIELDS: Readonly<Record<string, string>> = {
  short_description: '{{ title }}',
  description:
    '{{ description }}\n\nChanges {{ entities }} in {{ environments }}.\n{{ url }}',
  start_date: '{{ start }}',
  end_date: '{{ end }}',
  implementation_plan: '{{ plan }}',
  backout_plan: '{{ rollbackPlan }}',
  test_plan: '{{ tests }}',
  cmdb_ci: '{{ entity.ci }}',
  close_code: '{{ closeCode }}',
  close_notes: '{{ closeNotes }}',
};

/** As what a change request is made, by class. */
export const DEFAULT_TYPES = {
  // A standard change request is made from a template, which has to be named.
  standard: { type: 'normal' },
  major: { type: 'normal' },
  emergency: { type: 'emergency' },
} as const satisfies Record<ReleaseClass, unknown>;

/** Annotation of an entity that names its configuration item. */
export const CI_ANNOTATION = 'servicenow.com/cmdb-ci';
