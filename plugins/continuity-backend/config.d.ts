export interface Config {
  /**
   * Continuity. Everything is optional; what is absent has a default that is safe for a
   * bank. What is wrong keeps the backend from starting, with its path.
   */
  continuity?: {
    /**
     * The promise classes for recovery, shortest `maxRto` first. Absent: tier-1 (PT4H),
     * tier-2 (PT24H), tier-3 (P7D) and tier-4 (P1M; a month counts as 30 days).
     */
    tiers?: Array<{
      /** Stable identifier that entities and policies name, e.g. `tier-1`. */
      id: string;
      /** What people call it, e.g. `Mission critical`. */
      title: string;
      /** Longest recovery time objective of the tier, ISO 8601 duration, e.g. `PT4H`. */
      maxRto: string;
    }>;

    /**
     * Which services are in scope of formal continuity planning: those that meet any of
     * the conditions.
     */
    planning?: {
      /** Tiers that are always in scope. */
      tiers?: string[];
      /** In scope with an RTO of at most this, ISO 8601 duration. */
      rtoAtMost?: string;
      /** In scope with an RPO of at most this, ISO 8601 duration. */
      rpoAtMost?: string;
      /** In scope when the impact analysis names one of these. */
      impactCategories?: Array<
        | 'financial'
        | 'regulatory'
        | 'customer'
        | 'safety'
        | 'reputation'
        | 'operational'
      >;
    };

    /** Where a service is deployed that declares no environments itself. */
    environments?: Array<{
      name: string;
      /** Absent: the environment is not bound to a region. */
      region?: string;
      /** Absent: `primary`. */
      role?: 'primary' | 'secondary' | 'standby';
    }>;

    /** They replace the built-in scorecards. How they are scored: docs/scorecards.md. */
    scorecards?: Array<{
      /** Kebab-case, unique; results are stored under it. */
      id: string;
      title: string;
      description?: string;
      /** Entity ref of whoever answers for it, and is asked for exemptions. */
      owner?: string;
      /** Which services it is about. Absent: every one. */
      audience?: {
        /** A filter predicate over the entity. */
        entities?: object;
        /** Tier ids; `unclassified` names services without a tier. */
        tiers?: string[];
      };
      /** Environment that its checks are about. Absent: `production`. */
      environment?: string;
      /** Day (UTC) from which it counts; before, nobody is told of levels lost. */
      rolloutDate?: string;
      checks: Array<{
        /** Id of a check, e.g. `rollback-plan-current`. */
        check: string;
        /** A whole number from 1 to 100. */
        weight: number;
        /** Which services it is asked of. Absent: every one. */
        appliesTo?: {
          /** A filter predicate over the entity. */
          entities?: object;
          tiers?: string[];
        };
        /** Where it is mended: a link, or a template that is filled in. */
        remedy?: {
          title: string;
          link?: string;
          /** Entity ref of a template. */
          template?: string;
          /** Values of its form. */
          values?: { [field: string]: string };
          /** The field of its form that takes the ref of the service. */
          entityField?: string;
        };
      }>;
      /** Lowest first. */
      levels: Array<{
        id: string;
        title: string;
        /** Ids of checks that must pass. */
        requires?: string[];
        /** Least score in percent. */
        atLeast?: number;
      }>;
    }>;

    gate?: {
      /**
       * Which checks and calendars bind which tier, environment and release class. They
       * replace the default policies. What no policy covers is denied.
       */
      policies?: Array<{
        /** Unique; stands in the reasons of decisions. */
        id: string;
        title: string;
        /** When the policy applies. An absent part excludes nothing. */
        when?: {
          /** Tier ids; `unclassified` names services without a tier. */
          tiers?: string[];
          environments?: string[];
          /** Environments that it is not for; what nobody named counts as production. */
          exceptEnvironments?: string[];
          classes?: Array<'standard' | 'major' | 'emergency'>;
        };
        /**
         * `all`: every calendar of the catalog counts. A list of entity refs: those count
         * and must exist. Absent: the policy looks at no calendar.
         */
        calendars?: 'all' | string[];
        /** What a blocking freeze does. Absent: `deny`. */
        freezeConsequence?: 'deny' | 'needs-approval';
        /** How far a failure of the service may reach, by the dependency graph. */
        blastRadius?: {
          /** Most business functions that may fail. Absent: any number. */
          businessFunctions?: number;
          /** Most entities that may fail, business functions included. Absent: any number. */
          services?: number;
          /** What it does when more would fail, and when that is not known. */
          otherwise: 'deny' | 'needs-approval' | 'inform';
        };
        checks?: Array<{
          /** Id of a check, e.g. `rollback-plan-current`. */
          check: string;
          /** What it does when the check does not pass, also when it is unknown. */
          otherwise: 'deny' | 'needs-approval' | 'inform';
        }>;
        /** What the policy is about always needs a human. */
        approval?: {
          /** Why. */
          reason: string;
          /** How to get it. */
          remedy: string;
        };
        /**
         * It needs an approved change that covers service, environment, class, artifact and
         * time. A rollback to what ran there before needs none. Absent: it does not.
         */
        change?: {
          /** What becomes of it without one, and when that is not known. */
          otherwise: 'deny' | 'needs-approval' | 'inform';
        };
        /** What break-glass overrides may pass over in this policy. Absent: nothing. */
        overrides?: Array<'freeze' | 'check'>;
      }>;

      /** A reading of the catalog older than this denies. ISO 8601; absent: `PT10M`. */
      maxCatalogAge?: string;
      /** Longest time that an answer may be relied on. ISO 8601; absent: `PT15M`. */
      reliance?: string;
      /** How far ahead the next change is looked for. ISO 8601; absent: `P400D`. */
      horizon?: string;
    };

    /** What decisions of the gate are signed with. Absent: see docs/signed-decisions.md. */
    signing?: {
      /**
       * A private key of Ed25519 in PEM (PKCS #8), the same for all replicas. Absent: one is
       * made and kept in the database.
       *
       * @visibility secret
       */
      privateKey: string;
    };

    calendars?: {
      /**
       * What becomes of the peaks of business functions that say when they are. Absent:
       * they inform people and freeze nothing. Present: each becomes a freeze window for
       * the services that support its function.
       */
      peaks?: {
        /** Absent: true. False is as if the policy were absent. */
        enabled?: boolean;
        /** Absent: `block`. A peak may ask for another. */
        enforcement?: 'block' | 'approval' | 'warn';
        /** Absent: all. */
        environments?: string[];
        /** Environments in which peaks freeze nothing. */
        exceptEnvironments?: string[];
        /** Absent: all. */
        classes?: Array<'standard' | 'major' | 'emergency'>;
        /** Tiers of the services that peaks are for. Absent: all. */
        tiers?: string[];
      };

      /** iCalendar feeds that calendars of the catalog may follow (`spec.feed`). */
      feeds?: {
        /**
         * Hosts that may be asked, each exactly, with its port if it is not that of the
         * scheme: `calendar.example.com`, `localhost:8080`. Absent: none. Every host that a
         * feed redirects to has to be among them, too. This list is what keeps a feed from
         * asking hosts of the inner network.
         */
        allowedHosts?: string[];
        /**
         * Time between two questions to a feed that does not ask for another pace. ISO 8601,
         * from `PT1M` to `P1D`; absent: `PT5M`.
         */
        refresh?: string;
      };

      /**
       * Notifications to the owners of services, and to those who answer for a calendar,
       * before a freeze begins, when one is added, moved, changed or called off in the
       * notice period or while it is in force, and when it lifts.
       */
      notifications?: {
        /** Absent: true. */
        enabled?: boolean;
        /**
         * How long before a freeze begins they are told, ISO 8601, from `PT1H` to `P30D`; a
         * day counts as 24 hours. Absent: `P2D`. A freeze that takes place again within
         * that time is announced the first time only.
         */
        notice?: string;
        /**
         * How long before it begins they are reminded, ISO 8601, each shorter than the
         * notice and from `PT5M` on; at most five. Absent: never.
         */
        reminders?: string[];
        /** Which freezes they are told of. Absent: `block` and `approval`. */
        enforcement?: Array<'block' | 'approval' | 'warn'>;
      };
    };

    /** How releases are classified, and what each class binds them to. */
    releases?: {
      /** With fewer deployments, how many of them failed says nothing. Absent: 5. */
      minDeployments?: number;
      /** Replace the default ones whole. The highest class of those that are met counts. */
      rules?: Array<{
        /** Unique. */
        id: string;
        title: string;
        /** All must hold; at least one. What is not known holds. */
        when: {
          tiers?: string[];
          /** Fails at least so many. */
          businessFunctions?: number;
          /** Other services of the strictest tier that fail, at least. */
          criticalServices?: number;
          migration?: Array<'reversible' | 'irreversible'>;
          touches?: Array<'configuration' | 'infrastructure'>;
          /** Changed, at least. */
          files?: number;
          /** Changed, at least. */
          lines?: number;
          majorUpdates?: true;
          into?: Array<'freeze' | 'peak'>;
          /** Share of the last deployments that failed, at least. */
          failureRate?: number;
          pipeline?: 'divergent';
          incident?: true;
        };
        class: 'major' | 'emergency';
        /** What to do if that class is not wanted. */
        remedy?: string;
      }>;
      /** By class; each replaces the default one whole. */
      protocols?: {
        [releaseClass: string]: {
          approvals: Array<{
            /** Unique in its protocol. */
            id: string;
            title: string;
            /** So many different people. */
            required: number;
            /** Of whom; nobody else counts. */
            from: { groups?: string[]; owners?: true };
            /** Who does not count though they belong to those; always with `author`. */
            except?: Array<'author' | 'committer' | 'implementer'>;
          }>;
          /** Ids of checks that must pass. */
          checks: string[];
          windows: 'open-only' | 'any';
          communication: string[];
          /** ISO 8601: how soon after its end it is reviewed. Absent: it is not. */
          reviewWithin?: string;
        };
      };
    };

    /** Change requests, overrides, and deployments without a change. Durations are ISO 8601. */
    changes?: {
      /** Which changes have to say what; `{}`: every one, `false`: none. */
      requires?: {
        /** Absent: those of the two strictest tiers. */
        rollbackPlan?: false | { tiers?: string[]; classes?: string[] };
        /** Absent: major ones. */
        tests?: false | { tiers?: string[]; classes?: string[] };
        /** Absent: major ones. */
        communication?: false | { tiers?: string[]; classes?: string[] };
      };
      approvals?: {
        /** How long one counts. Absent: `P14D`. */
        validFor?: string;
        /** Without all approvals for so long, somebody else is told. Absent: `PT24H`. */
        escalateAfter?: string;
        /** Who is told then. Absent: owners of what is changed. */
        escalateTo?: string[];
      };
      /** When a standard change needs nobody's approval; `false`: never. */
      preApproval?:
        | false
        | {
            /** Recent ones of each entity, at least. Absent with the block: 5. */
            deployments: number;
            /** Share of them that succeeded. Absent with the block: 0.9. */
            successRate: number;
          };
      /** A change that was not touched for so long before it began expires. Absent: `P30D`. */
      expiresAfter?: string;
      /** Breaking the glass. */
      overrides?: {
        /** At most `PT12H`. Absent: `PT4H`. */
        maxDuration?: string;
        /** Tiers that need two people. Absent: the two strictest, and `unclassified`. */
        twoPeopleTiers?: string[];
        /** Who may approve. Absent: owners, and `group:default/change-advisory-board`. */
        approvals?: { groups?: string[]; owners?: true };
        /** The second of two people belongs to one of these groups. Absent: no matter. */
        secondFrom?: string[];
        /** How soon after its end it is to be reviewed. Absent: `P3D`. */
        reviewWithin?: string;
      };
      /** Deployments seen in evidence without an approved change. */
      unauthorised?: {
        /** Which need one; `false`: nobody looks. Absent: those for which a policy of the gate demands one. */
        when?:
          | false
          | {
              tiers?: string[];
              environments?: string[];
              exceptEnvironments?: string[];
            };
        /** How long after its time a deployment is still that of a change. Absent: `PT1H`. */
        grace?: string;
        /** The same artifact opens no other finding within so long. Absent: `P1D`. */
        quietFor?: string;
        /** Whether an emergency change is drafted for it. Absent: false. */
        retrospective?: boolean;
      };
    };

    /** The dependency graph: who fails with whom. */
    graph?: {
      /**
       * What a system is worth without one of its parts: `hard`, it fails; `soft`, it
       * degrades. Resources are soft always. A system that lists a part in `spec.continuity.dependencies` says so
       * itself. Absent: `hard`.
       */
      parts?: 'hard' | 'soft';

      /**
       * Notifications to the owners of third-party services when a decision about one is to
       * be reviewed: once when that day is near, and once when it has come.
       */
      reviews?: {
        /** Absent: true. */
        enabled?: boolean;
        /** How long before it is near. ISO 8601, from `P1D` to `P90D`; absent: `P14D`. */
        notice?: string;
      };

      /** Calls between services as tracing sees them, held against what is declared. */
      traffic?: {
        /** Time between two readings of a source. ISO 8601, from `PT1M` to `P1D`; absent: `PT15M`. */
        refresh?: string;
        /** How far a reading looks back. ISO 8601, from `PT5M` to `P7D`; absent: `PT24H`. */
        lookback?: string;
        /**
         * After how long a declared dependency that is not seen is a finding. ISO 8601, from
         * `P1D` to `P365D`; absent: `P30D`.
         */
        unseenAfter?: string;
        /** Only these servers are asked, and none that they redirect to. Absent: none. */
        sources?: Array<{
          /** Unique; stands in findings. */
          id: string;
          /** `jaeger`: its dependencies API; `prometheus`: service graph metrics of OpenTelemetry. */
          type: 'jaeger' | 'prometheus';
          /** Where its API is, e.g. `https://jaeger.example.com`. */
          url: string;
          /**
           * Sent as a bearer token. Absent: none is.
           * @visibility secret
           */
          token?: string;
          /** For `prometheus`. Absent: `traces_service_graph_request_total`. */
          metric?: string;
        }>;
      };
    };

    app?: {
      /**
       * Where the page of Continuity is in the app, relative to `app.baseUrl`; links in
       * notifications lead there. Absent: what `app.extensions` gives `page:continuity`,
       * else `/continuity`. For apps of the legacy frontend system that have it elsewhere.
       */
      path?: string;
    };

    catalog?: {
      /** Time between two readings of the catalog. ISO 8601; absent: `PT60S`. */
      refresh?: string;
    };
  };
}
