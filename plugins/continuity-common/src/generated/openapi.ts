// Generated from openapi.yaml by `npm run generate`; do not edit.
export interface paths {
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How old the reading of the catalog is, and what could not be read */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who follows the ledger: how far, how far behind, and what fails */
        get: operations["listLedgerFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that a follower gave up on, so that those behind them could go on */
        get: operations["listSetAsideEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/set-aside/{follower}/{index}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an entry handled again that its follower gave up on
         * @description Waits for the outcome. `done`: it is not set aside any more. `failed`: it stays, with the new problem. 409 when another retry of it is under way, or when nobody follows under that name here. The ledger has an entry of either outcome.
         */
        post: operations["retrySetAsideEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feeds that calendars follow: when each was asked, what came of it, and when it is asked next */
        get: operations["listFollowedFeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other systems in which changes are kept, too: what waits to be written there, what fails, and when each was last asked for news */
        get: operations["listConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/connectors/{connector}/queue/{change}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a change written to another system again, now
         * @description Waits for the outcome. `done`: its newest revision stands there. `failed`: it waits on, with the new problem. 404 when nothing of it waits and nothing of it could not be carried over; 409 when a replica is at it. The ledger has an entry of either outcome.
         */
        post: operations["retryConnectorPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/collectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What asks other systems what they see of services: when each last ran, how that went, and what it cannot see */
        get: operations["listCollectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/collectors/{collector}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a collector run as soon as a replica comes to it, within a minute
         * @description Does not wait for it. 409 when it runs already, or when it is kept and not part of this backend. The ledger has an entry of it.
         */
        post: operations["runCollector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of evidence that are accepted, with the JSON schema of their payload */
        get: operations["listEvidenceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report one piece of evidence
         * @description Idempotent by (kind, source, externalId). 201 when it was stored, 200 when the same report is known already. 409 when a different report has taken that identity. 400 when the catalog has no such entity.
         */
        post: operations["createEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report many pieces of evidence; a rejected one does not lose the others */
        post: operations["createEvidenceBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One piece of evidence, however old it is
         * @description 404 as well when the catalog does not show its entity to the caller, or when the id is no id at all.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** Tier, objectives, planning scope, findings and environments of a service */
        get: operations["getEntityContinuity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** Evidence about a service, newest observation first */
        get: operations["listEntityEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** When windows are in force for a service, earliest first */
        get: operations["listEntityWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services by tier, what is frozen now, what is unclassified, what changes soon */
        get: operations["getFleet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every calendar, where it comes from and whether it can be read */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Occurrences in a period for the services of a filter, for the calendar page */
        get: operations["getCalendarView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What its author probably did not mean */
        post: operations["lintCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn definitions from elsewhere into windows; saves nothing */
        post: operations["importCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is frozen when and by what, the first slot, and what a draft would change */
        post: operations["simulateCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** One calendar with its windows, their next occurrences and what lint says */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feeds that the caller made, newest first; never their tokens */
        get: operations["listCalendarSubscriptions"];
        put?: never;
        /** Make an iCalendar feed to subscribe to; its address is shown this once */
        post: operations["createCalendarSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a feed; its address answers 404 from then on */
        delete: operations["revokeCalendarSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-feeds/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An iCalendar feed (RFC 5545, 7986); the token in the address is the only credential */
        get: operations["getCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Windows made in the portal, newest first */
        get: operations["listPortalWindows"];
        put?: never;
        /**
         * Make a window in the portal
         * @description The caller must belong to the owner, or have continuity.window.administer. 409 when the owner has a window of that id already, or when it opens something at once and `confirm` is not true.
         */
        post: operations["createPortalWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What saving a draft would mean: occurrences, findings, whom, what changes now */
        post: operations["previewPortalWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** One window made in the portal */
        get: operations["getPortalWindow"];
        /**
         * Change a window made in the portal
         * @description 409 when `revision` is not the newest, with who changed it; 409 too when the change opens something that is closed now and `confirm` is not true.
         */
        put: operations["updatePortalWindow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every revision of a window, newest first, its removal included */
        get: operations["listPortalWindowHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/windows/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a window made in the portal; its history stays */
        post: operations["removePortalWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gate/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded decisions, newest first */
        get: operations["listDecisions"];
        put?: never;
        /**
         * May this be deployed there?
         * @description Recorded in the ledger unless `dryRun`. The same Idempotency-Key with the same request returns the same decision (200 instead of 201); with another request it is a 409. A deny is an answer (200 or 201), not an error.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gate/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One recorded decision */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gate/decisions/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One recorded decision, signed
         * @description An in-toto statement in a DSSE envelope, signed with the newest key. Anybody who has the public key can verify it offline.
         */
        get: operations["getDecisionStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gate/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys that decisions are or were signed with, newest first */
        get: operations["listSigningKeys"];
        put?: never;
        /**
         * Sign with a new key from now on
         * @description The key before is retired; what it signed can still be verified with its public key. A key that is given by the configuration is changed there (409).
         */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Size and root hash of the ledger now */
        get: operations["getCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries in the order of their index, lowest first */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute the whole ledger on the server and name the first fault */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /**
         * What depends on a service and what it depends on, findings first
         * @description The picture holds at most 200 nodes; the rest is in counted groups, whose members `listEntityDependencies` gives.
         */
        get: operations["getEntityDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/dependencies/{direction}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                direction: components["schemas"]["GraphDirection"];
            };
            cookie?: never;
        };
        /** Everything in one direction as a table, nearest first */
        get: operations["listEntityDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How large and how old the graph is, its regions, and where traffic is read from */
        get: operations["getGraphStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What fails or degrades when these are down, with a shortest path for each
         * @description Nearest first. With `duration`, also which objectives are breached and when. The totals are over everything; `items` is a page.
         */
        post: operations["getImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/impact.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The whole impact as CSV (RFC 4180), at most 100,000 rows; limit and cursor are ignored */
        post: operations["exportImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/points-of-failure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What brings down a root alone, most roots first */
        post: operations["findPointsOfFailure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/points-of-failure.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All points of failure as CSV (RFC 4180), at most 10,000 rows; limit and cursor are ignored */
        post: operations["exportPointsOfFailure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/cut-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which together bring down a root, smallest first, and its composed availability */
        post: operations["findCutSets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** In which order to deploy or recover, dependencies first */
        post: operations["planWaves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What cannot hold, the worst first, then by entity
         * @description Filters by entity, owner and text let through what concerns such an entity, and what a change of it would mend.
         */
        get: operations["listGraphFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The findings as CSV (RFC 4180), the worst first, at most 50,000 rows */
        get: operations["exportGraphFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/finding-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The findings by the entity whose change would mend them, what would mend most first
         * @description The same findings, narrowed in the same way, as those that are listed one by one. Ordered by how many of a group are high, then medium, then low.
         */
        get: operations["listGraphFindingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        /** One finding, with every exemption it ever had */
        get: operations["getGraphFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/findings/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        /**
         * The catalog change that would mend a finding, ready to paste, and where to edit
         * @description 404 when no change of a catalog file would mend it.
         */
        get: operations["prepareCatalogChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/findings/{id}/exemption": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to live with a finding until a date; somebody else decides
         * @description 409 when one is waiting or in force already.
         */
        post: operations["requestGraphExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/exemptions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse an exemption that somebody else asked for
         * @description 403 for whoever asked for it. 409 when it is decided already, or its last day is over.
         */
        post: operations["decideGraphExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph/exemptions/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an exemption, or withdraw the request for one */
        post: operations["revokeGraphExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Third-party services, and whether each is in continuity planning */
        get: operations["listSaas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saas/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** One third-party service, with every decision about it */
        get: operations["getSaas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saas/{kind}/{namespace}/{name}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide whether a third-party service is in continuity planning, and when to review
         * @description Recorded in the ledger. 409 when somebody decided since `revision` was read.
         */
        post: operations["decideSaas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scorecards that are configured, and what the caller may do with them */
        get: operations["listScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{scorecard}/results": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        /**
         * Services by check: the heat map, by default the greatest risk first
         * @description Answered from what was judged and stored; nothing is judged for the question. Only services that the caller may see. The answer has an `ETag`; send it as `If-None-Match` to be told 304 while nothing changed.
         */
        get: operations["listScorecardResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{scorecard}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        /** The heat map as CSV (RFC 4180), in the same order, at most 50,000 rows */
        get: operations["exportScorecardResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{scorecard}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        /**
         * Services of a scorecard rolled up by owner, system or tier, the worst group first
         * @description A group stands on the lowest level of its services in the strictest tier that it has; there is no average, behind which one of them could hide. Only services that the caller may see are counted.
         */
        get: operations["getScorecardSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{scorecard}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        /**
         * How many services stood on which level at the end of each day (UTC), oldest first
         * @description Of all services, whoever asks; it names none of them.
         */
        get: operations["getScorecardTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** What every scorecard says of a service, with each check, why, and what to do next */
        get: operations["listEntityScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards/{scorecard}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        /** What changed on a scorecard of a service, newest first; what did not change is not repeated */
        get: operations["listEntityScorecardHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exemptions of services that the caller may see, newest first */
        get: operations["listScorecardExemptions"];
        put?: never;
        /**
         * Ask to leave a check of a service unmet until a date; somebody else decides
         * @description It changes no score and no level, also when it is approved. Asking while one is in force asks for its renewal, which needs an approval of its own. 409 when one is waiting already.
         */
        post: operations["requestScorecardExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-exemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        /** One exemption */
        get: operations["getScorecardExemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-exemptions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse an exemption that somebody else asked for
         * @description 403 for whoever asked for it. 409 when it is decided already, or its last day is over.
         */
        post: operations["decideScorecardExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecard-exemptions/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an exemption before its time, or take back the request
         * @description 409 when there is nothing to end.
         */
        post: operations["revokeScorecardExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest scans of all services, the greatest risk first
         * @description One item for each service, environment, region and what it was held against. Unauthorised drift comes first, then what is not known, then other drift; among equals the strictest tier, then the oldest. Only services that the caller may see.
         */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drift/parity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Services by environments: is each secondary and standby like its primary?
         * @description A service is listed when it declares a secondary or standby environment, or when one was compared. Only services that the caller may see; those with findings first.
         */
        get: operations["listDriftParity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** The newest scans of a service, with each finding, its age and its culprit */
        get: operations["getEntityDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/baselines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** Baselines of a service, the newest first, without what is in them */
        get: operations["listBaselines"];
        put?: never;
        /**
         * Propose what an environment is to be held against, under a change
         * @description The objects are masked, stripped of what no baseline holds and sorted before anything is stored. It counts once it is promoted.
         */
        post: operations["proposeBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/baselines/current": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** The baseline that counts, with its objects */
        get: operations["getCurrentBaseline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/baselines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        /** One baseline of any version, with its objects */
        get: operations["getBaseline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/baselines/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        /**
         * A promoted baseline, signed
         * @description An in-toto statement in a DSSE envelope over the digest of the objects, signed with the newest key of `/gate/signing-keys`.
         */
        get: operations["getBaselineStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/baselines/{id}/promotion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a proposed baseline count, from now on
         * @description Its change has to be approved and to be of this service and environment; whoever proposed it or wrote the change is refused where approvals need somebody else.
         */
        post: operations["promoteBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns for a level, newest first, with how far each is
         * @description Only services that the caller may see are counted.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Ask services to stand on a level by a day
         * @description The caller must belong to the owner, or have continuity.campaign.administer. It starts at once when its first day has come.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a campaign would mean: which services now, and how many are there already */
        post: operations["previewCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** One campaign: what it asks, how far it is, and what can be done */
        get: operations["getCampaign"];
        /**
         * Change what a campaign says
         * @description The revision that was read stands in `revision` or in `If-Match`. 409 when it is not the newest, with what is there now in `error.current`; 409 too when it is over, or when it runs and the scorecard, the level or the first day would change.
         */
        put: operations["reviseCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a campaign off before its end, with a reason
         * @description 409 when `revision` is not the newest, with what is there now in `error.current`, and when its last day is over.
         */
        post: operations["cancelCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /**
         * What is in the way of a campaign, who owns the rest, and how it went so far
         * @description Worked out from stored results; nothing is judged for the question. After its end it is what it was then.
         */
        get: operations["getCampaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** Services of a campaign by owner, with what each lacks */
        get: operations["listCampaignServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** Every revision of a campaign, newest first; at most 200 */
        get: operations["listCampaignHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        /** What campaigns that are planned or run ask of a service, the earliest end first */
        get: operations["listEntityCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/releases/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What class a release is of, by which rules, and what that binds it to
         * @description What the server knows itself - tier, blast radius, calendar at the planned time, recent deployments - it adds to what is declared. What nobody knows counts as its worst.
         */
        post: operations["classifyRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that the caller may see, newest first; a page may be shorter than its limit */
        get: operations["listChanges"];
        put?: never;
        /** Raise a change as a draft */
        post: operations["createChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes by state: how many, and the newest of each */
        get: operations["getChangeBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next times at which nothing is in the way, over 90 days, explained */
        post: operations["findChangeSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse several changes, each with its reason
         * @description Each stands for itself, as if it was decided alone and in this order: one that is refused leaves the others as they are. By people only.
         */
        post: operations["decideChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups that the protocols of releases ask for approval */
        get: operations["listCabBoards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the decision of a group, the riskiest first */
        get: operations["getCabAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings, the latest first */
        get: operations["listCabMeetings"];
        put?: never;
        /**
         * Call a meeting of a group, which tells its members
         * @description 403 for whoever does not belong to the group. By people only.
         */
        post: operations["callCabMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** One meeting: who belongs to it, what was decided so far, or its minutes */
        get: operations["getCabMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a meeting and keep its minutes, which nobody can change any more
         * @description 409 before it has begun, and when it has ended already.
         */
        post: operations["closeCabMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cab/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a meeting off
         * @description 409 when it has ended already.
         */
        post: operations["cancelCabMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/unauthorised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deployments without an approved change, newest first */
        get: operations["listUnauthorisedDeployments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/unauthorised/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what came of a deployment without an approved change
         * @description 409 when somebody has answered for it already.
         */
        post: operations["resolveUnauthorisedDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decides in whose place, of the caller; those that are over are left out */
        get: operations["listApprovalDelegations"];
        put?: never;
        /**
         * Have somebody else decide in one's place for a while
         * @description One's own place only. A place that was taken is not handed on, and whoever may not approve a change may not do so through somebody else.
         */
        post: operations["createApprovalDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one's place back */
        post: operations["endApprovalDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** One change: what it says, who approved it on what, what is different now, and what can be done */
        get: operations["getChange"];
        /**
         * Change what a change says; it has to be assessed and approved anew
         * @description By its authors, owners of its entities, and whoever has continuity.change.administer. The revision that was read stands in `revision` or in `If-Match`. 409 when it is not the newest, with what is there now in `error.current`.
         */
        put: operations["reviseChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a change a step further
         * @description 409 when the step is not allowed, with everything that is in the way in `error.refusals`, or when `revision` is not the newest, with what is there now in `error.current`.
         */
        post: operations["moveChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** Every approval and refusal that was ever given, newest first */
        get: operations["listChangeApprovals"];
        put?: never;
        /**
         * Approve or refuse a change, or take one's approval back
         * @description On just what is there: 409 when `revision` is not the newest, with what is there now in `error.current`; and when every seat that the caller could fill is filled. 403 for whoever wrote it, is excluded by policy, or belongs to none of the groups. By people only.
         */
        post: operations["decideChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** Everything that happened to a change, oldest first; at most 500 */
        get: operations["listChangeTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** What it said in each revision, newest first */
        get: operations["listChangeRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** What is in the way of a change at its planned time, what blocks first */
        get: operations["listChangeConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** What a change is in other systems: number, state there, what people decided there, and what could not be carried over */
        get: operations["listChangeRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Break-glass overrides that the caller may see, newest first */
        get: operations["listOverrides"];
        put?: never;
        /** Ask to pass over a freeze or a check for a few hours, because of an incident */
        post: operations["requestOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        /** One override */
        get: operations["getOverride"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse an override; with the last approval it is in force
         * @description 403 for whoever asked for it, and who belongs to none of the groups. By people only.
         */
        post: operations["decideOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an override before its time, or withdraw the request for one */
        post: operations["closeOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete the review of an override that is over
         * @description 403 for whoever asked for it. 409 while it is in force.
         */
        post: operations["reviewOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Error: {
            error: {
                name: string;
                message: string;
            } & {
                [key: string]: unknown;
            };
            request?: {
                [key: string]: unknown;
            };
            response: {
                statusCode: number;
            };
        };
        /**
         * Format: date-time
         * @example 2026-11-30T17:00:00Z
         */
        Instant: string;
        /** @example component:default/payments-api */
        EntityRef: string;
        /** @enum {string} */
        ReleaseClass: "standard" | "major" | "emergency";
        /** @enum {string} */
        GateVerdict: "allow" | "deny" | "needs-approval";
        /** @enum {string} */
        Verdict: "pass" | "fail" | "unknown";
        /** @enum {string} */
        Enforcement: "block" | "approval" | "warn";
        EvidenceKind: {
            id: string;
            title: string;
            validFor: string;
            /** @enum {string} */
            environment: "required" | "optional" | "none";
            schema: {
                [key: string]: unknown;
            };
        };
        EvidenceSubmission: {
            /** @example deployment */
            kind: string;
            /** @example github-actions */
            source: string;
            externalId: string;
            entityRef: components["schemas"]["EntityRef"];
            environment?: string;
            region?: string;
            observedAt: components["schemas"]["Instant"];
            payload: {
                [key: string]: unknown;
            };
        };
        Evidence: {
            /** Format: uuid */
            id: string;
            kind: string;
            kindTitle: string;
            source: string;
            externalId: string;
            entityRef: string;
            environment?: string;
            region?: string;
            observedAt: components["schemas"]["Instant"];
            receivedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            verdict: components["schemas"]["Verdict"];
            headline: string;
            payload: {
                [key: string]: unknown;
            };
        };
        EvidenceBatchResult: {
            /** @description Stored now */
            accepted: number;
            /** @description Stored before */
            known: number;
            rejected: number;
            results: {
                index: number;
                /** @enum {string} */
                status: "accepted" | "known" | "rejected";
                /** @description Present unless rejected */
                id?: string;
                /** @description What is wrong, e.g. `payload.outcome`; present when rejected */
                field?: string;
                /** @description Why; present when rejected */
                message?: string;
            }[];
        };
        Objective: {
            duration: string;
            seconds: number;
            /** @enum {string} */
            source: "declared" | "impact-analysis";
        };
        Tier: {
            id: string;
            title: string;
        };
        ContinuityProfile: {
            /** @enum {string} */
            classification: "classified" | "unclassified";
            tier?: {
                id: string;
                title: string;
                /** @enum {string} */
                source: "declared" | "derived";
            };
            derivedTier?: components["schemas"]["Tier"];
            rto?: components["schemas"]["Objective"];
            rpo?: components["schemas"]["Objective"];
            findings: {
                id: string;
                message: string;
                remedy: string;
            }[];
            planning: {
                /** @enum {string} */
                inScope: "yes" | "no" | "unknown";
                reasons: string[];
            };
            remedy?: string;
        };
        Environment: {
            name: string;
            region?: string;
            /** @enum {string} */
            role: "primary" | "secondary" | "standby";
        };
        EntityContinuity: {
            entityRef: string;
            profile: components["schemas"]["ContinuityProfile"];
            environments: components["schemas"]["Environment"][];
            /** @enum {string} */
            environmentsSource: "declared" | "organisation";
            rollbackOwner?: string;
            catalogReadAt: components["schemas"]["Instant"];
        };
        Occurrence: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** @description Wall clock with offset in the zone of the window */
            startLocal: string;
            endLocal: string;
            /** @description IANA zone */
            timezone: string;
            /** @description What daylight saving did to it */
            note?: string;
            /** @description Of an overridden occurrence */
            title?: string;
            reason?: string;
        };
        EntityWindow: {
            calendarRef: string;
            calendarTitle: string;
            origin: components["schemas"]["CalendarOrigin"];
            /** Format: uuid */
            portalWindowId?: string;
            degraded?: boolean;
            windowId: string;
            title: string;
            reason: string;
            owner: string;
            link?: string;
            effect: components["schemas"]["WindowEffect"];
            enforcement: components["schemas"]["Enforcement"];
            onRunning: components["schemas"]["OnRunning"];
            rollbacksExempt: boolean;
            /** @description Why it is for this service, a sentence each */
            scopeReasons: string[];
            /** @description Names of the environments of the service that it binds */
            environments: string[];
            /** @description Absent: all */
            regions?: string[];
            /** @description Absent: all */
            classes?: components["schemas"]["ReleaseClass"][];
            occurrence: components["schemas"]["Occurrence"];
        };
        /** @enum {string} */
        WindowEffect: "freeze" | "maintenance";
        /**
         * @description How closed; ordered open, warn, approval, block
         * @enum {string}
         */
        WindowState: "open" | "warn" | "approval" | "block";
        /** @enum {string} */
        OnRunning: "finish" | "pause";
        /**
         * @description `rollback` is exempt from windows that exempt rollbacks when artifactDigest names what succeeded there before. `continue` goes on with what the decision in `continues` allowed.
         * @enum {string}
         */
        Operation: "deploy" | "rollback" | "continue";
        Comment: string;
        CalendarOrigin: {
            /** @enum {string} */
            kind: "catalog" | "feed" | "portal" | "business-function";
            /** @description Of a feed, masked: origin and first path segment */
            url?: string;
            /** @description Where its source is edited; absent when not known */
            editUrl?: string;
        };
        /**
         * @description `degraded`: the newest version cannot be read or fetched and the last good windows stay in force; `closed`: none was ever good, so it closes its scope
         * @enum {string}
         */
        CalendarState: "good" | "degraded" | "closed";
        CalendarFinding: {
            /** @example overlaps-itself */
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            windowId?: string;
            path?: string;
            message: string;
            remedy: string;
            dates?: string[];
        };
        CalendarSummary: {
            ref: string;
            title: string;
            /** @description Absent when the calendar cannot be read */
            owner?: string;
            origin: components["schemas"]["CalendarOrigin"];
            state: components["schemas"]["CalendarState"];
            /** @description Present unless good */
            problem?: string;
            /** @description When its windows were last read well */
            lastGoodAt?: components["schemas"]["Instant"];
            /** @description Of a feed, when it was last asked */
            fetchedAt?: components["schemas"]["Instant"];
            windows: number;
        };
        Calendar: components["schemas"]["CalendarSummary"] & {
            items: components["schemas"]["CalendarWindow"][];
            findings: components["schemas"]["CalendarFinding"][];
        };
        /** @description What is said of a window wherever it is shown */
        WindowFacts: {
            calendarRef: string;
            calendarTitle: string;
            origin: components["schemas"]["CalendarOrigin"];
            /**
             * Format: uuid
             * @description Of a window made in the portal
             */
            portalWindowId?: string;
            windowId: string;
            title: string;
            reason: string;
            owner: string;
            link?: string;
            effect: components["schemas"]["WindowEffect"];
            enforcement: components["schemas"]["Enforcement"];
            onRunning: components["schemas"]["OnRunning"];
            rollbacksExempt: boolean;
            /** @description IANA zone */
            timezone: string;
            rrule?: string;
            /** @description true: its calendar is degraded and this is its last good version */
            degraded?: boolean;
        };
        CalendarWindow: components["schemas"]["WindowFacts"] & {
            /** @description Whom it is for, in words, a sentence each; empty: everything */
            scope: string[];
            /** @description How many services that the caller may see it is for */
            services: number;
            active?: components["schemas"]["Occurrence"];
            /** @description The next ten occurrences to start */
            next: components["schemas"]["Occurrence"][];
        };
        CalendarView: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description Windows that take place in the period */
            windows: (components["schemas"]["WindowFacts"] & {
                /** @description How many services of the filter it is for */
                services: number;
            })[];
            /** @description Earliest start first */
            occurrences: {
                /** @description Position in `windows` */
                window: number;
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                startLocal: string;
                endLocal: string;
                note?: string;
                title?: string;
            }[];
            /** @description More occurrences exist than are returned (20000) */
            truncated: boolean;
            /** @description Present when asked for; by title */
            rows?: {
                id: string;
                title: string;
                services: number;
                /** @description Positions in `windows` */
                windows: number[];
            }[];
            /** @description The values that exist, for the filter controls */
            filters: {
                owners: string[];
                systems: string[];
                tiers: components["schemas"]["Tier"][];
                environments: string[];
                regions: string[];
                calendars: {
                    ref: string;
                    title: string;
                }[];
            };
            unreadableCalendars: components["schemas"]["UnreadableCalendar"][];
        };
        /** @description A FreezeWindowDeclaration; checked in full by the calendar's own reader */
        FreezeWindowInput: {
            [key: string]: unknown;
        };
        /** @description A window as people write it in a FreezeCalendar */
        FreezeWindowDeclaration: {
            id: string;
            title: string;
            reason: string;
            owner?: string;
            link?: string;
            effect?: components["schemas"]["WindowEffect"];
            enforcement?: components["schemas"]["Enforcement"];
            onRunning?: components["schemas"]["OnRunning"];
            rollbacksExempt?: boolean;
            start: string;
            end?: string;
            duration?: string;
            timezone?: string;
            rrule?: string;
            rdates?: (string | {
                start: string;
                end?: string;
            })[];
            exdates?: string[];
            overrides?: {
                occurrence: string;
                start?: string;
                end?: string;
                duration?: string;
                title?: string;
                reason?: string;
            }[];
            scope?: {
                [key: string]: unknown;
            };
        };
        PortalWindow: {
            /** Format: uuid */
            id: string;
            revision: number;
            calendarRef: string;
            owner: string;
            timezone: string;
            window: components["schemas"]["FreezeWindowDeclaration"];
            /** @description Whether the caller may change and remove it */
            mayEdit: boolean;
            createdAt: components["schemas"]["Instant"];
            createdBy: string;
            updatedAt: components["schemas"]["Instant"];
            updatedBy: string;
        };
        PortalWindowRevision: {
            revision: number;
            /** @enum {string} */
            change: "created" | "changed" | "removed";
            at: components["schemas"]["Instant"];
            by: string;
            comment?: string;
            timezone: string;
            window: components["schemas"]["FreezeWindowDeclaration"];
        };
        WindowDraft: {
            owner: components["schemas"]["EntityRef"];
            timezone: string;
            /** @description A FreezeWindowDeclaration, also an incomplete or wrong one */
            window: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The portal window that saving would change
             */
            replaces?: string;
        };
        WindowPreview: {
            /** @description Why it cannot be saved; empty when it can */
            problems: {
                /** @example window.rrule */
                path: string;
                message: string;
            }[];
            findings: components["schemas"]["CalendarFinding"][];
            /** @description The occurrence in force, if there is one, and those that come; ten in all */
            next: components["schemas"]["Occurrence"][];
            services: number;
            /** @description Refs of the first services that it is for; at most 20 */
            sample: string[];
            scope: string[];
            /** @description What saving changes against today, earliest first; within 90 days */
            changes: components["schemas"]["WindowChange"][];
            /** @description How many changes are not listed; absent: none */
            moreChanges?: number;
        };
        WindowChange: {
            from: components["schemas"]["Instant"];
            to?: components["schemas"]["Instant"];
            before: components["schemas"]["WindowState"];
            after: components["schemas"]["WindowState"];
            /** @description true: takes effect at once */
            now?: boolean;
            /** @description For which classes of release. Absent: for all */
            classes?: components["schemas"]["ReleaseClass"][];
            services: number;
            sample: string[];
        };
        SubscriptionSubject: {
            /** @enum {string} */
            kind: "entity" | "team" | "calendar";
            ref: components["schemas"]["EntityRef"];
        };
        LedgerFollower: {
            /** @example freeze-notifications */
            name: string;
            /** @description false: it followed once, and nothing does under that name here */
            active: boolean;
            /** @description Every entry before it is done */
            nextIndex: number;
            /** @description How many entries wait; not every one of them need be for it */
            lag: number;
            /** @description When the first of them was written. Absent: none waits */
            waitingSince?: components["schemas"]["Instant"];
            /** @description A replica reads for it, and has to say until then that it still does. Absent: none does */
            readingUntil?: components["schemas"]["Instant"];
            /** @description How often the entry at nextIndex failed by itself */
            attempts: number;
            /** @description Absent: the last try succeeded */
            failing?: {
                problem: string;
                since: components["schemas"]["Instant"];
                retryAt: components["schemas"]["Instant"];
            };
            /** @description How many entries it gave up on */
            setAside: number;
        };
        SetAsideEntry: {
            follower: string;
            /** @description Of the entry in the ledger */
            index: number;
            /** @example calendar.freeze.upcoming */
            type: string;
            at: components["schemas"]["Instant"];
            subjects: string[];
            /** @description Why it failed last */
            problem: string;
            attempts: number;
            setAsideAt: components["schemas"]["Instant"];
        };
        RetryOutcome: {
            /** @enum {string} */
            outcome: "done" | "failed";
            /** @description Of one that failed */
            problem?: string;
            /** @description How often it was tried in all */
            attempts: number;
        };
        FollowedFeed: {
            calendarRef: components["schemas"]["EntityRef"];
            title: string;
            owner: string;
            /** @description Its host and the first part of its path; the rest may be a secret */
            address?: string;
            /**
             * @description good: what it said last counts. degraded: it does not, and what was good before stays in force. closed: nothing of it was ever good, so the calendar closes what it is for.
             * @enum {string}
             */
            state: "good" | "degraded" | "closed";
            /** @description How many of its windows count */
            windows: number;
            /** @description Absent: it was never asked */
            askedAt?: components["schemas"]["Instant"];
            /** @description Absent: as soon as may be */
            nextAt?: components["schemas"]["Instant"];
            /** @description A replica asks it at this moment */
            asking?: boolean;
            /** @description How many answers in a row did not count */
            failures: number;
            /** @description Why the newest version does not count. Absent: it does */
            problem?: string;
            /** @description When what counts was last confirmed. Absent: nothing was ever good */
            lastGoodAt?: components["schemas"]["Instant"];
        };
        CalendarSubscription: {
            /** Format: uuid */
            id: string;
            subject: components["schemas"]["SubscriptionSubject"];
            /** @description With the token; present only in the answer that made it */
            url?: string;
            createdAt: components["schemas"]["Instant"];
            createdBy: string;
            lastUsedAt?: components["schemas"]["Instant"];
        };
        SimulationRequest: {
            /** @description The services; every given part must match, none means all */
            selection: {
                entity?: components["schemas"]["EntityRef"];
                owner?: components["schemas"]["EntityRef"];
                system?: components["schemas"]["EntityRef"];
                tier?: string;
            };
            environment: string;
            class?: components["schemas"]["ReleaseClass"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /**
             * @description ISO 8601 duration of the slot that is looked for
             * @example PT2H
             */
            slot?: string;
            draft?: components["schemas"]["WindowDraft"];
            /** @description Changes that are planned */
            planned?: {
                entity: components["schemas"]["EntityRef"];
                at: components["schemas"]["Instant"];
                duration?: string;
                class?: components["schemas"]["ReleaseClass"];
            }[];
        };
        Simulation: {
            services: number;
            /** @description Stretches in which the same windows close the same services, earliest first */
            stretches: {
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                /** @description The strictest among the services */
                state: components["schemas"]["WindowState"];
                /** @description How many of them are not open */
                services: number;
                sample: string[];
                windows: {
                    calendarRef: string;
                    windowId: string;
                    title: string;
                    draft?: boolean;
                }[];
                /** @description How many windows are not listed; absent: none */
                moreWindows?: number;
            }[];
            /** @description true: there are more stretches than are listed */
            truncated?: boolean;
            /** @description When all of them are open for the wanted length; absent when there is none in the period, and when there are no services */
            firstSlot?: {
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
            };
            planned: {
                entity: string;
                at: components["schemas"]["Instant"];
                /** @description Without the draft */
                before: components["schemas"]["WindowState"];
                after: components["schemas"]["WindowState"];
                because?: string;
                nextSlot?: components["schemas"]["Instant"];
            }[];
            /** @description Present with a draft */
            changes?: components["schemas"]["WindowChange"][];
            /** @description How many changes are not listed; absent: none */
            moreChanges?: number;
            unreadableCalendars: components["schemas"]["UnreadableCalendar"][];
        };
        UnreadableCalendar: {
            ref: string;
            problem: string;
            /** @description Its windows as they were then stay in force. Absent: none was ever good, and it closes its scope */
            lastGoodAt?: components["schemas"]["Instant"];
        };
        Fleet: {
            at: components["schemas"]["Instant"];
            catalogReadAt: components["schemas"]["Instant"];
            /** @description Over everything that the filters owner, system and text let through; not narrowed by tier or frozen */
            totals: {
                services: number;
                frozen: number;
                unclassified: number;
                /** @description In the order of the tiers, `unclassified` last */
                byTier: {
                    id: string;
                    title: string;
                    count: number;
                    frozen: number;
                }[];
            };
            items: components["schemas"]["FleetItem"][];
            totalItems: number;
            /** @description What begins or lifts within 7 days for the services of the filter, earliest first */
            upcoming: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                change: "begins" | "lifts";
                calendarRef: string;
                calendarTitle: string;
                windowId: string;
                title: string;
                effect?: components["schemas"]["WindowEffect"];
                enforcement: components["schemas"]["Enforcement"];
                /** @description How many services it is for */
                services: number;
                /** @description Refs of the first of them; at most 5 */
                sample?: string[];
                occurrence: components["schemas"]["Occurrence"];
            }[];
            /** @description The values that exist, for the filter controls */
            filters: {
                owners: string[];
                systems: string[];
                tiers: components["schemas"]["Tier"][];
            };
            unreadableCalendars: components["schemas"]["UnreadableCalendar"][];
        };
        FleetItem: {
            entityRef: string;
            name: string;
            title?: string;
            kind: string;
            type?: string;
            owner?: string;
            system?: string;
            /** @description Its annotation `backstage.io/kubernetes-id`, which its workloads are labelled with */
            kubernetesId?: string;
            /** @enum {string} */
            classification: "classified" | "unclassified";
            tier?: components["schemas"]["Tier"];
            rto?: string;
            rpo?: string;
            /** @enum {string} */
            inScope: "yes" | "no" | "unknown";
            findings: number;
            /** @description Windows in force now; empty when none */
            frozen: {
                calendarRef: string;
                windowId: string;
                title: string;
                enforcement: components["schemas"]["Enforcement"];
                environments: string[];
                /** @description Classes of release that it is for. Absent: every one */
                classes?: components["schemas"]["ReleaseClass"][];
                until: components["schemas"]["Instant"];
            }[];
        };
        GateRequest: {
            entity: components["schemas"]["EntityRef"];
            environment: string;
            region?: string;
            class?: components["schemas"]["ReleaseClass"];
            operation?: components["schemas"]["Operation"];
            /**
             * Format: uuid
             * @description For `continue`: id of the decision that allowed the running deployment
             */
            continues?: string;
            artifactDigest?: string;
            /** @description Id of the change request; policies may demand one that is approved */
            change?: string;
            at?: components["schemas"]["Instant"];
            /** @default false */
            dryRun?: boolean;
            /**
             * @description Whether the decision is to be returned signed, too; never for a dry run
             * @default false
             */
            statement?: boolean;
        };
        GateReason: {
            rule: string;
            policy?: string;
            verdict: components["schemas"]["GateVerdict"];
            explanation: string;
            remedy?: string;
            evidence: string[];
            until?: components["schemas"]["Instant"];
            /** @description IANA zone of the window that it is about */
            timezone?: string;
            /** @description Id of the change that met it */
            change?: string;
            /** @description Id of the break-glass override because of which it does not count */
            override?: string;
            /** @description true: every policy that makes it count lets a break-glass override pass over it. Absent: at least one does not, or there is nothing to pass over */
            overridable?: boolean;
        };
        GateDecision: {
            /**
             * Format: uuid
             * @description Absent for a dry run
             */
            id?: string;
            /** @description Absent for a dry run */
            ledgerIndex?: number;
            dryRun: boolean;
            verdict: components["schemas"]["GateVerdict"];
            /** @description The question as it was understood */
            request: {
                entity: string;
                environment: string;
                region?: string;
                class: components["schemas"]["ReleaseClass"];
                operation?: components["schemas"]["Operation"];
                continues?: string;
                artifactDigest?: string;
                change?: string;
                at: components["schemas"]["Instant"];
            };
            reasons: components["schemas"]["GateReason"][];
            /** @description Absent: nothing is known that changes the answer by time alone within the horizon */
            nextChange?: {
                at: components["schemas"]["Instant"];
                verdict: components["schemas"]["GateVerdict"];
                cause: string;
            };
            /** @description Not allowed now: when time alone makes it so. Absent: no known end within the horizon, or nothing that time alone would mend */
            nextOpen?: components["schemas"]["Instant"];
            /** @description The longest stretch within the horizon that no window closes; without `end` it reaches the horizon */
            longestOpen?: {
                start: components["schemas"]["Instant"];
                end?: components["schemas"]["Instant"];
            };
            validUntil: components["schemas"]["Instant"];
            decidedAt: components["schemas"]["Instant"];
            /** @description Who asked; absent for a dry run */
            decidedBy?: string;
            /** @description Present when it was asked for with the decision */
            statement?: components["schemas"]["SignedStatement"];
        };
        /** @description A DSSE envelope; the payload is an in-toto statement */
        SignedStatement: {
            payloadType: string;
            /** @description Base64 */
            payload: string;
            signatures: {
                /** @description SHA-256 of the public key in DER, hex; a hint, not a proof */
                keyid: string;
                /** @description Base64 */
                sig: string;
            }[];
        };
        SigningKey: {
            /** @description SHA-256 of the public key as SubjectPublicKeyInfo in DER, hex */
            keyId: string;
            /** @enum {string} */
            algorithm: "Ed25519";
            since: components["schemas"]["Instant"];
            /** @description Absent: it signs now */
            retiredAt?: components["schemas"]["Instant"];
            /** @description The public key as SubjectPublicKeyInfo in PEM */
            pem: string;
            /** @description The public key after RFC 8037 */
            jwk: {
                /** @enum {string} */
                kty: "OKP";
                /** @enum {string} */
                crv: "Ed25519";
                x: string;
                kid: string;
                /** @enum {string} */
                use: "sig";
            };
        };
        Checkpoint: {
            treeSize: number;
            rootHash: string;
        };
        LedgerEntry: {
            index: number;
            /** @description RFC 8785 text that is hashed */
            canonical: string;
            leafHash: string;
            /** @description Root of the tree of index + 1 leaves */
            rootHash: string;
        };
        LedgerVerification: {
            ok: boolean;
            treeSize?: number;
            rootHash?: string;
            /** @description First bad index; present when not ok */
            index?: number;
            /** @enum {string} */
            fault?: "altered" | "removed" | "reordered" | "root-mismatch";
            message?: string;
        };
        Status: {
            /** @enum {string} */
            state: "fresh" | "stale" | "never-read";
            catalogReadAt?: components["schemas"]["Instant"];
            /** @description ISO 8601 duration; an older reading denies */
            maxCatalogAge: string;
            /** @description Why the newest reading failed; absent when it did not */
            lastProblem?: string;
            entities: number;
            calendars: number;
            unreadableCalendars: components["schemas"]["UnreadableCalendar"][];
        };
        /**
         * Format: date
         * @example 2027-03-31
         */
        Day: string;
        /**
         * @description `dependants`: who needs it; `dependencies`: whom it needs
         * @enum {string}
         */
        GraphDirection: "dependants" | "dependencies";
        /** @description Which graph answered. `stale`: the catalog was not read within the bound, and what is shown is how it was at `readAt`; the gate takes it for unknown */
        GraphFreshness: {
            /** @enum {string} */
            state: "fresh" | "stale" | "never-read";
            /** @description Grows with every change; equal on all replicas that know the same */
            revision: number;
            readAt?: components["schemas"]["Instant"];
            /** @description Why the newest reading failed; absent when it did not */
            lastProblem?: string;
        };
        GraphStatus: {
            graph: components["schemas"]["GraphFreshness"];
            /** @description ISO 8601 duration; an older graph is stale */
            maxAge: string;
            nodes: number;
            edges: number;
            /** @description Redundancy groups */
            groups: number;
            /** @description What is depended on and not in the catalog */
            unresolved: number;
            /** @description Those that the caller sees entities of, by name; at most 500 */
            regions: {
                name: string;
                entities: number;
            }[];
            /** @description Where traffic is read from; empty when none is configured */
            sources: components["schemas"]["TrafficSource"][];
        };
        TrafficSource: {
            id: string;
            /** @enum {string} */
            type: "jaeger" | "prometheus";
            /** @enum {string} */
            state: "fresh" | "stale" | "never-read";
            readAt?: components["schemas"]["Instant"];
            lastProblem?: string;
            /** @description Caller and called in the newest reading */
            pairs: number;
            /** @description Names of services that no entity answers to, most calls first; at most 200. The annotation continuity.dev/traced-as names the entity */
            unmatched: {
                name: string;
                calls: number;
            }[];
        };
        /** @description Something in the graph. Without `ref`: the caller may not see it, and nothing but `id` is said of it */
        GraphNode: {
            /** @description Good for this answer alone */
            id: string;
            ref?: string;
            /** @description false: somebody depends on it, and it is not in the catalog */
            known?: boolean;
            title?: string;
            kind?: string;
            type?: string;
            owner?: string;
            system?: string;
            tier?: components["schemas"]["Tier"];
            /** @description ISO 8601 duration */
            rto?: string;
            /** @description ISO 8601 duration */
            rpo?: string;
        };
        /** @enum {string} */
        DependencyStrength: "hard" | "soft";
        /**
         * @description Where an edge is declared. `continuity`: spec.continuity.dependencies; `supports`: spec.supportedBy of a business function; `provides-api`: an API needs its provider; `part-of`: a system needs its parts
         * @enum {string}
         */
        DependencySource: "depends-on" | "consumes-api" | "provides-api" | "part-of" | "supports" | "continuity";
        /** @description The members stand in for each other while minAvailable of them live */
        GraphGroupRef: {
            name: string;
            minAvailable: number;
            size: number;
        };
        GraphPathStep: {
            node: components["schemas"]["GraphNode"];
            /** @description How it depends on the step before; absent for the first */
            strength?: components["schemas"]["DependencyStrength"];
            source?: components["schemas"]["DependencySource"];
            group?: components["schemas"]["GraphGroupRef"];
        };
        /** @description From the cause to what it affects: each step depends on the one before; at most 200 steps */
        GraphPath: components["schemas"]["GraphPathStep"][];
        GraphEdge: {
            /** @description id of the node that depends */
            from: string;
            to: string;
            strength: components["schemas"]["DependencyStrength"];
            source: components["schemas"]["DependencySource"];
            group?: components["schemas"]["GraphGroupRef"];
        };
        /** @description What to draw; the rest of what there is, counted */
        GraphPicture: {
            nodes: {
                node: components["schemas"]["GraphNode"];
                direction?: components["schemas"]["GraphDirection"];
                /** @description From where one looks */
                hops: number;
                outcome?: components["schemas"]["ImpactOutcome"];
            }[];
            edges: components["schemas"]["GraphEdge"][];
            /** @description What is not drawn; every such node is counted in exactly one */
            groups: components["schemas"]["GraphCountedGroup"][];
        };
        GraphCountedGroup: {
            id: string;
            /** @example 37 services of team-payments */
            title: string;
            count: number;
            direction?: components["schemas"]["GraphDirection"];
            /** @description ids of drawn nodes that members are next to; at most 20 */
            attachedTo?: string[];
            /** @description What lists its members; empty where the caller may not see them (`hidden`) or where it gathers what no other group does */
            filter: {
                owner?: string;
                tier?: string;
                hidden?: boolean;
            };
        };
        /** @description Everything that is reached, what the caller may not see included */
        GraphCounts: {
            total: number;
            /** @description How many of them the caller may not see */
            hidden: number;
            /** @description Nearest first; at most 50, the last holds what is farther */
            byHops: {
                hops: number;
                failed: number;
                degraded: number;
            }[];
            /** @description In the order of the tiers, `unclassified` last */
            byTier: {
                id: string;
                title: string;
                failed: number;
                degraded: number;
            }[];
            /** @description Most affected first; at most 100, then one of all `other` */
            byOwner: {
                /** @description Absent: nobody, or `other` */
                owner?: string;
                other?: boolean;
                failed: number;
                degraded: number;
            }[];
            /** @description Failed first; at most 200 */
            businessFunctions: {
                node: components["schemas"]["GraphNode"];
                outcome: components["schemas"]["ImpactOutcome"];
                hops: number;
            }[];
        };
        GraphReachItem: {
            node: components["schemas"]["GraphNode"];
            hops: number;
            /** @description Of the one that depends, when the other is down; `unaffected`: a group absorbs it */
            outcome: components["schemas"]["ImpactOutcome"];
            path: components["schemas"]["GraphPath"];
        };
        GraphReachPage: {
            graph: components["schemas"]["GraphFreshness"];
            items: components["schemas"]["GraphReachItem"][];
            /** @description With the filters, without what is hidden */
            totalItems: number;
            hidden: number;
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        EntityDependencies: {
            graph: components["schemas"]["GraphFreshness"];
            node: components["schemas"]["GraphNode"];
            /** @description false: the graph has not seen this entity yet; the counts are zero because nothing is known */
            inGraph: boolean;
            /** @description Worst first; at most 50 */
            findings: components["schemas"]["GraphFinding"][];
            totalFindings: number;
            dependants: {
                direct: number;
                /** @description What fails or degrades when this is down */
                counts: components["schemas"]["GraphCounts"];
            };
            dependencies: {
                direct: number;
                /** @description `failed`: it fails this alone; `degraded`: it does not, because the dependency is soft or a group absorbs it */
                counts: components["schemas"]["GraphCounts"];
            };
            /** @description Its redundancy groups */
            groups?: {
                name: string;
                minAvailable: number;
                members: components["schemas"]["GraphNode"][];
            }[];
            availability?: components["schemas"]["ComposedAvailability"];
            recovery?: components["schemas"]["ComposedRecovery"];
            picture: components["schemas"]["GraphPicture"];
        };
        /** @description From declared availabilities; independent failures assumed */
        ComposedAvailability: {
            lower: number;
            upper: number;
            /** @description false: out of reach, and the truth lies between lower and upper */
            exact: boolean;
            /** @description Absent when none is declared */
            target?: number;
            /**
             * @description Absent without a target
             * @enum {string}
             */
            holds?: "yes" | "no" | "unknown";
            /** @description Dependencies that declare no availability. They count as anything from never to always available, which widens the bounds */
            unknown: number;
        };
        /** @description Recovery times along the recovery order; what has no order is recovered in parallel */
        ComposedRecovery: {
            /** @description ISO 8601; at least this long when `unknown` is not 0 */
            duration: string;
            rto?: string;
            /**
             * @description Absent without an RTO
             * @enum {string}
             */
            holds?: "yes" | "no" | "unknown";
            /** @description Dependencies without a recovery time */
            unknown: number;
            path: components["schemas"]["GraphPath"];
        };
        /**
         * @description `down`: assumed, not concluded
         * @enum {string}
         */
        ImpactOutcome: "down" | "failed" | "degraded" | "unaffected";
        /** @description At least one of down and regions */
        ImpactRequest: {
            down?: components["schemas"]["EntityRef"][];
            /** @description Down is what is deployed there and nowhere else; what has another region that can take over degrades */
            regions?: string[];
            /**
             * @description Words only
             * @default outage
             * @enum {string}
             */
            cause?: "outage" | "failed-deployment";
            /**
             * @description ISO 8601 length of the outage; adds the objectives that are breached
             * @example PT3H
             */
            duration?: string;
            /** @enum {string} */
            outcome?: "failed" | "degraded";
            /** @description A tier id or `unclassified` */
            tier?: string;
            /** @description Entity ref of the owner, or `none` */
            owner?: string;
            kind?: string;
            /** @description true: only what breaches an objective; needs duration */
            breached?: boolean;
            text?: string;
            /** @default 50 */
            limit?: number;
            cursor?: string;
        };
        Breach: {
            /** @enum {string} */
            objective: "rto" | "rpo";
            /** @description ISO 8601 duration */
            allowed: string;
            /** @description How long after the beginning of the outage it is breached */
            after: string;
            /** @description RTO: how long it is down in all; RPO: how much may be lost */
            expected: string;
            /** @description false: recovery times are missing, so it is at least that */
            exact: boolean;
            /** @description What takes longest, or what is restored; absent when it is the path of the item */
            path?: components["schemas"]["GraphPath"];
        };
        ImpactItem: {
            node: components["schemas"]["GraphNode"];
            outcome: components["schemas"]["ImpactOutcome"];
            hops: number;
            path: components["schemas"]["GraphPath"];
            /** @description Empty without a duration */
            breaches: components["schemas"]["Breach"][];
        };
        Impact: {
            graph: components["schemas"]["GraphFreshness"];
            /** @description What is taken for down; at most 200 */
            down: components["schemas"]["GraphNode"][];
            downTotal: number;
            /** @description Refs and regions that the graph does not know; nothing is said of them */
            unknown: string[];
            /** @description Without what was taken for down; not narrowed by the filters */
            totals: components["schemas"]["GraphCounts"];
            /** @description How many breach an objective; absent without a duration */
            breached?: number;
            /** @description When the last is back; at least, where `exact` of a breach is false. Absent without a duration */
            backAfter?: string;
            /** @description Groups that lost members and hold; at most 100 */
            absorbed: {
                owner: components["schemas"]["GraphNode"];
                group: components["schemas"]["GraphGroupRef"];
                failed: components["schemas"]["GraphNode"][];
                left: components["schemas"]["GraphNode"][];
            }[];
            /** @description With the filters, without what is hidden */
            totalItems: number;
            items: components["schemas"]["ImpactItem"][];
            picture: components["schemas"]["GraphPicture"];
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        PointsOfFailureRequest: {
            /** @description Absent: the business functions, or, where there are none, what nothing depends on */
            roots?: components["schemas"]["EntityRef"][];
            /**
             * @description Instead of roots
             * @enum {string}
             */
            kind?: "business-function" | "system" | "most-critical-tier";
            /** @description Only points of failure of this owner */
            owner?: string;
            /** @default 50 */
            limit?: number;
            cursor?: string;
        };
        PointsOfFailure: {
            graph: components["schemas"]["GraphFreshness"];
            /** @description How many were examined */
            roots: number;
            /** @description Roots that the graph does not know */
            unknown: string[];
            /** @description Without what is hidden */
            totalItems: number;
            hidden: number;
            items: {
                node: components["schemas"]["GraphNode"];
                /** @description How many roots fall with it */
                rootCount: number;
                hiddenRoots: number;
                /** @description Most critical first; at most 20 */
                roots: {
                    node: components["schemas"]["GraphNode"];
                    path: components["schemas"]["GraphPath"];
                }[];
                /** @description What would shield them */
                shield: string;
                /** @description What the shield names by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named */
                mentions?: components["schemas"]["GraphNode"][];
            }[];
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        CutSets: {
            graph: components["schemas"]["GraphFreshness"];
            root: components["schemas"]["GraphNode"];
            max: number;
            /** @description Smallest first */
            sets: {
                members: components["schemas"]["GraphNode"][];
                /** @description That all of them are down at once; absent unless each declares an availability */
                probability?: number;
            }[];
            /** @description false: there are more than the limit or than could be computed */
            complete: boolean;
            /** @description Why it is not complete */
            because?: string;
            availability?: components["schemas"]["ComposedAvailability"];
        };
        /** @description Exactly one of entities, impactOf and system */
        WavesRequest: {
            /**
             * @description `recovery` honours the recovery order and adds the times
             * @default deployment
             * @enum {string}
             */
            purpose?: "deployment" | "recovery";
            entities?: components["schemas"]["EntityRef"][];
            /** @description Everything that is down when these are */
            impactOf?: {
                down?: components["schemas"]["EntityRef"][];
                regions?: string[];
            };
            system?: components["schemas"]["EntityRef"];
        };
        Waves: {
            graph: components["schemas"]["GraphFreshness"];
            /** @enum {string} */
            purpose: "deployment" | "recovery";
            unknown: string[];
            total: number;
            hidden: number;
            /** @description Each after the one before it; at most 500 */
            waves: {
                total: number;
                hidden: number;
                /** @description Recovery: ISO 8601 duration after which the wave is back; absent when not known */
                readyAfter?: string;
                /** @description In no order; at most 200 */
                parts: {
                    members: components["schemas"]["GraphNode"][];
                    /** @description true: they depend on each other and go together */
                    cycle: boolean;
                }[];
            }[];
        };
        /** @enum {string} */
        GraphFindingKind: "rto-inversion" | "rpo-inversion" | "tier-inversion" | "recovery-exceeds-rto" | "availability-below-target" | "availability-unknown" | "cycle" | "self-dependency" | "unknown-reference" | "group-too-small" | "single-point-of-failure" | "undocumented-dependency" | "unseen-dependency";
        /** @enum {string} */
        GraphFindingSeverity: "high" | "medium" | "low";
        GraphFinding: {
            /** @description Stays the same while it is about the same */
            id: string;
            kind: components["schemas"]["GraphFindingKind"];
            severity: components["schemas"]["GraphFindingSeverity"];
            /** @description Which part of the rule says that it is so severe */
            because: string;
            node: components["schemas"]["GraphNode"];
            /** @description The dependency that it is about; absent when there is not one */
            other?: components["schemas"]["GraphNode"];
            title: string;
            explanation: string;
            remedy: string;
            /** @description What explanation and remedy name by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named */
            mentions?: components["schemas"]["GraphNode"][];
            numbers: {
                /** @example RTO of payments-api */
                label: string;
                /** @example PT1H */
                value: string;
            }[];
            path: components["schemas"]["GraphPath"];
            /** @description A catalog change can be prepared */
            changeable: boolean;
            exemption?: components["schemas"]["GraphExemption"];
        };
        /** @description By kind; not narrowed by kind, severity and exempted */
        GraphFindingTotals: {
            kind: components["schemas"]["GraphFindingKind"];
            total: number;
            exempted: number;
        }[];
        /** @description By severity, the worst first; not narrowed by severity and exempted */
        GraphFindingSeverityTotals: {
            severity: components["schemas"]["GraphFindingSeverity"];
            total: number;
            exempted: number;
        }[];
        GraphFindingFilters: {
            /** @description At most 1000 */
            owners: string[];
        };
        GraphFindingsPage: {
            graph: components["schemas"]["GraphFreshness"];
            items: components["schemas"]["GraphFinding"][];
            /** @description With the filters */
            totalItems: number;
            /** @description Findings about what the caller may not see */
            hidden: number;
            totals: components["schemas"]["GraphFindingTotals"];
            severities: components["schemas"]["GraphFindingSeverityTotals"];
            filters: components["schemas"]["GraphFindingFilters"];
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        GraphFindingGroup: {
            /** @description What would have to change */
            node: components["schemas"]["GraphNode"];
            /** @description That of the worst finding */
            severity: components["schemas"]["GraphFindingSeverity"];
            /** @description Why the worst is so severe */
            because: string;
            /** @description How many findings */
            total: number;
            severities: {
                high: number;
                medium: number;
                low: number;
            };
            /** @description Most findings first */
            kinds: {
                kind: components["schemas"]["GraphFindingKind"];
                total: number;
            }[];
            /** @description Whom the findings concern, besides the node itself */
            affected: {
                total: number;
                /** @description At most 20 */
                items: components["schemas"]["GraphNode"][];
            };
            /** @description The worst first; at most 20 */
            findings: components["schemas"]["GraphFinding"][];
        };
        GraphFindingGroupsPage: {
            graph: components["schemas"]["GraphFreshness"];
            items: components["schemas"]["GraphFindingGroup"][];
            /** @description Groups, with the filters */
            totalItems: number;
            /** @description With the filters */
            totalFindings: number;
            /** @description Findings about what the caller may not see */
            hidden: number;
            totals: components["schemas"]["GraphFindingTotals"];
            severities: components["schemas"]["GraphFindingSeverityTotals"];
            filters: components["schemas"]["GraphFindingFilters"];
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        GraphExemption: {
            /** Format: uuid */
            id: string;
            findingId: string;
            entityRef: string;
            kind: components["schemas"]["GraphFindingKind"];
            /** @enum {string} */
            state: "requested" | "in-force" | "refused" | "revoked" | "expired";
            reason: string;
            until: components["schemas"]["Day"];
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            /** @description Never who asked for it */
            decidedBy?: string;
            decidedAt?: components["schemas"]["Instant"];
            decisionComment?: string;
            revokedBy?: string;
            revokedAt?: components["schemas"]["Instant"];
            revocationReason?: string;
        };
        /**
         * @description `unknown` is not a pass; `not-applicable` is in no total
         * @enum {string}
         */
        ScorecardCheckState: "pass" | "fail" | "unknown" | "not-applicable";
        ScorecardLevel: {
            id: string;
            title: string;
            /** @description Checks that must pass */
            requires: string[];
            /** @description Least score in percent. Absent: any */
            atLeast?: number;
        };
        /** @description Where it is mended: a link, or a template that is filled in */
        RemedyAction: {
            title: string;
            link?: string;
            /** @description Entity ref of a template */
            template?: string;
            values?: {
                [key: string]: string;
            };
            /** @description Field of the template's form that takes the ref of the service */
            entityField?: string;
        };
        ScorecardCheck: {
            id: string;
            title: string;
            question: string;
            weight: number;
            /** @description Kinds of evidence that it looks at */
            needs: string[];
            remedy?: components["schemas"]["RemedyAction"];
        };
        Scorecard: {
            id: string;
            title: string;
            description?: string;
            /** @description Entity ref */
            owner?: string;
            environment: string;
            rolloutAt?: components["schemas"]["Instant"];
            /** @description false: it is before its rollout; it is judged, and nobody is told of levels lost */
            inForce: boolean;
            checks: components["schemas"]["ScorecardCheck"][];
            /** @description Lowest first */
            levels: components["schemas"]["ScorecardLevel"][];
            /** @description Services that it was judged for, whoever asks */
            services: number;
        };
        ScorecardJudging: {
            /** @description Services that are due to be judged again */
            waiting: number;
            /** @description From when the first of them waits. Absent: none does */
            since?: components["schemas"]["Instant"];
            /** @description Why judging stands still. Absent: it does not */
            problem?: string;
        };
        /** @description Percent of the points, rounded down to a tenth. `worst`: nothing that is unknown is well; `best`: all of it is. Only `worst` counts for a level */
        ScorecardScore: {
            worst: number;
            best: number;
        };
        /** @description Weights by what became of them */
        ScorecardPoints: {
            pass: number;
            fail: number;
            unknown: number;
            /** @description The part of fail and unknown that an exemption excuses; no pass */
            exempt: number;
            total: number;
        };
        ScorecardStanding: {
            /** @description Id of the level. Absent: not even the lowest, or nothing applies */
            level?: string;
            /** @description The level if everything that is unknown were well */
            levelAtBest?: string;
            /** @description What keeps it from the next level. Absent: there is no higher one */
            next?: {
                level: string;
                /** @description Checks that it requires and that do not pass */
                missing: string[];
                /** @description The score that it needs. Absent: the score is enough */
                atLeast?: number;
            };
        };
        ScorecardService: {
            entityRef: string;
            name: string;
            title?: string;
            owner?: string;
            system?: string;
            /** @description A tier id or `unclassified` */
            tier: string;
            /** @description Absent: unclassified, or of a tier that there is no more */
            tierTitle?: string;
        };
        /** @description A row of the heat map */
        ScorecardResult: {
            service: components["schemas"]["ScorecardService"];
            standing: components["schemas"]["ScorecardStanding"];
            points: components["schemas"]["ScorecardPoints"];
            /** @description Absent: nothing applies */
            score?: components["schemas"]["ScorecardScore"];
            /** @description Weight of what does not pass and is not exempt, times the tier: of n tiers the strictest counts n, the last 1; unclassified counts n, too */
            risk: number;
            /** @description One for each of `checks` of the page, in their order */
            states: components["schemas"]["ScorecardCheckState"][];
            /** @description Checks with an exemption in force */
            exempt: string[];
            /** @description Something changed and it is not judged yet; where it is the scorecard that changed, its states are unknown */
            stale: boolean;
            judgedAt: components["schemas"]["Instant"];
        };
        /**
         * @description What was desired
         * @enum {string}
         */
        DriftAgainst: "git" | "baseline" | "parity";
        /**
         * @description `in-sync`: everything was compared and nothing differs. `attributed`: each finding has a culprit. `unauthorised`: at least one has none. `unknown`: something was not compared, a culprit is not known or ambiguous, or the scan is too old to be relied on
         * @enum {string}
         */
        DriftStanding: "in-sync" | "attributed" | "unauthorised" | "unknown";
        DriftPlace: {
            environment: string;
            region?: string;
        };
        DriftCounts: {
            /** @description Desired */
            objects: number;
            inSync: number;
            changed: number;
            /** @description Desired and not live */
            missing: number;
            /** @description Live and not desired */
            extra: number;
            /** @description That differ */
            fields: number;
            /** @description Fields that rules leave out */
            ignored: number;
            notCompared: number;
        };
        /** @description The newest scan of one place of a service */
        DriftEntry: {
            entityRef: string;
            title?: string;
            /** @description Entity ref. Absent: none */
            owner?: string;
            /** @description Absent: unclassified */
            tier?: string;
            tierTitle?: string;
            environment: string;
            region?: string;
            against: components["schemas"]["DriftAgainst"];
            /** @description The primary, where it was held against one */
            comparedWith?: components["schemas"]["DriftPlace"];
            baselineVersion?: number;
            standing: components["schemas"]["DriftStanding"];
            verdict: components["schemas"]["Verdict"];
            headline: string;
            counts: components["schemas"]["DriftCounts"];
            /** @description Findings that are open, by what is known of who did it */
            open: {
                attributed: number;
                unauthorised: number;
                ambiguous: number;
                unknown: number;
            };
            /** @description When the oldest open finding was first seen. Absent: none is open */
            since?: components["schemas"]["Instant"];
            /** Format: uuid */
            evidenceId: string;
            source: string;
            scannedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description Whether it may be relied on. False: it is too old */
            current: boolean;
        };
        DriftPage: {
            items: components["schemas"]["DriftEntry"][];
            /** @description Absent: this was the last page */
            nextCursor?: string;
            /** @description Of everything that the filter lets through */
            totals: {
                services: number;
                scans: number;
                standings: {
                    "in-sync": number;
                    attributed: number;
                    unauthorised: number;
                    unknown: number;
                };
            };
        };
        DriftValue: {
            /**
             * @description `masked`: it may be a secret; that it differs is all that is said
             * @enum {string}
             */
            state: "shown" | "masked" | "absent";
            text: string;
        };
        /** @description Who is answerable for a finding */
        DriftCulprit: {
            /**
             * @description `ambiguous`: several had their time then. `unknown`: when it was written, or what happened then, is not known
             * @enum {string}
             */
            standing: "attributed" | "unauthorised" | "ambiguous" | "unknown";
            reason: string;
            /** @description When the field was written. Absent: nobody knows */
            window?: {
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                /**
                 * @description Who owns the field says so, or the scans before and after
                 * @enum {string}
                 */
                by: "owner" | "scans";
            };
            candidates: {
                /** @enum {string} */
                kind: "change" | "deployment" | "override";
                /** @description Of the change, the override, or the evidence of the deployment */
                id: string;
                title: string;
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
            }[];
        };
        DriftFinding: {
            id: string;
            /** @example apps/Deployment shop/payments-api */
            object: string;
            /**
             * @description `not-told`: the report does not say how it differs
             * @enum {string}
             */
            change: "changed" | "added" | "removed" | "reordered" | "missing" | "extra" | "not-told";
            /** @description In words */
            what: string;
            /** @description JSON Pointer (RFC 6901) */
            path?: string;
            /** @description The path for people */
            label?: string;
            desired?: components["schemas"]["DriftValue"];
            live?: components["schemas"]["DriftValue"];
            /** @description Who owns the field, in words */
            owner?: string;
            managers?: string[];
            /** @description When its owner wrote it. Absent: not recorded */
            ownedAt?: components["schemas"]["Instant"];
            /**
             * @description Whether a manager that deploys owns the field
             * @enum {string}
             */
            authorised: "yes" | "no" | "unknown";
            firstSeen: components["schemas"]["Instant"];
            lastSeen: components["schemas"]["Instant"];
            /** @description False: the newest scan does not list everything, so it may be there still */
            seenLast: boolean;
            resolvedAt?: components["schemas"]["Instant"];
            culprit: components["schemas"]["DriftCulprit"];
        };
        DriftScan: components["schemas"]["DriftEntry"] & {
            /** @description Those that are open */
            findings: components["schemas"]["DriftFinding"][];
            /** @description Findings that the report only counts */
            unlisted: number;
            /** @description What could not be compared */
            notCompared: {
                object: string;
                what: string;
            }[];
            /** @description Those that are gone, the newest first; at most 20 */
            resolved: components["schemas"]["DriftFinding"][];
            waysOut: {
                /** @enum {string} */
                way: "revert" | "adopt" | "scan";
                /** @description What to do, in words */
                text: string;
            }[];
        };
        EntityDrift: {
            entityRef: string;
            items: components["schemas"]["DriftScan"][];
        };
        /**
         * @description `not-compared`: never, not everything, or too long ago to be relied on
         * @enum {string}
         */
        DriftParityState: "in-sync" | "findings" | "not-compared";
        DriftParityCell: {
            environment: string;
            region?: string;
            /**
             * @description `undeclared`: it was compared, and the catalog does not know it
             * @enum {string}
             */
            role: "primary" | "secondary" | "standby" | "undeclared";
            comparedWith?: components["schemas"]["DriftPlace"];
            state: components["schemas"]["DriftParityState"];
            findings: number;
            reason: string;
            scannedAt?: components["schemas"]["Instant"];
            /** Format: uuid */
            evidenceId?: string;
        };
        DriftParityRow: {
            entityRef: string;
            title?: string;
            owner?: string;
            tier?: string;
            tierTitle?: string;
            primary?: components["schemas"]["DriftPlace"];
            cells: components["schemas"]["DriftParityCell"][];
        };
        DriftParityPage: {
            /** @description Every environment and region of which a service that the filter lets through has a cell */
            columns: components["schemas"]["DriftPlace"][];
            items: components["schemas"]["DriftParityRow"][];
            /** @description Absent: this was the last page */
            nextCursor?: string;
            totals: {
                services: number;
                /** @description Cells */
                "in-sync": number;
                /** @description Cells */
                findings: number;
                /** @description Cells */
                "not-compared": number;
            };
        };
        BaselineProposal: {
            environment: string;
            region?: string;
            /** Format: uuid */
            changeId: string;
            /** @description Kubernetes objects, as they are desired or run */
            objects: {
                [key: string]: unknown;
            }[];
            note?: string;
        };
        Baseline: {
            /** Format: uuid */
            id: string;
            entityRef: string;
            environment: string;
            region?: string;
            /** @description Counts up in each environment and region. Absent: not promoted yet */
            version?: number;
            /** @enum {string} */
            state: "proposed" | "current" | "superseded";
            /** @example sha256:... */
            digest: string;
            objectCount: number;
            /** @description Values that are kept masked */
            masked: number;
            /** Format: uuid */
            changeId: string;
            note?: string;
            proposedBy: string;
            proposedAt: components["schemas"]["Instant"];
            promotedBy?: string;
            promotedAt?: components["schemas"]["Instant"];
            /** @description Of whoever promoted it */
            comment?: string;
        };
        BaselineDetails: components["schemas"]["Baseline"] & {
            objects: {
                [key: string]: unknown;
            }[];
        };
        BaselinesPage: {
            items: components["schemas"]["Baseline"][];
            /** @description Absent: this was the last page */
            nextCursor?: string;
        };
        ScorecardResultsPage: {
            /** @description Ids of the checks, in the order of the states */
            checks: string[];
            items: components["schemas"]["ScorecardResult"][];
            /** @description Absent: this was the last page */
            nextCursor?: string;
            /** @description Of everything that the filter lets through */
            totals: {
                services: number;
                /** @description By level, lowest first; without a level first of all */
                levels: components["schemas"]["ScorecardLevelCount"][];
            };
        };
        ScorecardLevelCount: {
            /** @description Absent: not even the lowest */
            level?: string;
            services: number;
        };
        ScorecardRollUp: {
            /** @description Entity ref of the owner or system, or a tier. Absent: there is none */
            group?: string;
            services: number;
            /** @description The lowest level of its services in the strictest tier that it has. Absent: one of these has none */
            level?: string;
            strictestTier?: string;
            /** @description Services with an exemption in force */
            exempt: number;
            /** @description Of its services together */
            risk: number;
            /** @description Strictest first, unclassified last */
            byTier: {
                /** @description A tier id or `unclassified` */
                tier: string;
                /** @description Absent: unclassified, or a tier that there is no more */
                tierTitle?: string;
                services: number;
                /** @description Lowest worst case. Absent: nothing applies to any */
                lowestScore?: number;
                /** @description Lowest first; without a level first of all */
                levels: components["schemas"]["ScorecardLevelCount"][];
            }[];
            /** @description At most three services of the greatest risk */
            worst: components["schemas"]["ScorecardService"][];
        };
        ScorecardSummary: {
            total: components["schemas"]["ScorecardRollUp"];
            /** @description The greatest risk first, at most 500 */
            groups: components["schemas"]["ScorecardRollUp"][];
        };
        ScorecardDay: {
            day: components["schemas"]["Day"];
            services: number;
            /** @description Lowest first; without a level first of all */
            levels: components["schemas"]["ScorecardLevelCount"][];
        };
        EntityCheck: {
            check: string;
            title: string;
            question: string;
            weight: number;
            state: components["schemas"]["ScorecardCheckState"];
            /** @description Why, with the numbers */
            reason: string;
            /** @description What to do. Absent: it passes, or does not apply */
            remedy?: string;
            action?: components["schemas"]["RemedyAction"];
            /** @description Ids of the evidence that it rests on */
            evidence: string[];
            /** @description When time alone may change it. Absent: never */
            until?: components["schemas"]["Instant"];
            /** @description In force; it changes neither state nor score */
            exemption?: components["schemas"]["ScorecardExemption"];
            /** @description Waiting for a decision */
            requested?: components["schemas"]["ScorecardExemption"];
        };
        EntityScorecard: {
            scorecard: components["schemas"]["Scorecard"];
            standing: components["schemas"]["ScorecardStanding"];
            points: components["schemas"]["ScorecardPoints"];
            score?: components["schemas"]["ScorecardScore"];
            /** @description In the order of the scorecard */
            checks: components["schemas"]["EntityCheck"][];
            /** @description Ids of checks that do not pass, what to do first first */
            nextSteps: string[];
            /** @description When time alone may change it. Absent: never */
            until?: components["schemas"]["Instant"];
            /** @description Something changed and it is not judged yet; moments later it is */
            stale: boolean;
            judgedAt: components["schemas"]["Instant"];
            lastChangeAt?: components["schemas"]["Instant"];
            /** @description When it last fell to a lower level. Absent: it never did, or has come back since */
            levelLostAt?: components["schemas"]["Instant"];
        };
        ScorecardChange: {
            at: components["schemas"]["Instant"];
            /** @description From then on. Absent: none */
            level?: string;
            /** @description Absent: none */
            levelBefore?: string;
            score?: components["schemas"]["ScorecardScore"];
            /** @description Checks whose state is another; of the first judgement, all */
            checks: {
                check: string;
                from?: components["schemas"]["ScorecardCheckState"];
                to: components["schemas"]["ScorecardCheckState"];
                /** @description From then on */
                exempt?: boolean;
                reason?: string;
            }[];
        };
        /** @enum {string} */
        ScorecardExemptionState: "requested" | "in-force" | "refused" | "revoked" | "expired";
        ScorecardExemption: {
            /** Format: uuid */
            id: string;
            scorecard: string;
            check: string;
            entityRef: string;
            state: components["schemas"]["ScorecardExemptionState"];
            reason: string;
            /** @description The last day on which it holds, UTC */
            until: components["schemas"]["Day"];
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            /** @description Never who asked for it */
            decidedBy?: string;
            decidedAt?: components["schemas"]["Instant"];
            decisionComment?: string;
            revokedBy?: string;
            revokedAt?: components["schemas"]["Instant"];
            revocationReason?: string;
        };
        /**
         * @description `reached`, `missed`: it ended so, and stays so whatever happens to its services
         * @enum {string}
         */
        CampaignState: "planned" | "running" | "reached" | "missed" | "cancelled";
        /**
         * @description `exempt`: not there, and somebody approved all that is in the way; `not-known`: it may be there, and nobody knows; neither counts as reached
         * @enum {string}
         */
        CampaignStanding: "reached" | "exempt" | "not-known" | "not-reached";
        /** @description Which services; all conditions hold together. Empty: all of the scorecard */
        CampaignScope: {
            /** @description Entity refs, or `none` */
            owners?: string[];
            /** @description Entity refs, or `none` */
            systems?: string[];
            /** @description Tier ids, or `unclassified` */
            tiers?: string[];
            /** @description A filter predicate of Backstage over the entity, e.g. `{"metadata.labels.area": "payments"}` */
            entities?: {
                [key: string]: unknown;
            };
        };
        CampaignContent: {
            title: string;
            /** @description Why */
            description: string;
            scorecard: string;
            level: string;
            scope: components["schemas"]["CampaignScope"];
            /**
             * @description First day, on the clock of the zone
             * @example 2027-01-04
             */
            startsOn: string;
            /**
             * @description Last day; it ends at the end of that day on the clock of the zone
             * @example 2027-03-31
             */
            endsOn: string;
            /** @example Europe/Zurich */
            timezone: string;
            /** @description Entity ref of the group or user that answers for it */
            owner: string;
            /** @description Days before the last day on which owners of services that are not there yet are reminded, at 09:00 on the clock of the zone */
            reminders: number[];
        };
        CampaignCounts: {
            services: number;
            reached: number;
            exempt: number;
            notKnown: number;
            notReached: number;
        };
        Campaign: {
            /** Format: uuid */
            id: string;
            revision: number;
            state: components["schemas"]["CampaignState"];
            content: components["schemas"]["CampaignContent"];
            /** @description Absent: the scorecard is gone */
            scorecardTitle?: string;
            /** @description Absent: the scorecard has no such level any more, and nothing counts as reached */
            levelTitle?: string;
            startsAt: components["schemas"]["Instant"];
            /** @description The first moment after its last day */
            endsAt: components["schemas"]["Instant"];
            counts: components["schemas"]["CampaignCounts"];
            /** @description Once it has ended: how many it was then, whoever asks */
            total?: components["schemas"]["CampaignCounts"];
            /** @description Services that joined after its beginning */
            joined: number;
            /** @description Services that belonged to it and do not any more */
            left: number;
            /** @description Services that are being judged again. Absent: none */
            mayDiffer?: number;
            /** @description true: its last day is over, and what was due until then is being judged */
            concluding?: boolean;
            endedAt?: components["schemas"]["Instant"];
            cancellation?: {
                by: string;
                at: components["schemas"]["Instant"];
                reason: string;
            };
            createdBy: string;
            createdAt: components["schemas"]["Instant"];
            updatedBy: string;
            updatedAt: components["schemas"]["Instant"];
            may: {
                change: boolean;
                cancel: boolean;
            };
        };
        CampaignService: {
            entityRef: string;
            name: string;
            title?: string;
            owner?: string;
            system?: string;
            tier: string;
            standing: components["schemas"]["CampaignStanding"];
            /** @description Ids of checks that are in the way, what to do first first */
            missing: string[];
            /** @description The first of them. Absent: nothing is, or it is over */
            next?: {
                check: string;
                title: string;
                reason: string;
                remedy?: string;
            };
            /** @description Absent: it was there at the beginning */
            joinedAt?: components["schemas"]["Instant"];
            /** @description Absent: it belongs to it */
            leftAt?: components["schemas"]["Instant"];
            /** @description true: it is being judged again */
            mayDiffer?: boolean;
        };
        CampaignProgress: {
            /** @description Checks that are in the way of most services first */
            blockers: {
                check: string;
                title: string;
                services: number;
                /** @description Services that would be there at once if it passed */
                alone: number;
            }[];
            /** @description Those with most services that are not there first; at most 500 */
            owners: {
                /** @description Absent: services of nobody */
                owner?: string;
                counts: components["schemas"]["CampaignCounts"];
            }[];
            ownersLeftOut: number;
            /** @description How many were there at the end of each day, on the clock of its zone, oldest first; of all services, whoever asks */
            days: {
                day: components["schemas"]["Day"];
                services: number;
                reached: number;
            }[];
            /** @description Services that were there since it began and are not any more, the newest loss first; at most 100 */
            lost: {
                entityRef: string;
                name: string;
                title?: string;
                owner?: string;
                lostAt: components["schemas"]["Instant"];
            }[];
            lostLeftOut: number;
        };
        CampaignPreview: {
            problems: components["schemas"]["FieldProblem"][];
            startsAt?: components["schemas"]["Instant"];
            endsAt?: components["schemas"]["Instant"];
            reminders: components["schemas"]["Instant"][];
            /** @description Absent: it cannot be told because of the problems */
            counts?: components["schemas"]["CampaignCounts"];
            /** @description Those that are not there first, by name; at most 50 */
            services: components["schemas"]["CampaignService"][];
        };
        CampaignRevision: {
            revision: number;
            /** @enum {string} */
            change: "created" | "changed" | "started" | "cancelled" | "reached" | "missed";
            at: components["schemas"]["Instant"];
            by: string;
            comment?: string;
            content: components["schemas"]["CampaignContent"];
        };
        EntityCampaign: {
            /** Format: uuid */
            id: string;
            title: string;
            state: components["schemas"]["CampaignState"];
            scorecard: string;
            /** @description Its title */
            level: string;
            startsOn?: components["schemas"]["Day"];
            endsOn: components["schemas"]["Day"];
            timezone: string;
            endsAt: components["schemas"]["Instant"];
            owner: string;
            standing: components["schemas"]["CampaignStanding"];
            missing: string[];
        };
        CatalogChange: {
            entityRef: string;
            summary: string;
            /** @description YAML to merge into the entity; its whole spec.continuity.dependencies */
            patch: string;
            /** @description Where the entity is declared; absent when not known */
            file?: string;
            /** @description Where that is edited; absent when not known */
            editUrl?: string;
        };
        /** @enum {string} */
        SaasPlanning: "yes" | "no" | "unknown";
        Saas: {
            node: components["schemas"]["GraphNode"];
            vendor?: string;
            /** @description Contractual, e.g. 0.999 */
            availability?: number;
            /** @example 24x7 */
            supportHours?: string;
            /** @description Where it is; absent when none is declared */
            exitPlan?: string;
            dataRegions?: string[];
            substitutes?: components["schemas"]["GraphNode"][];
            inPlanning: components["schemas"]["SaasPlanning"];
            /**
             * @description `decision`: somebody decided, and it is not due for review; `rule`: nobody did. A decision that is past its review date no longer counts, and the rule answers
             * @enum {string}
             */
            decidedBy: "decision" | "rule";
            reasons: string[];
            /** @description What planning for it lacks, e.g. no exit plan */
            problems: {
                message: string;
                remedy: string;
            }[];
            /** @description What the reasons name by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named */
            mentions?: components["schemas"]["GraphNode"][];
            dependants: {
                total: number;
                hidden: number;
                /** @description How many of them fail without it */
                failing: number;
                mostCritical?: components["schemas"]["Tier"];
                /** @description That fail without it; at most 50 */
                businessFunctions: components["schemas"]["GraphNode"][];
            };
            decision?: components["schemas"]["SaasDecision"];
        };
        SaasDecision: {
            entityRef: string;
            revision: number;
            /** @enum {string} */
            inPlanning: "yes" | "no";
            /** @description What the rule said when it was decided */
            ruleSaid?: components["schemas"]["SaasPlanning"];
            reason: string;
            reviewOn: components["schemas"]["Day"];
            decidedBy: string;
            decidedAt: components["schemas"]["Instant"];
            /** @description The review date is reached */
            due: boolean;
        };
        /** @description Half-open */
        Span: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
        };
        ChangePlaces: string[];
        /** @enum {string} */
        ChangeState: "draft" | "assessed" | "awaiting-approval" | "approved" | "scheduled" | "implementing" | "in-review" | "closed" | "cancelled" | "rejected" | "expired";
        /** @enum {string} */
        ChangeEvent: "assess" | "revise" | "request-approval" | "pre-approve" | "approve" | "suspend" | "reject" | "schedule" | "start" | "finish" | "complete-review" | "cancel" | "expire";
        /** @enum {string} */
        ChangeOutcome: "succeeded" | "failed" | "rolled-back";
        Refusal: {
            reason: string;
            remedy?: string;
        };
        /** @description What only whoever changes it knows; what is left out is not known */
        ReleaseDeclaredFacts: {
            /** @enum {string} */
            migration?: "none" | "reversible" | "irreversible";
            touches?: ("configuration" | "infrastructure")[];
            size?: {
                files: number;
                lines: number;
            };
            majorUpdates?: string[];
            /** @enum {string} */
            pipeline?: "conformant" | "divergent";
        };
        JudgedReleaseRule: {
            rule: string;
            title: string;
            class: components["schemas"]["ReleaseClass"];
            /** @enum {string} */
            outcome: "met" | "not-met" | "unknown";
            explanation: string;
            remedy?: string;
        };
        ReleaseProtocol: {
            approvals: {
                id: string;
                title: string;
                required: number;
                from: {
                    groups?: string[];
                    owners?: boolean;
                };
                except?: ("author" | "committer" | "implementer")[];
            }[];
            checks: string[];
            /** @enum {string} */
            windows: "open-only" | "any";
            communication: string[];
            reviewWithin?: string;
        };
        ReleaseClassification: {
            class: components["schemas"]["ReleaseClass"];
            /** @description Those that decide first, then others that count, then those that are not met */
            rules: components["schemas"]["JudgedReleaseRule"][];
            protocol: components["schemas"]["ReleaseProtocol"];
            /** @description What becomes of the class that was chosen. Absent: none was */
            chosen?: {
                class: components["schemas"]["ReleaseClass"];
                problems: components["schemas"]["FieldProblem"][];
                /** @description It is below what the rules say, so somebody else has to agree */
                needsApproval: boolean;
            };
        };
        FieldProblem: {
            /** @example rollbackPlan.steps */
            path: string;
            message: string;
        };
        /** @description A ChangeContent; checked in full by the server, which names the fields that are wrong */
        ChangeContentInput: {
            [key: string]: unknown;
        };
        /** @description What a change says of itself; what is left out was not said yet */
        ChangeContent: {
            title: string;
            description?: string;
            entities: string[];
            environments: string[];
            /** @description Absent: every region of those environments */
            regions?: string[];
            /** @description What is deployed, `sha256:...` by entity ref */
            digests?: {
                [key: string]: string;
            };
            window?: components["schemas"]["Span"];
            class?: components["schemas"]["ReleaseClass"];
            classReason?: string;
            incident?: string;
            plan?: string;
            rollbackPlan?: {
                steps: string[];
                decisionOwner: string;
                /** @example PT15M */
                decisionDeadline: string;
                /** @example PT10M */
                expectedDuration: string;
                dataHandling: string;
            };
            tests?: {
                summary: string;
                link?: string;
            }[];
            communication?: string;
            implementer?: string;
            committers?: string[];
            facts?: components["schemas"]["ReleaseDeclaredFacts"];
        };
        /** @description What came of one of several decisions */
        ChangeDecisionResult: {
            /** Format: uuid */
            change: string;
            done: boolean;
            summary?: components["schemas"]["ChangeSummary"];
            /** @description Why it was not done. Absent: it was */
            refusal?: {
                /** @description Of the error, as if it was decided alone */
                name: string;
                message: string;
            };
        };
        /** @description How risky a change is beside others; no probability of anything */
        ChangeRisk: {
            points: number;
            /** @description What the points come from, the most first */
            factors: {
                /** @enum {string} */
                kind: "class" | "tier" | "blast-radius" | "migration" | "checks" | "closings" | "history";
                points: number;
                explanation: string;
            }[];
        };
        CabBoard: {
            group: components["schemas"]["EntityRef"];
            /** @description Whether the caller belongs to it */
            isMember: boolean;
        };
        CabVote: {
            by: components["schemas"]["EntityRef"];
            /** @enum {string} */
            decision: "approve" | "reject";
            at: components["schemas"]["Instant"];
            comment?: string;
            /** @description Given before the meeting began. Absent: there is no meeting */
            beforeMeeting?: boolean;
        };
        CabAgendaItem: {
            change: components["schemas"]["ChangeSummary"];
            risk: components["schemas"]["ChangeRisk"];
            /** @description That count, the oldest first */
            votes: components["schemas"]["CabVote"][];
            /** @description Why what was approved does not count any more. Absent: it was not suspended */
            suspendedBecause?: string[];
            escalatesAt?: components["schemas"]["Instant"];
            /** @description Whether the caller may fill a seat that is empty */
            asksCaller: boolean;
        };
        CabAgenda: {
            group: components["schemas"]["EntityRef"];
            items: components["schemas"]["CabAgendaItem"][];
            /** @description Whether there are more than are listed */
            more: boolean;
        };
        /** @enum {string} */
        CabMeetingState: "planned" | "closed" | "cancelled";
        CabMeeting: {
            /** Format: uuid */
            id: string;
            group: components["schemas"]["EntityRef"];
            title: string;
            start: components["schemas"]["Instant"];
            state: components["schemas"]["CabMeetingState"];
            calledBy: components["schemas"]["EntityRef"];
            calledAt: components["schemas"]["Instant"];
            /** @description Absent: it is planned */
            ended?: {
                by: components["schemas"]["EntityRef"];
                at: components["schemas"]["Instant"];
                /** @description What whoever closed it wrote down, or why it was called off */
                note?: string;
            };
        };
        /** @description What became of one change in a meeting */
        CabMinute: {
            /** Format: uuid */
            change: string;
            title: string;
            class: components["schemas"]["ReleaseClass"];
            /**
             * @description `waiting`: others have to decide, or it was put off. `withdrawn`: it is not up for approval any more
             * @enum {string}
             */
            outcome: "approved" | "rejected" | "waiting" | "withdrawn";
            risk: number;
            /** @description By whomever, since the meeting was called; the oldest first */
            votes: components["schemas"]["CabVote"][];
            note?: string;
        };
        CabMinutes: {
            present: components["schemas"]["EntityRef"][];
            absent: components["schemas"]["EntityRef"][];
            /** @description The riskiest first; those of which the caller may not see everything are left out */
            items: components["schemas"]["CabMinute"][];
        };
        CabMeetingDetails: {
            meeting: components["schemas"]["CabMeeting"];
            /** @description Of the group now. Empty: it has none, or they are not known */
            members: components["schemas"]["EntityRef"][];
            /** @description Whether the caller may close it and call it off */
            mayLead: boolean;
            /** @description What it has a say in and was voted on since it was called, the riskiest first; empty once it has ended */
            decided: components["schemas"]["CabMinute"][];
            minutes?: components["schemas"]["CabMinutes"];
        };
        ChangeSummary: {
            /** Format: uuid */
            id: string;
            revision: number;
            state: components["schemas"]["ChangeState"];
            class: components["schemas"]["ReleaseClass"];
            title: string;
            entities: string[];
            environments: string[];
            window?: components["schemas"]["Span"];
            implementer?: string;
            /** @description It was approved, and is not any more because something is different */
            suspended: boolean;
            /** @description It was drafted because of a deployment without a change */
            retrospective?: boolean;
            /** @description Approvals that are needed and given */
            seats: {
                filled: number;
                required: number;
            };
            createdBy: string;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What an approval is given on; a part that is absent is not known */
        ReadinessSnapshot: {
            at: components["schemas"]["Instant"];
            class?: components["schemas"]["ReleaseClass"];
            digests?: {
                [key: string]: string;
            };
            checks?: {
                [key: string]: components["schemas"]["Verdict"];
            };
            window?: components["schemas"]["Span"];
            /** @description Windows that close at the planned time, with their titles */
            closings?: {
                [key: string]: string;
            };
            blastRadius?: string[];
        };
        ReadinessDifference: {
            /** @enum {string} */
            part: "class" | "digests" | "checks" | "window" | "closings" | "blastRadius";
            subject?: string;
            /** @description An approval does not cover it */
            regressed: boolean;
            explanation: string;
        };
        ChangeApproval: {
            /** Format: uuid */
            id: string;
            by: string;
            /** @enum {string} */
            decision: "approve" | "reject";
            comment?: string;
            at: components["schemas"]["Instant"];
            /**
             * @description Only what counts fills a seat
             * @enum {string}
             */
            state: "counts" | "suspended" | "superseded" | "withdrawn" | "expired";
            expiresAt?: components["schemas"]["Instant"];
            /** @description Of what the change said */
            revision: number;
            endedAt?: components["schemas"]["Instant"];
            endedBecause?: string;
            /** @description What is not as it was when it was given */
            differences?: components["schemas"]["ReadinessDifference"][];
        };
        ChangeSeatRule: {
            id: string;
            title: string;
            required: number;
            filledBy: string[];
            /** @description Who may fill a seat, at most 50 */
            eligible: string[];
            eligibleCount: number;
        };
        Change: {
            summary: components["schemas"]["ChangeSummary"];
            content: components["schemas"]["ChangeContent"];
            /** @description Everybody who wrote a part of it; none of them may approve it */
            authors: string[];
            updatedBy: string;
            classification?: components["schemas"]["ReleaseClassification"];
            protocol?: components["schemas"]["ReleaseProtocol"];
            /** @description What it has to say and does not */
            problems: components["schemas"]["FieldProblem"][];
            approvals: {
                rules: components["schemas"]["ChangeSeatRule"][];
                isComplete: boolean;
                /** @description As a standard change for which nobody has to be asked */
                preApproved?: boolean;
                missing?: string;
                /** @description Why the seats cannot be filled, whoever approves */
                shortage?: string;
                /** @description Why it is not known who may approve */
                unknown?: string;
                /** @description Those of the newest approvals that count or were suspended, newest first */
                given: components["schemas"]["ChangeApproval"][];
                escalatesAt?: components["schemas"]["Instant"];
            };
            readiness: {
                /** @description Another one as soon as what an approval would be given on is anything else */
                fingerprint: string;
                approved?: components["schemas"]["ReadinessSnapshot"];
                now: components["schemas"]["ReadinessSnapshot"];
                /** @description Between what was approved and now. Absent: nothing was approved */
                differences?: components["schemas"]["ReadinessDifference"][];
                /** @description What keeps it from beginning now. Absent: it is not looked at before it is approved, nor once it has begun */
                refusals?: components["schemas"]["Refusal"][];
            };
            suspension?: {
                at: components["schemas"]["Instant"];
                because: string[];
            };
            conflicts: components["schemas"]["ChangeConflict"][];
            /** @description What can happen to it from here */
            next: {
                event: components["schemas"]["ChangeEvent"];
                allowed: boolean;
                refusals: components["schemas"]["Refusal"][];
            }[];
            expiresAt?: components["schemas"]["Instant"];
            outcome?: components["schemas"]["ChangeOutcome"];
            review?: {
                summary: string;
                followUp: string;
                by: string;
                at: components["schemas"]["Instant"];
            };
            reviewDueAt?: components["schemas"]["Instant"];
        };
        ChangeRevision: {
            revision: number;
            at: components["schemas"]["Instant"];
            by: string;
            comment?: string;
            content: components["schemas"]["ChangeContent"];
        };
        ChangeHappening: {
            /** Format: uuid */
            id: string;
            at: components["schemas"]["Instant"];
            by: string;
            /**
             * @description A ChangeEvent, or what changed no state: create, approval, withdraw, escalate, overdue
             * @enum {string}
             */
            event: "create" | "assess" | "revise" | "request-approval" | "pre-approve" | "approval" | "approve" | "withdraw" | "suspend" | "reject" | "schedule" | "start" | "finish" | "complete-review" | "cancel" | "escalate" | "overdue" | "expire";
            from: components["schemas"]["ChangeState"];
            to: components["schemas"]["ChangeState"];
            revision?: number;
            comment?: string;
            /** @description On what evidence, or because of what; sentences */
            details?: string[];
        };
        ChangeConflict: {
            /** @enum {string} */
            kind: "same-entity" | "dependency" | "freeze" | "peak" | "maintenance" | "implementer-busy" | "approver-busy" | "region" | "unknown";
            blocks: boolean;
            with?: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            explanation: string;
            remedy: string;
        };
        /** @description Something that could not be carried over, and what to do about it */
        ConnectorProblem: {
            reason: string;
            remedy: string;
            at: components["schemas"]["Instant"];
        };
        /** @description A change that waits to be written to another system */
        ConnectorPush: {
            /** Format: uuid */
            changeId: string;
            /** @description The newest that is known to wait; what is written is the newest there is then */
            revision: number;
            since: components["schemas"]["Instant"];
            /** @description How often it failed */
            attempts: number;
            /** @description When it is tried. Absent: not before somebody says so, or the change is changed */
            nextAt?: components["schemas"]["Instant"];
            /** @description true: that system refused it, and trying again alone does not help */
            refused: boolean;
            /** @description A replica writes it at this moment */
            writing: boolean;
            /** @description Why it failed last. Absent: it was not tried yet */
            problem?: components["schemas"]["ConnectorProblem"];
        };
        ChangeRecordDecision: {
            /** @description Ref of the user where exactly one fits, else what the person is called there */
            by: string;
            /** @enum {string} */
            decision: "approve" | "reject";
            /** @description By the clock of that system */
            at: components["schemas"]["Instant"];
            /**
             * @description counted: it is the vote of that person here, too. shown: it is not
             * @enum {string}
             */
            outcome: "counted" | "shown";
            /** @description Why it does not count */
            note?: string;
            remedy?: string;
        };
        /** @description What a change is in another system */
        ChangeRecord: {
            /** @example servicenow */
            connector: string;
            /** @example ServiceNow */
            title: string;
            /**
             * @description Absent: there is no record of it there yet
             * @example CHG0030192
             */
            number?: string;
            url?: string;
            /**
             * @description There, in the words of that system
             * @example Authorize
             */
            state?: string;
            /** @description The last one that was written there. Absent: none was */
            revision?: number;
            /** @description When it was last written, or read with news */
            synchronisedAt?: components["schemas"]["Instant"];
            /** @description What waits to be written. Absent: nothing */
            waiting?: components["schemas"]["ConnectorPush"];
            /** @description What could not be carried over; empty: nothing */
            problems: components["schemas"]["ConnectorProblem"][];
            /** @description What people approved or refused there, newest first */
            decisions: components["schemas"]["ChangeRecordDecision"][];
        };
        Connector: {
            /** @example servicenow */
            id: string;
            /** @example ServiceNow */
            title: string;
            /** @description false: something of it is kept, and no such connector is configured */
            active: boolean;
            /**
             * @description What approvals of that system are worth here
             * @enum {string}
             */
            approvals: "show" | "count";
            /** @description How many changes wait to be written there */
            waiting: number;
            /** @description How many of them have failed */
            failing: number;
            /** @description Those that wait, what fails first; at most 100 */
            queue: components["schemas"]["ConnectorPush"][];
            /** @description When it was last asked for news and answered. Absent: never */
            pulledAt?: components["schemas"]["Instant"];
            /** @description Absent: the last question was answered */
            pullFailing?: {
                problem: components["schemas"]["ConnectorProblem"];
                since: components["schemas"]["Instant"];
                retryAt: components["schemas"]["Instant"];
            };
            /** @description What could not be carried over, newest first; at most 100 */
            conflicts: {
                /** Format: uuid */
                changeId: string;
                number: string;
                url: string;
                problem: components["schemas"]["ConnectorProblem"];
            }[];
            /** @description Records there that could not become drafts here, newest first; at most 100 */
            untaken: {
                number: string;
                url: string;
                title: string;
                problem: components["schemas"]["ConnectorProblem"];
            }[];
        };
        Collector: {
            /** @example oci */
            id: string;
            /** @example OCI registries */
            title: string;
            /** @description false: something of it is kept, and it is not part of this backend */
            active: boolean;
            /** @description Ids of the kinds of evidence that it reports */
            kinds: string[];
            /** @description From the beginning of a run to the beginning of the next. Absent: it is not active */
            everySeconds?: number;
            /** @description Whether a replica is at it */
            running: boolean;
            /** @description When the newest run began. Absent: it never ran */
            startedAt?: components["schemas"]["Instant"];
            /** @description When a run last ended, whatever came of it. Absent: none has */
            finishedAt?: components["schemas"]["Instant"];
            /** @description When a run last came to its end without failing. Absent: none has */
            completedAt?: components["schemas"]["Instant"];
            /** @description When it runs next. Absent: nobody runs it */
            nextAt?: components["schemas"]["Instant"];
            /** @description How many runs in a row failed */
            failures: number;
            /** @description Why the last run failed. Absent: it did not */
            failing?: {
                reason: string;
                remedy: string;
                since: components["schemas"]["Instant"];
                at: components["schemas"]["Instant"];
            };
            /** @description What became of the reports of the last run */
            reports: {
                accepted: number;
                /** @description That said what was known, so they were not stored again */
                unchanged: number;
                refused: number;
            };
            /** @description How much it cannot see; not all of it may be listed */
            problemCount: number;
            /** @description What it cannot see, first what is about no single service, then what lasts longest; at most 100 */
            problems: components["schemas"]["CollectorProblem"][];
        };
        CollectorProblem: {
            /** @description Of the service. Absent: it is about none in particular */
            entityRef?: string;
            environment?: string;
            region?: string;
            /** @description What was asked, to show. Absent: nothing in particular */
            place?: string;
            reason: string;
            remedy: string;
            /** @description Since when every run has found it */
            since: components["schemas"]["Instant"];
            at: components["schemas"]["Instant"];
        };
        ChangeSlots: {
            period: components["schemas"]["Span"];
            slots: {
                start: components["schemas"]["Instant"];
                end: components["schemas"]["Instant"];
                openUntil?: components["schemas"]["Instant"];
                /** @description What keeps it from beginning earlier */
                after?: string;
                /** @description Before what it has to be over */
                before?: string;
                notes: string[];
            }[];
            /** @description What takes the time, the longest first */
            taken: {
                kind: string;
                explanation: string;
                seconds: number;
            }[];
        };
        ApprovalDelegation: {
            /** Format: uuid */
            id: string;
            from: string;
            to: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            reason?: string;
        };
        /** @enum {string} */
        OverrideState: "requested" | "in-force" | "in-review" | "reviewed" | "refused" | "withdrawn" | "lapsed";
        Override: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["OverrideState"];
            rules: string[];
            reason: string;
            incident: string;
            entities: string[];
            environments: string[];
            regions?: string[];
            duration: string;
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            /** @description The request is over then if not everybody has approved it. Absent: it waits for nobody */
            lapsesAt?: components["schemas"]["Instant"];
            approvals: {
                by: string;
                at: components["schemas"]["Instant"];
                comment?: string;
            }[];
            seats: {
                filled: number;
                required: number;
                /** @description Those that are still empty. Absent: it waits for nobody */
                open?: {
                    title: string;
                    count: number;
                    /** @description Refs of the people and groups one of whom may fill it */
                    from: string[];
                }[];
            };
            start?: components["schemas"]["Instant"];
            end?: components["schemas"]["Instant"];
            closedBy?: string;
            closedBecause?: string;
            reviewDueAt?: components["schemas"]["Instant"];
            review?: {
                summary: string;
                justified: boolean;
                followUp: string;
                by: string;
                at: components["schemas"]["Instant"];
            };
        };
        UnauthorisedDeployment: {
            /** Format: uuid */
            id: string;
            entityRef: string;
            environment: string;
            region?: string;
            version: string;
            artifactDigest?: string;
            /** Format: uuid */
            evidenceId?: string;
            openedAt: components["schemas"]["Instant"];
            lastSeenAt: components["schemas"]["Instant"];
            /** @description How often it was seen; more than once opens no other finding */
            times: number;
            /** @description Why no change covers it */
            reason: string;
            /** @description What to do next. Absent: somebody has answered for it */
            remedy?: string;
            /**
             * Format: uuid
             * @description The change that was drafted afterwards
             */
            changeId?: string;
            resolvedBy?: string;
            resolvedAt?: components["schemas"]["Instant"];
            resolution?: string;
        };
    };
    responses: {
        /** @description What went wrong */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        kind: string;
        namespace: string;
        name: string;
        limit: number;
        cursor: string;
        /** @description Only what concerns this entity, or what a change of it would mend */
        findingEntity: components["schemas"]["EntityRef"];
        /** @description Entity ref of the owner of either end, or `none` */
        findingOwner: string;
        findingKind: components["schemas"]["GraphFindingKind"];
        findingSeverity: components["schemas"]["GraphFindingSeverity"];
        /** @description `no`: without an exemption in force; `requested`: waiting for approval */
        findingExempted: "no" | "requested" | "yes";
        /** @description Part of a name or title, case-insensitive */
        findingText: string;
        /** @description Entity refs of owners; `none` stands for services without one */
        driftOwner: string[];
        /** @description Tier ids, or `unclassified` */
        driftTier: string[];
        /** @description Part of a name or title, case-insensitive */
        driftText: string;
        baselineId: string;
        /** @description Id of the scorecard */
        scorecard: string;
        scorecardExemptionId: string;
        /** @description Entity refs of owners; `none` stands for services without one */
        scorecardOwner: string[];
        /** @description Entity refs of systems; `none` stands for services in none */
        scorecardSystem: string[];
        /** @description Tier ids, or `unclassified` */
        scorecardTier: string[];
        /** @description Ids of levels; `none` stands for services that are not even on the lowest */
        scorecardLevel: string[];
        /** @description Id of a check that `state` and `exempt` are about. Absent: they are about any check */
        scorecardCheck: string;
        /** @description What came of a check, one of these */
        scorecardState: components["schemas"]["ScorecardCheckState"][];
        /** @description true: an exemption is in force; false: none is */
        scorecardExempt: boolean;
        /** @description Part of the name or title, case-insensitive */
        scorecardText: string;
        /** @description `risk`: greatest first; `score`: lowest worst case first; `name`: by entity ref */
        scorecardSort: "risk" | "score" | "name";
        findingId: string;
        uuid: string;
        /** @description The revision that was read, as `"3"` */
        ifMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listLedgerFollowers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The followers, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many entries the ledger has; a follower that is done stands there */
                        entries: number;
                        items: components["schemas"]["LedgerFollower"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSetAsideEntries: {
        parameters: {
            query?: {
                /** @description Absent: of all */
                follower?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest ones, and how many there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SetAsideEntry"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    retrySetAsideEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                follower: string;
                /** @description Of the entry in the ledger */
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryOutcome"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFollowedFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feeds, by calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FollowedFeed"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connectors, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Connector"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    retryConnectorPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connector: string;
                change: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryOutcome"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCollectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collectors, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Collector"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    runCollector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                collector: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is due now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collector"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEvidenceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvidenceKind"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceSubmission"];
            };
        };
        responses: {
            /** @description Known already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createEvidenceBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: Record<string, never>[];
                };
            };
        };
        responses: {
            /** @description One result an item in the order of the items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceBatchResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityContinuity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityContinuity"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityEvidence: {
        parameters: {
            query?: {
                /** @description Only this kind of evidence */
                evidenceKind?: string;
                environment?: string;
                /** @description Only the newest of each kind, environment and region */
                latest?: boolean;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Evidence"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityWindows: {
        parameters: {
            query: {
                from: components["schemas"]["Instant"];
                /** @description At most 400 days after from */
                to: components["schemas"]["Instant"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Occurrences that touch the period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntityWindow"][];
                        /** @description More occurrences exist than are returned (2000) */
                        truncated: boolean;
                        unreadableCalendars: components["schemas"]["UnreadableCalendar"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFleet: {
        parameters: {
            query?: {
                /** @description Entity ref of the owner */
                owner?: string;
                /** @description Entity ref of the system */
                system?: string;
                /** @description A tier id or `unclassified` */
                tier?: string;
                /** @description true: only services with a window in force now */
                frozen?: boolean;
                /** @description Part of the name or title, case-insensitive */
                text?: string;
                sort?: "name" | "tier" | "rto" | "owner" | "system" | "frozen";
                order?: "asc" | "desc";
                limit?: components["parameters"]["limit"];
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fleet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fleet"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendars, by title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CalendarSummary"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCalendarView: {
        parameters: {
            query: {
                from: components["schemas"]["Instant"];
                /** @description At most 400 days after from */
                to: components["schemas"]["Instant"];
                /** @description Only windows for this service */
                entity?: components["schemas"]["EntityRef"];
                /** @description Only windows for services of this owner */
                owner?: components["schemas"]["EntityRef"];
                system?: components["schemas"]["EntityRef"];
                /** @description A tier id or `unclassified` */
                tier?: string;
                environment?: string;
                region?: string;
                /** @description Ref of one calendar */
                calendar?: components["schemas"]["EntityRef"];
                effect?: components["schemas"]["WindowEffect"];
                enforcement?: components["schemas"]["Enforcement"];
                /** @description Part of a title or reason, case-insensitive */
                text?: string;
                /** @description Adds `rows`: which windows are for which of these */
                rows?: "system" | "team" | "tier" | "region";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The view */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    lintCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "yaml" | "ical";
                    /** @description FreezeCalendar entities, and the HolidayCalendars beside them, as YAML of at most 300,000 characters; or an iCalendar file */
                    content: string;
                    /** @description IANA zone for the floating times of an iCalendar file */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description The findings; empty when there is nothing to say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: components["schemas"]["CalendarFinding"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    importCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "ical" | "argocd" | "gitlab" | "kargo" | "harness" | "cron";
                    /** @description YAML and JSON have at most 300,000 characters */
                    content: string;
                    owner: components["schemas"]["EntityRef"];
                    /** @description IANA zone for times that name none */
                    timezone: string;
                    /** @description Why, for definitions that give no reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The windows as declared, and what did not mean what it seemed to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        windows: components["schemas"]["FreezeWindowDeclaration"][];
                        findings: components["schemas"]["CalendarFinding"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    simulateCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            /** @description The simulation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCalendarSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscriptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CalendarSubscription"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCalendarSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: components["schemas"]["SubscriptionSubject"];
                };
            };
        };
        responses: {
            /** @description The subscription with its address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarSubscription"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeCalendarSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                /** @description The token followed by `.ics` */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Not changed since */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listPortalWindows: {
        parameters: {
            query?: {
                owner?: components["schemas"]["EntityRef"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of windows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalWindow"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createPortalWindow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner: components["schemas"]["EntityRef"];
                    timezone: string;
                    window: components["schemas"]["FreezeWindowInput"];
                    comment?: components["schemas"]["Comment"];
                    /** @description Needed for a maintenance window that opens at once what others close */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalWindow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    previewPortalWindow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WindowDraft"];
            };
        };
        responses: {
            /** @description The preview; problems in the draft are part of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowPreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPortalWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The window */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalWindow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updatePortalWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    timezone: string;
                    window: components["schemas"]["FreezeWindowInput"];
                    comment: components["schemas"]["Comment"];
                    /**
                     * @description The preview was seen; go ahead although it opens something now
                     * @default false
                     */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalWindow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listPortalWindowHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalWindowRevision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    removePortalWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision: number;
                    comment: components["schemas"]["Comment"];
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                entity?: string;
                environment?: string;
                verdict?: components["schemas"]["GateVerdict"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GateDecision"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GateRequest"];
            };
        };
        responses: {
            /** @description A dry run, or a decision made before under the same key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateDecision"];
                };
            };
            /** @description Decided and recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateDecision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateDecision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDecisionStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedStatement"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys; the first one signs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SigningKey"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys; the first one is new */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SigningKey"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                /** @description First index */
                from?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerEntry"][];
                        checkpoint: components["schemas"]["Checkpoint"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerVerification"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityDependencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The neighbourhood */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDependencies"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityDependencies: {
        parameters: {
            query?: {
                /** @description 1: only direct ones. Absent: all */
                maxHops?: number;
                /** @description Entity ref of the owner, or `none` */
                owner?: string;
                /** @description A tier id or `unclassified` */
                tier?: string;
                /** @description Kind of the entities, e.g. `component` */
                kind?: string;
                /** @description Part of the name or title, case-insensitive */
                text?: string;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                direction: components["schemas"]["GraphDirection"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphReachPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGraphStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getImpact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpactRequest"];
            };
        };
        responses: {
            /** @description The impact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportImpact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpactRequest"];
            };
        };
        responses: {
            /** @description Columns ref, title, outcome, hops, tier, owner, system, breaches, path. What the caller may not see is one last row that counts it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    findPointsOfFailure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsOfFailureRequest"];
            };
        };
        responses: {
            /** @description The points of failure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsOfFailure"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportPointsOfFailure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsOfFailureRequest"];
            };
        };
        responses: {
            /** @description Columns ref, title, tier, owner, system, roots (how many), some of them, path (to the most critical), shield. What the caller may not see is one last row that counts it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    findCutSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    root: components["schemas"]["EntityRef"];
                    /**
                     * @description Largest size of a set that is looked for
                     * @default 2
                     */
                    max?: number;
                    /** @default 100 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description The minimal cut sets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CutSets"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    planWaves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WavesRequest"];
            };
        };
        responses: {
            /** @description The waves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waves"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listGraphFindings: {
        parameters: {
            query?: {
                /** @description Only what concerns this entity, or what a change of it would mend */
                entity?: components["parameters"]["findingEntity"];
                /** @description Entity ref of the owner of either end, or `none` */
                owner?: components["parameters"]["findingOwner"];
                kind?: components["parameters"]["findingKind"];
                severity?: components["parameters"]["findingSeverity"];
                /** @description `no`: without an exemption in force; `requested`: waiting for approval */
                exempted?: components["parameters"]["findingExempted"];
                /** @description Part of a name or title, case-insensitive */
                text?: components["parameters"]["findingText"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphFindingsPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportGraphFindings: {
        parameters: {
            query?: {
                /** @description Only what concerns this entity, or what a change of it would mend */
                entity?: components["parameters"]["findingEntity"];
                /** @description Entity ref of the owner of either end, or `none` */
                owner?: components["parameters"]["findingOwner"];
                kind?: components["parameters"]["findingKind"];
                severity?: components["parameters"]["findingSeverity"];
                /** @description `no`: without an exemption in force; `requested`: waiting for approval */
                exempted?: components["parameters"]["findingExempted"];
                /** @description Part of a name or title, case-insensitive */
                text?: components["parameters"]["findingText"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Columns severity, kind, ref, title, tier, owner, other, explanation, because, numbers, remedy, path, exemption, exempted until, id. What the caller may not see is one last row that counts it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listGraphFindingGroups: {
        parameters: {
            query?: {
                /** @description Only what concerns this entity, or what a change of it would mend */
                entity?: components["parameters"]["findingEntity"];
                /** @description Entity ref of the owner of either end, or `none` */
                owner?: components["parameters"]["findingOwner"];
                kind?: components["parameters"]["findingKind"];
                severity?: components["parameters"]["findingSeverity"];
                /** @description `no`: without an exemption in force; `requested`: waiting for approval */
                exempted?: components["parameters"]["findingExempted"];
                /** @description Part of a name or title, case-insensitive */
                text?: components["parameters"]["findingText"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphFindingGroupsPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGraphFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        graph: components["schemas"]["GraphFreshness"];
                        finding: components["schemas"]["GraphFinding"];
                        /** @description Newest first */
                        exemptions: components["schemas"]["GraphExemption"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    prepareCatalogChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogChange"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestGraphExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                    /** @description Last day of it; at most 366 days ahead */
                    until: components["schemas"]["Day"];
                };
            };
        };
        responses: {
            /** @description Requested; not in force yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideGraphExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                    comment: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeGraphExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSaas: {
        parameters: {
            query?: {
                /** @description Entity ref of the owner, or `none` */
                owner?: string;
                inPlanning?: components["schemas"]["SaasPlanning"];
                /** @description true: only those whose decision is due for review */
                due?: boolean;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, by title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        graph: components["schemas"]["GraphFreshness"];
                        items: components["schemas"]["Saas"][];
                        /** @description Over everything that the caller may see; not narrowed by the filters */
                        totals: {
                            yes: number;
                            no: number;
                            unknown: number;
                            due: number;
                        };
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSaas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        graph: components["schemas"]["GraphFreshness"];
                        saas: components["schemas"]["Saas"];
                        /** @description Newest first; at most 200 */
                        decisions: components["schemas"]["SaasDecision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideSaas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    inPlanning: "yes" | "no";
                    reason: components["schemas"]["Comment"];
                    /** @description At most 731 days ahead */
                    reviewOn: components["schemas"]["Day"];
                    /**
                     * @description Of the decision that it replaces; 0 when there is none
                     * @default 0
                     */
                    revision?: number;
                };
            };
        };
        responses: {
            /** @description Decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaasDecision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scorecards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Scorecard"][];
                        may: {
                            exempt: boolean;
                            approve: boolean;
                        };
                        judging: components["schemas"]["ScorecardJudging"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardResults: {
        parameters: {
            query?: {
                /** @description Entity refs of owners; `none` stands for services without one */
                owner?: components["parameters"]["scorecardOwner"];
                /** @description Entity refs of systems; `none` stands for services in none */
                system?: components["parameters"]["scorecardSystem"];
                /** @description Tier ids, or `unclassified` */
                tier?: components["parameters"]["scorecardTier"];
                /** @description Ids of levels; `none` stands for services that are not even on the lowest */
                level?: components["parameters"]["scorecardLevel"];
                /** @description Id of a check that `state` and `exempt` are about. Absent: they are about any check */
                check?: components["parameters"]["scorecardCheck"];
                /** @description What came of a check, one of these */
                state?: components["parameters"]["scorecardState"];
                /** @description true: an exemption is in force; false: none is */
                exempt?: components["parameters"]["scorecardExempt"];
                /** @description Part of the name or title, case-insensitive */
                text?: components["parameters"]["scorecardText"];
                /** @description `risk`: greatest first; `score`: lowest worst case first; `name`: by entity ref */
                sort?: components["parameters"]["scorecardSort"];
                limit?: number;
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardResultsPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportScorecardResults: {
        parameters: {
            query?: {
                /** @description Entity refs of owners; `none` stands for services without one */
                owner?: components["parameters"]["scorecardOwner"];
                /** @description Entity refs of systems; `none` stands for services in none */
                system?: components["parameters"]["scorecardSystem"];
                /** @description Tier ids, or `unclassified` */
                tier?: components["parameters"]["scorecardTier"];
                /** @description Ids of levels; `none` stands for services that are not even on the lowest */
                level?: components["parameters"]["scorecardLevel"];
                /** @description Id of a check that `state` and `exempt` are about. Absent: they are about any check */
                check?: components["parameters"]["scorecardCheck"];
                /** @description What came of a check, one of these */
                state?: components["parameters"]["scorecardState"];
                /** @description true: an exemption is in force; false: none is */
                exempt?: components["parameters"]["scorecardExempt"];
                /** @description Part of the name or title, case-insensitive */
                text?: components["parameters"]["scorecardText"];
                /** @description `risk`: greatest first; `score`: lowest worst case first; `name`: by entity ref */
                sort?: components["parameters"]["scorecardSort"];
            };
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Columns ref, title, owner, system, tier, tier title, level, level at best, worst, best, risk, judged at, to be judged again, then one for each check, e.g. `fail (exempt)` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardSummary: {
        parameters: {
            query?: {
                by?: "owner" | "system" | "tier";
                /** @description Entity refs of owners; `none` stands for services without one */
                owner?: components["parameters"]["scorecardOwner"];
                /** @description Entity refs of systems; `none` stands for services in none */
                system?: components["parameters"]["scorecardSystem"];
                /** @description Tier ids, or `unclassified` */
                tier?: components["parameters"]["scorecardTier"];
            };
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardTrend: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days on which something was judged; the last is today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScorecardDay"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scorecards whose audience the service belongs to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entityRef: string;
                        items: components["schemas"]["EntityScorecard"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityScorecardHistory: {
        parameters: {
            query?: {
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                /** @description Id of the scorecard */
                scorecard: components["parameters"]["scorecard"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScorecardChange"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardExemptions: {
        parameters: {
            query?: {
                scorecard?: string;
                entity?: components["schemas"]["EntityRef"];
                check?: string;
                state?: components["schemas"]["ScorecardExemptionState"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exemptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScorecardExemption"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestScorecardExemption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scorecard: string;
                    check: string;
                    entityRef: components["schemas"]["EntityRef"];
                    reason: components["schemas"]["Comment"];
                    /** @description Last day of it, UTC; at most 366 days ahead */
                    until: components["schemas"]["Day"];
                };
            };
        };
        responses: {
            /** @description Requested; not in force yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecardExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exemption */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideScorecardExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                    comment: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeScorecardExemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["scorecardExemptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardExemption"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDrift: {
        parameters: {
            query?: {
                /** @description Entity refs of owners; `none` stands for services without one */
                owner?: components["parameters"]["driftOwner"];
                /** @description Tier ids, or `unclassified` */
                tier?: components["parameters"]["driftTier"];
                /** @description Part of a name or title, case-insensitive */
                text?: components["parameters"]["driftText"];
                environment?: string;
                against?: components["schemas"]["DriftAgainst"];
                /** @description Any of these. Absent: all */
                standing?: components["schemas"]["DriftStanding"][];
                /** @description Only where the oldest finding that is open is at least this old */
                olderThanDays?: number;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of scans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDriftParity: {
        parameters: {
            query?: {
                /** @description Entity refs of owners; `none` stands for services without one */
                owner?: components["parameters"]["driftOwner"];
                /** @description Tier ids, or `unclassified` */
                tier?: components["parameters"]["driftTier"];
                /** @description Part of a name or title, case-insensitive */
                text?: components["parameters"]["driftText"];
                /** @description Services with at least one such cell */
                state?: components["schemas"]["DriftParityState"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftParityPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityDrift: {
        parameters: {
            query?: {
                environment?: string;
                region?: string;
                against?: components["schemas"]["DriftAgainst"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item for each environment, region and what it was held against */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDrift"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listBaselines: {
        parameters: {
            query?: {
                environment?: string;
                region?: string;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of baselines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselinesPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    proposeBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BaselineProposal"];
            };
        };
        responses: {
            /** @description The baseline as it is proposed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Baseline"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCurrentBaseline: {
        parameters: {
            query: {
                environment: string;
                region?: string;
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The baseline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineDetails"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The baseline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineDetails"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getBaselineStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedStatement"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    promoteBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["baselineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description The baseline as it counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Baseline"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description One of these. Absent: any */
                state?: components["schemas"]["CampaignState"][];
                scorecard?: string;
                /** @description Who answers for the campaign */
                owner?: components["schemas"]["EntityRef"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of campaigns, and what the caller may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Campaign"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                        may: {
                            create: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: components["schemas"]["CampaignContent"];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    previewCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The campaign that it is to become. Absent: a new one
                     */
                    id?: string;
                    content: components["schemas"]["CampaignContent"];
                };
            };
        };
        responses: {
            /** @description The preview; problems of the content are part of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign; `ETag` is its revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reviseCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was read, as `"3"` */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision?: number;
                    content: components["schemas"]["CampaignContent"];
                    comment: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was read, as `"3"` */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision?: number;
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCampaignProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCampaignServices: {
        parameters: {
            query?: {
                /** @description Entity ref of the owner of services, or `none` */
                owner?: string;
                /** @description `open`: not reached; `joined`: not there at the beginning; `left`: there once, and not any more */
                which?: "all" | "open" | "reached" | "exempt" | "not-known" | "not-reached" | "joined" | "left";
                /** @description Part of the name or title, case-insensitive */
                text?: string;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services, by owner and name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignService"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCampaignHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignRevision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntityCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaigns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntityCampaign"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    classifyRelease: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    entities: components["schemas"]["EntityRef"][];
                    environments: components["schemas"]["ChangePlaces"];
                    regions?: components["schemas"]["ChangePlaces"];
                    window?: components["schemas"]["Span"];
                    facts?: components["schemas"]["ReleaseDeclaredFacts"];
                    incident?: string;
                    class?: components["schemas"]["ReleaseClass"];
                    classReason?: string;
                };
            };
        };
        responses: {
            /** @description The class, and every rule that was looked at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseClassification"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Several are separated by commas */
                state?: string;
                class?: components["schemas"]["ReleaseClass"];
                entity?: components["schemas"]["EntityRef"];
                /** @description Of one of its entities */
                owner?: components["schemas"]["EntityRef"];
                author?: components["schemas"]["EntityRef"];
                /** @description `approve`: waits for the caller; `team`: of what the groups of the caller own; `author`: raised by the caller */
                mine?: "approve" | "team" | "author";
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeSummary"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: components["schemas"]["ChangeContentInput"];
                };
            };
        };
        responses: {
            /** @description Raised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getChangeBoard: {
        parameters: {
            query?: {
                /** @description Of each state */
                limit?: number;
                class?: components["schemas"]["ReleaseClass"];
                entity?: components["schemas"]["EntityRef"];
                /** @description Of one of its entities */
                owner?: components["schemas"]["EntityRef"];
                author?: components["schemas"]["EntityRef"];
                /** @description As for the list */
                mine?: "approve" | "team" | "author";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The columns of a board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            state: components["schemas"]["ChangeState"];
                            /** @description Absent: the caller does not see all services, so nothing is counted */
                            total?: number;
                            items: components["schemas"]["ChangeSummary"][];
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    findChangeSlots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description One that is planned already and is not in its own way
                     */
                    change?: string;
                    entities: components["schemas"]["EntityRef"][];
                    environments: components["schemas"]["ChangePlaces"];
                    regions?: components["schemas"]["ChangePlaces"];
                    class?: components["schemas"]["ReleaseClass"];
                    implementer?: components["schemas"]["EntityRef"];
                    /** @description Who decides on the way back */
                    decisionOwner?: components["schemas"]["EntityRef"];
                    /** @example PT1H */
                    duration: string;
                    from?: components["schemas"]["Instant"];
                    /** @default 5 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description The slots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSlots"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decisions: {
                        /** Format: uuid */
                        change: string;
                        /** @description That was seen */
                        revision: number;
                        /** @enum {string} */
                        decision: "approve" | "reject";
                        /** @description The `readiness.fingerprint` that was seen; an approval that would be given on anything else is refused */
                        seen?: string;
                        comment: components["schemas"]["Comment"];
                    }[];
                };
            };
        };
        responses: {
            /** @description What came of each, in the same order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: components["schemas"]["ChangeDecisionResult"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCabBoards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the caller belongs to first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CabBoard"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCabAgenda: {
        parameters: {
            query: {
                group: components["schemas"]["EntityRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agenda */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabAgenda"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCabMeetings: {
        parameters: {
            query?: {
                group?: components["schemas"]["EntityRef"];
                state?: components["schemas"]["CabMeetingState"];
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CabMeeting"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    callCabMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    group: components["schemas"]["EntityRef"];
                    title?: string;
                    start: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description Called */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabMeeting"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCabMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabMeetingDetails"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    closeCabMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Members who were there */
                    present: components["schemas"]["EntityRef"][];
                    note?: components["schemas"]["Comment"];
                    notes?: {
                        /** Format: uuid */
                        change: string;
                        note: components["schemas"]["Comment"];
                    }[];
                };
            };
        };
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabMeetingDetails"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelCabMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Called off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabMeeting"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listUnauthorisedDeployments: {
        parameters: {
            query?: {
                entity?: components["schemas"]["EntityRef"];
                /** @description true: only those that nobody has answered for */
                open?: boolean;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnauthorisedDeployment"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    resolveUnauthorisedDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Answered for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnauthorisedDeployment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listApprovalDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the caller gave or was given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApprovalDelegation"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createApprovalDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: components["schemas"]["EntityRef"];
                    start: components["schemas"]["Instant"];
                    end: components["schemas"]["Instant"];
                    reason?: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description Delegated */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDelegation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    endApprovalDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change; `ETag` is its revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reviseChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was read, as `"3"` */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    revision?: number;
                    content: components["schemas"]["ChangeContentInput"];
                    comment?: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    moveChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was read, as `"3"` */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    event: "assess" | "request-approval" | "pre-approve" | "schedule" | "start" | "finish" | "complete-review" | "cancel";
                    revision?: number;
                    comment?: components["schemas"]["Comment"];
                    /** @description For `finish`; needed */
                    outcome?: components["schemas"]["ChangeOutcome"];
                    /** @description For `complete-review`: summary and followUp, checked in full by the server */
                    review?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChangeApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approvals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeApproval"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was read, as `"3"` */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "reject" | "withdraw";
                    revision?: number;
                    /** @description The `readiness.fingerprint` that was seen; 409 when an approval would be given on anything else */
                    seen?: string;
                    /** @description Needed unless it is approved */
                    comment?: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChangeTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeHappening"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChangeRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions; at most 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeRevision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChangeConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conflicts; empty also when it has no planned time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeConflict"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChangeRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One a connector; empty when no other system has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeRecord"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOverrides: {
        parameters: {
            query?: {
                /** @description Several are separated by commas */
                state?: string;
                limit?: components["parameters"]["limit"];
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of overrides */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Override"][];
                        /** @description Absent: this was the last page */
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As a decision names them, e.g. `freeze:freezecalendar:default/close#month-end` */
                    rules: string[];
                    reason: string;
                    incident: string;
                    entities: string[];
                    environments: string[];
                    regions?: string[];
                    /** @example PT2H */
                    duration: string;
                };
            };
        };
        responses: {
            /** @description Asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The override */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                    comment?: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    closeOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["Comment"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reviewOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    summary?: string;
                    justified?: boolean;
                    followUp?: string;
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
