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
         * @description Idempotent by (kind, source, externalId). 201 when it was stored, 200 when the same report is known already. 409 when a different report has taken that identity.
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
         * @description The caller must belong to the owner, or have continuity.window.administer. 409 when the owner has a window of that id already.
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
            /** @description The next ten occurrences */
            next: components["schemas"]["Occurrence"][];
            services: number;
            /** @description Refs of the first services that it is for; at most 20 */
            sample: string[];
            scope: string[];
            /** @description What saving changes against today, earliest first; within 90 days */
            changes: components["schemas"]["WindowChange"][];
        };
        WindowChange: {
            from: components["schemas"]["Instant"];
            to?: components["schemas"]["Instant"];
            before: components["schemas"]["WindowState"];
            after: components["schemas"]["WindowState"];
            /** @description true: takes effect at once */
            now?: boolean;
            services: number;
            sample: string[];
        };
        SubscriptionSubject: {
            /** @enum {string} */
            kind: "entity" | "team" | "calendar";
            ref: components["schemas"]["EntityRef"];
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
            }[];
            /** @description When all of them are open for the wanted length; absent when there is none in the period */
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
            /** @description Reference of the change request */
            change?: string;
            at?: components["schemas"]["Instant"];
            /** @default false */
            dryRun?: boolean;
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
                    /** @description A FreezeCalendar entity as YAML or an iCalendar file */
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
}
