export interface Config {
  continuity?: {
    connectors?: {
      /** Keeps changes in step with change requests of ServiceNow. Absent: nothing is. */
      servicenow?: {
        /** Of the instance, e.g. `https://example.service-now.com`. */
        url: string;
        /** Who we are there; a user of its own, whose time zone is GMT. */
        auth:
          | {
              type: 'basic';
              username: string;
              /** @visibility secret */
              password: string;
            }
          | {
              /** Client credentials, of an application registry that has an application user. */
              type: 'oauth';
              clientId: string;
              /** @visibility secret */
              clientSecret: string;
            };
        /** Time between two questions for news, from 10 s to 1 h. Absent: one minute. */
        pollInterval?: string | object;
        /** Of one request, at most 55 s. Absent: 20 s. */
        timeout?: string | object;
        /**
         * What an approval there is worth here: `count`, the vote of the one user of the
         * catalog with that e-mail address, on the same terms as here; `show`, nothing.
         * Absent: `show`.
         */
        approvals?: 'show' | 'count';
        /**
         * As what a change request is made, by class: `{ type: normal }`,
         * `{ type: emergency }`, of a standard change `{ template: <sys_id> }` or of a change
         * model `{ model: <sys_id> }`. Absent: normal; emergencies as such.
         */
        types?: {
          standard?: {
            type?: 'normal' | 'emergency';
            template?: string;
            model?: string;
          };
          major?: {
            type?: 'normal' | 'emergency';
            template?: string;
            model?: string;
          };
          emergency?: {
            type?: 'normal' | 'emergency';
            template?: string;
            model?: string;
          };
        };
        /** `sys_id` of the group that change requests are assigned to. Absent: none. */
        assignmentGroup?: string;
        /**
         * Annotation of entities that holds the `sys_id` of their configuration item. Absent:
         * `servicenow.com/cmdb-ci`.
         */
        annotation?: string;
        /**
         * What is written into columns of `change_request`, besides the usual ones: text with
         * placeholders such as `{{ title }}`; `false` leaves a usual one alone. The README
         * lists the placeholders.
         */
        fields?: { [column: string]: string | false };
        /** Values of `state`. */
        states?: {
          /** By state of the change. Absent ones: those of the state model. */
          toServiceNow?: { [state: string]: string | number };
          /**
           * What a state there asks for here: `cancel`, `schedule`, `start`, `finish` or
           * `none`. Absent: `{ '4': cancel }`.
           */
          fromServiceNow?: { [value: string]: string };
        };
        /** Records there that become drafts here. Absent: none. */
        drafts?: {
          /** Encoded query on `change_request`, e.g. `category=Software^state=-5`. */
          query: string;
          /** Whether an entity is also found by the name of the configuration item. Absent: true. */
          byName?: boolean;
          /** Where it is deployed to. Absent: `[production]`. */
          environments?: string[];
        };
      };
    };
  };
}
