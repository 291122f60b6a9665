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
        };
        EntityWindow: {
            calendarRef: string;
            calendarTitle: string;
            windowId: string;
            title: string;
            reason: string;
            link?: string;
            enforcement: components["schemas"]["Enforcement"];
            /** @description Names of the environments of the service that it binds */
            environments: string[];
            /** @description Absent: all */
            regions?: string[];
            /** @description Absent: all */
            classes?: components["schemas"]["ReleaseClass"][];
            occurrence: components["schemas"]["Occurrence"];
        };
        UnreadableCalendar: {
            ref: string;
            problem: string;
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
                enforcement: components["schemas"]["Enforcement"];
                /** @description How many services it is for */
                services: number;
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
