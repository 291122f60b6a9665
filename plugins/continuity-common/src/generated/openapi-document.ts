// Generated from openapi.yaml by `npm run generate`; do not edit.

/** The API's OpenAPI document, for validating requests at run time. */
export const openApiDocument: Record<string, unknown> = {
  "openapi": "3.0.3",
  "info": {
    "title": "Continuity",
    "version": "0.1.0",
    "description": "May this be deployed there now, and can we get back in time if it goes wrong? Every instant is ISO 8601 in UTC, every duration ISO 8601. A list is newest first unless it says otherwise. Errors have the shape of Backstage's error responses.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/api/continuity"
    }
  ],
  "security": [
    {
      "backstage": []
    }
  ],
  "tags": [
    {
      "name": "evidence",
      "description": "What pipelines and collectors report"
    },
    {
      "name": "entities",
      "description": "Who a service is for continuity"
    },
    {
      "name": "fleet",
      "description": "All services at a glance"
    },
    {
      "name": "calendars",
      "description": "When what is frozen for whom, and windows made in the portal"
    },
    {
      "name": "gate",
      "description": "The question, and the decisions that answered it"
    },
    {
      "name": "ledger",
      "description": "The append-only, verifiable log"
    },
    {
      "name": "graph",
      "description": "What breaks with what, what cannot hold, and third-party services"
    },
    {
      "name": "scorecards",
      "description": "How ready services are, why, and what to do next"
    },
    {
      "name": "drift",
      "description": "Where what runs is not what is desired, who did it, and baselines"
    },
    {
      "name": "changes",
      "description": "Change requests, their approvals and overrides"
    },
    {
      "name": "status",
      "description": "What the service itself knows and how old that is"
    },
    {
      "name": "operations",
      "description": "How the service itself does, for those who run it"
    }
  ],
  "paths": {
    "/status": {
      "get": {
        "operationId": "getStatus",
        "tags": [
          "status"
        ],
        "summary": "How old the reading of the catalog is, and what could not be read",
        "responses": {
          "200": {
            "description": "The status",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Status"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/followers": {
      "get": {
        "operationId": "listLedgerFollowers",
        "tags": [
          "operations"
        ],
        "summary": "Who follows the ledger: how far, how far behind, and what fails",
        "responses": {
          "200": {
            "description": "The followers, by name",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "entries",
                    "items"
                  ],
                  "properties": {
                    "entries": {
                      "type": "integer",
                      "description": "How many entries the ledger has; a follower that is done stands there"
                    },
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/LedgerFollower"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/set-aside": {
      "get": {
        "operationId": "listSetAsideEntries",
        "tags": [
          "operations"
        ],
        "summary": "Entries that a follower gave up on, so that those behind them could go on",
        "parameters": [
          {
            "name": "follower",
            "in": "query",
            "description": "Absent: of all",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The newest ones, and how many there are",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SetAsideEntry"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/set-aside/{follower}/{index}/retry": {
      "post": {
        "operationId": "retrySetAsideEntry",
        "tags": [
          "operations"
        ],
        "summary": "Have an entry handled again that its follower gave up on",
        "description": "Waits for the outcome. `done`: it is not set aside any more. `failed`: it stays, with the new problem. 409 when another retry of it is under way, or when nobody follows under that name here. The ledger has an entry of either outcome.",
        "parameters": [
          {
            "name": "follower",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "index",
            "in": "path",
            "required": true,
            "description": "Of the entry in the ledger",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 9007199254740991
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RetryOutcome"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/feeds": {
      "get": {
        "operationId": "listFollowedFeeds",
        "tags": [
          "operations"
        ],
        "summary": "The feeds that calendars follow: when each was asked, what came of it, and when it is asked next",
        "responses": {
          "200": {
            "description": "The feeds, by calendar",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FollowedFeed"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/connectors": {
      "get": {
        "operationId": "listConnectors",
        "tags": [
          "operations"
        ],
        "summary": "Other systems in which changes are kept, too: what waits to be written there, what fails, and when each was last asked for news",
        "responses": {
          "200": {
            "description": "The connectors, by id",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Connector"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/connectors/{connector}/queue/{change}/retry": {
      "post": {
        "operationId": "retryConnectorPush",
        "tags": [
          "operations"
        ],
        "summary": "Have a change written to another system again, now",
        "description": "Waits for the outcome. `done`: its newest revision stands there. `failed`: it waits on, with the new problem. 404 when nothing of it waits and nothing of it could not be carried over; 409 when a replica is at it. The ledger has an entry of either outcome.",
        "parameters": [
          {
            "name": "connector",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 50
            }
          },
          {
            "name": "change",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RetryOutcome"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/collectors": {
      "get": {
        "operationId": "listCollectors",
        "tags": [
          "operations"
        ],
        "summary": "What asks other systems what they see of services: when each last ran, how that went, and what it cannot see",
        "responses": {
          "200": {
            "description": "The collectors, by id",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Collector"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/collectors/{collector}/run": {
      "post": {
        "operationId": "runCollector",
        "tags": [
          "operations"
        ],
        "summary": "Have a collector run as soon as a replica comes to it, within a minute",
        "description": "Does not wait for it. 409 when it runs already, or when it is kept and not part of this backend. The ledger has an entry of it.",
        "parameters": [
          {
            "name": "collector",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 50
            }
          }
        ],
        "responses": {
          "202": {
            "description": "It is due now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Collector"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/evidence-kinds": {
      "get": {
        "operationId": "listEvidenceKinds",
        "tags": [
          "evidence"
        ],
        "summary": "The kinds of evidence that are accepted, with the JSON schema of their payload",
        "responses": {
          "200": {
            "description": "The kinds",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EvidenceKind"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/evidence": {
      "post": {
        "operationId": "createEvidence",
        "tags": [
          "evidence"
        ],
        "summary": "Report one piece of evidence",
        "description": "Idempotent by (kind, source, externalId). 201 when it was stored, 200 when the same report is known already. 409 when a different report has taken that identity. 400 when the catalog has no such entity.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EvidenceSubmission"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Known already",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Evidence"
                }
              }
            }
          },
          "201": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Evidence"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/evidence/batch": {
      "post": {
        "operationId": "createEvidenceBatch",
        "tags": [
          "evidence"
        ],
        "summary": "Report many pieces of evidence; a rejected one does not lose the others",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "items"
                ],
                "additionalProperties": false,
                "properties": {
                  "items": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 500,
                    "items": {
                      "type": "object",
                      "description": "An EvidenceSubmission; each is checked by itself"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "One result an item in the order of the items",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceBatchResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/evidence/{id}": {
      "get": {
        "operationId": "getEvidence",
        "tags": [
          "evidence"
        ],
        "summary": "One piece of evidence, however old it is",
        "description": "404 as well when the catalog does not show its entity to the caller, or when the id is no id at all.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The evidence",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Evidence"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getEntityContinuity",
        "tags": [
          "entities"
        ],
        "summary": "Tier, objectives, planning scope, findings and environments of a service",
        "responses": {
          "200": {
            "description": "The profile",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityContinuity"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/evidence": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "listEntityEvidence",
        "tags": [
          "entities"
        ],
        "summary": "Evidence about a service, newest observation first",
        "parameters": [
          {
            "name": "evidenceKind",
            "in": "query",
            "description": "Only this kind of evidence",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "latest",
            "in": "query",
            "description": "Only the newest of each kind, environment and region",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of evidence",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Evidence"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/windows": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "listEntityWindows",
        "tags": [
          "entities"
        ],
        "summary": "When windows are in force for a service, earliest first",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "description": "At most 400 days after from",
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Occurrences that touch the period",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "unreadableCalendars",
                    "truncated"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EntityWindow"
                      }
                    },
                    "truncated": {
                      "type": "boolean",
                      "description": "More occurrences exist than are returned (2000)"
                    },
                    "unreadableCalendars": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/UnreadableCalendar"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/fleet": {
      "get": {
        "operationId": "getFleet",
        "tags": [
          "fleet"
        ],
        "summary": "Services by tier, what is frozen now, what is unclassified, what changes soon",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "description": "Entity ref of the owner",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "system",
            "in": "query",
            "description": "Entity ref of the system",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "tier",
            "in": "query",
            "description": "A tier id or `unclassified`",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "frozen",
            "in": "query",
            "description": "true: only services with a window in force now",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of the name or title, case-insensitive",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "tier",
                "rto",
                "owner",
                "system",
                "frozen"
              ],
              "default": "tier"
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ],
              "default": "asc"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The fleet",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fleet"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars": {
      "get": {
        "operationId": "listCalendars",
        "tags": [
          "calendars"
        ],
        "summary": "Every calendar, where it comes from and whether it can be read",
        "responses": {
          "200": {
            "description": "The calendars, by title",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CalendarSummary"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars/view": {
      "get": {
        "operationId": "getCalendarView",
        "tags": [
          "calendars"
        ],
        "summary": "Occurrences in a period for the services of a filter, for the calendar page",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "description": "At most 400 days after from",
            "schema": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          {
            "name": "entity",
            "in": "query",
            "description": "Only windows for this service",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Only windows for services of this owner",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "system",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "tier",
            "in": "query",
            "description": "A tier id or `unclassified`",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "region",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "calendar",
            "in": "query",
            "description": "Ref of one calendar",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "effect",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/WindowEffect"
            }
          },
          {
            "name": "enforcement",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Enforcement"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of a title or reason, case-insensitive",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "rows",
            "in": "query",
            "description": "Adds `rows`: which windows are for which of these",
            "schema": {
              "type": "string",
              "enum": [
                "system",
                "team",
                "tier",
                "region"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The view",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CalendarView"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars/lint": {
      "post": {
        "operationId": "lintCalendar",
        "tags": [
          "calendars"
        ],
        "summary": "What its author probably did not mean",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "format",
                  "content"
                ],
                "additionalProperties": false,
                "properties": {
                  "format": {
                    "type": "string",
                    "enum": [
                      "yaml",
                      "ical"
                    ]
                  },
                  "content": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 1000000,
                    "description": "FreezeCalendar entities, and the HolidayCalendars beside them, as YAML of at most 300,000 characters; or an iCalendar file"
                  },
                  "timezone": {
                    "type": "string",
                    "maxLength": 100,
                    "description": "IANA zone for the floating times of an iCalendar file"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The findings; empty when there is nothing to say",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "findings"
                  ],
                  "properties": {
                    "findings": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CalendarFinding"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars/import": {
      "post": {
        "operationId": "importCalendar",
        "tags": [
          "calendars"
        ],
        "summary": "Turn definitions from elsewhere into windows; saves nothing",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "format",
                  "content",
                  "owner",
                  "timezone",
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "format": {
                    "type": "string",
                    "enum": [
                      "ical",
                      "argocd",
                      "gitlab",
                      "kargo",
                      "harness",
                      "cron"
                    ]
                  },
                  "content": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 1000000,
                    "description": "YAML and JSON have at most 300,000 characters"
                  },
                  "owner": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "timezone": {
                    "type": "string",
                    "maxLength": 100,
                    "description": "IANA zone for times that name none"
                  },
                  "reason": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000,
                    "description": "Why, for definitions that give no reason"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The windows as declared, and what did not mean what it seemed to",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "windows",
                    "findings"
                  ],
                  "properties": {
                    "windows": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FreezeWindowDeclaration"
                      }
                    },
                    "findings": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CalendarFinding"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars/simulation": {
      "post": {
        "operationId": "simulateCalendar",
        "tags": [
          "calendars"
        ],
        "summary": "What is frozen when and by what, the first slot, and what a draft would change",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SimulationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The simulation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Simulation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendars/{kind}/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getCalendar",
        "tags": [
          "calendars"
        ],
        "summary": "One calendar with its windows, their next occurrences and what lint says",
        "responses": {
          "200": {
            "description": "The calendar",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Calendar"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendar-subscriptions": {
      "get": {
        "operationId": "listCalendarSubscriptions",
        "tags": [
          "calendars"
        ],
        "summary": "The feeds that the caller made, newest first; never their tokens",
        "responses": {
          "200": {
            "description": "The subscriptions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CalendarSubscription"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCalendarSubscription",
        "tags": [
          "calendars"
        ],
        "summary": "Make an iCalendar feed to subscribe to; its address is shown this once",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "subject"
                ],
                "additionalProperties": false,
                "properties": {
                  "subject": {
                    "$ref": "#/components/schemas/SubscriptionSubject"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The subscription with its address",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CalendarSubscription"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendar-subscriptions/{id}": {
      "delete": {
        "operationId": "revokeCalendarSubscription",
        "tags": [
          "calendars"
        ],
        "summary": "Revoke a feed; its address answers 404 from then on",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Revoked"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/calendar-feeds/{token}": {
      "get": {
        "operationId": "getCalendarFeed",
        "tags": [
          "calendars"
        ],
        "summary": "An iCalendar feed (RFC 5545, 7986); the token in the address is the only credential",
        "security": [],
        "parameters": [
          {
            "name": "token",
            "in": "path",
            "required": true,
            "description": "The token followed by `.ics`",
            "schema": {
              "type": "string",
              "minLength": 20,
              "maxLength": 120
            }
          },
          {
            "name": "If-None-Match",
            "in": "header",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The feed",
            "content": {
              "text/calendar": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "304": {
            "description": "Not changed since"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/windows": {
      "get": {
        "operationId": "listPortalWindows",
        "tags": [
          "calendars"
        ],
        "summary": "Windows made in the portal, newest first",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of windows",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/PortalWindow"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createPortalWindow",
        "tags": [
          "calendars"
        ],
        "summary": "Make a window in the portal",
        "description": "The caller must belong to the owner, or have continuity.window.administer. 409 when the owner has a window of that id already, or when it opens something at once and `confirm` is not true.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "owner",
                  "timezone",
                  "window"
                ],
                "additionalProperties": false,
                "properties": {
                  "owner": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "timezone": {
                    "type": "string",
                    "maxLength": 100
                  },
                  "window": {
                    "$ref": "#/components/schemas/FreezeWindowInput"
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "confirm": {
                    "type": "boolean",
                    "description": "Needed for a maintenance window that opens at once what others close"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PortalWindow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/windows/preview": {
      "post": {
        "operationId": "previewPortalWindow",
        "tags": [
          "calendars"
        ],
        "summary": "What saving a draft would mean: occurrences, findings, whom, what changes now",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WindowDraft"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The preview; problems in the draft are part of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WindowPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/windows/{id}": {
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "format": "uuid"
          }
        }
      ],
      "get": {
        "operationId": "getPortalWindow",
        "tags": [
          "calendars"
        ],
        "summary": "One window made in the portal",
        "responses": {
          "200": {
            "description": "The window",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PortalWindow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "updatePortalWindow",
        "tags": [
          "calendars"
        ],
        "summary": "Change a window made in the portal",
        "description": "409 when `revision` is not the newest, with who changed it; 409 too when the change opens something that is closed now and `confirm` is not true.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "revision",
                  "timezone",
                  "window",
                  "comment"
                ],
                "additionalProperties": false,
                "properties": {
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "timezone": {
                    "type": "string",
                    "maxLength": 100
                  },
                  "window": {
                    "$ref": "#/components/schemas/FreezeWindowInput"
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "confirm": {
                    "type": "boolean",
                    "default": false,
                    "description": "The preview was seen; go ahead although it opens something now"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Changed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PortalWindow"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/windows/{id}/history": {
      "get": {
        "operationId": "listPortalWindowHistory",
        "tags": [
          "calendars"
        ],
        "summary": "Every revision of a window, newest first, its removal included",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The revisions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/PortalWindowRevision"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/windows/{id}/removal": {
      "post": {
        "operationId": "removePortalWindow",
        "tags": [
          "calendars"
        ],
        "summary": "Remove a window made in the portal; its history stays",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "revision",
                  "comment"
                ],
                "additionalProperties": false,
                "properties": {
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "confirm": {
                    "type": "boolean",
                    "default": false
                  }
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Removed"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/gate/decisions": {
      "post": {
        "operationId": "decide",
        "tags": [
          "gate"
        ],
        "summary": "May this be deployed there?",
        "description": "Recorded in the ledger unless `dryRun`. The same Idempotency-Key with the same request returns the same decision (200 instead of 201); with another request it is a 409. A deny is an answer (200 or 201), not an error.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/GateRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A dry run, or a decision made before under the same key",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GateDecision"
                }
              }
            }
          },
          "201": {
            "description": "Decided and recorded",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GateDecision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "get": {
        "operationId": "listDecisions",
        "tags": [
          "gate"
        ],
        "summary": "Recorded decisions, newest first",
        "parameters": [
          {
            "name": "entity",
            "in": "query",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "verdict",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/GateVerdict"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of decisions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/GateDecision"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/gate/decisions/{id}": {
      "get": {
        "operationId": "getDecision",
        "tags": [
          "gate"
        ],
        "summary": "One recorded decision",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The decision",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GateDecision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/gate/decisions/{id}/statement": {
      "get": {
        "operationId": "getDecisionStatement",
        "tags": [
          "gate"
        ],
        "summary": "One recorded decision, signed",
        "description": "An in-toto statement in a DSSE envelope, signed with the newest key. Anybody who has the public key can verify it offline.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "format": "uuid"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The envelope",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SignedStatement"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/gate/signing-keys": {
      "get": {
        "operationId": "listSigningKeys",
        "tags": [
          "gate"
        ],
        "summary": "Public keys that decisions are or were signed with, newest first",
        "responses": {
          "200": {
            "description": "The keys; the first one signs",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SigningKey"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "rotateSigningKey",
        "tags": [
          "gate"
        ],
        "summary": "Sign with a new key from now on",
        "description": "The key before is retired; what it signed can still be verified with its public key. A key that is given by the configuration is changed there (409).",
        "responses": {
          "201": {
            "description": "The keys; the first one is new",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SigningKey"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ledger/checkpoint": {
      "get": {
        "operationId": "getCheckpoint",
        "tags": [
          "ledger"
        ],
        "summary": "Size and root hash of the ledger now",
        "responses": {
          "200": {
            "description": "The checkpoint",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Checkpoint"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ledger/entries": {
      "get": {
        "operationId": "listLedgerEntries",
        "tags": [
          "ledger"
        ],
        "summary": "Entries in the order of their index, lowest first",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "description": "First index",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Entries",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "checkpoint"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/LedgerEntry"
                      }
                    },
                    "checkpoint": {
                      "$ref": "#/components/schemas/Checkpoint"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/ledger/verification": {
      "get": {
        "operationId": "verifyLedger",
        "tags": [
          "ledger"
        ],
        "summary": "Recompute the whole ledger on the server and name the first fault",
        "responses": {
          "200": {
            "description": "The outcome",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LedgerVerification"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dependencies": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getEntityDependencies",
        "tags": [
          "graph"
        ],
        "summary": "What depends on a service and what it depends on, findings first",
        "description": "The picture holds at most 200 nodes; the rest is in counted groups, whose members `listEntityDependencies` gives.",
        "responses": {
          "200": {
            "description": "The neighbourhood",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityDependencies"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/dependencies/{direction}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        },
        {
          "name": "direction",
          "in": "path",
          "required": true,
          "schema": {
            "$ref": "#/components/schemas/GraphDirection"
          }
        }
      ],
      "get": {
        "operationId": "listEntityDependencies",
        "tags": [
          "graph"
        ],
        "summary": "Everything in one direction as a table, nearest first",
        "parameters": [
          {
            "name": "maxHops",
            "in": "query",
            "description": "1: only direct ones. Absent: all",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Entity ref of the owner, or `none`",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "tier",
            "in": "query",
            "description": "A tier id or `unclassified`",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Kind of the entities, e.g. `component`",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of the name or title, case-insensitive",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of them",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphReachPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/status": {
      "get": {
        "operationId": "getGraphStatus",
        "tags": [
          "graph"
        ],
        "summary": "How large and how old the graph is, its regions, and where traffic is read from",
        "responses": {
          "200": {
            "description": "The status",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphStatus"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/impact": {
      "post": {
        "operationId": "getImpact",
        "tags": [
          "graph"
        ],
        "summary": "What fails or degrades when these are down, with a shortest path for each",
        "description": "Nearest first. With `duration`, also which objectives are breached and when. The totals are over everything; `items` is a page.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImpactRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The impact",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Impact"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/impact.csv": {
      "post": {
        "operationId": "exportImpact",
        "tags": [
          "graph"
        ],
        "summary": "The whole impact as CSV (RFC 4180), at most 100,000 rows; limit and cursor are ignored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImpactRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Columns ref, title, outcome, hops, tier, owner, system, breaches, path. What the caller may not see is one last row that counts it",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/points-of-failure": {
      "post": {
        "operationId": "findPointsOfFailure",
        "tags": [
          "graph"
        ],
        "summary": "What brings down a root alone, most roots first",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PointsOfFailureRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The points of failure",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PointsOfFailure"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/points-of-failure.csv": {
      "post": {
        "operationId": "exportPointsOfFailure",
        "tags": [
          "graph"
        ],
        "summary": "All points of failure as CSV (RFC 4180), at most 10,000 rows; limit and cursor are ignored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PointsOfFailureRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Columns ref, title, tier, owner, system, roots (how many), some of them, path (to the most critical), shield. What the caller may not see is one last row that counts it",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/cut-sets": {
      "post": {
        "operationId": "findCutSets",
        "tags": [
          "graph"
        ],
        "summary": "Which together bring down a root, smallest first, and its composed availability",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "root"
                ],
                "additionalProperties": false,
                "properties": {
                  "root": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "max": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 4,
                    "default": 2,
                    "description": "Largest size of a set that is looked for"
                  },
                  "limit": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 500,
                    "default": 100
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The minimal cut sets",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CutSets"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/waves": {
      "post": {
        "operationId": "planWaves",
        "tags": [
          "graph"
        ],
        "summary": "In which order to deploy or recover, dependencies first",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WavesRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The waves",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Waves"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/findings": {
      "get": {
        "operationId": "listGraphFindings",
        "tags": [
          "graph"
        ],
        "summary": "What cannot hold, the worst first, then by entity",
        "description": "Filters by entity, owner and text let through what concerns such an entity, and what a change of it would mend.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingEntity"
          },
          {
            "$ref": "#/components/parameters/findingOwner"
          },
          {
            "$ref": "#/components/parameters/findingKind"
          },
          {
            "$ref": "#/components/parameters/findingSeverity"
          },
          {
            "$ref": "#/components/parameters/findingExempted"
          },
          {
            "$ref": "#/components/parameters/findingText"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of findings",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphFindingsPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/findings.csv": {
      "get": {
        "operationId": "exportGraphFindings",
        "tags": [
          "graph"
        ],
        "summary": "The findings as CSV (RFC 4180), the worst first, at most 50,000 rows",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingEntity"
          },
          {
            "$ref": "#/components/parameters/findingOwner"
          },
          {
            "$ref": "#/components/parameters/findingKind"
          },
          {
            "$ref": "#/components/parameters/findingSeverity"
          },
          {
            "$ref": "#/components/parameters/findingExempted"
          },
          {
            "$ref": "#/components/parameters/findingText"
          }
        ],
        "responses": {
          "200": {
            "description": "Columns severity, kind, ref, title, tier, owner, other, explanation, because, numbers, remedy, path, exemption, exempted until, id. What the caller may not see is one last row that counts it",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/finding-groups": {
      "get": {
        "operationId": "listGraphFindingGroups",
        "tags": [
          "graph"
        ],
        "summary": "The findings by the entity whose change would mend them, what would mend most first",
        "description": "The same findings, narrowed in the same way, as those that are listed one by one. Ordered by how many of a group are high, then medium, then low.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingEntity"
          },
          {
            "$ref": "#/components/parameters/findingOwner"
          },
          {
            "$ref": "#/components/parameters/findingKind"
          },
          {
            "$ref": "#/components/parameters/findingSeverity"
          },
          {
            "$ref": "#/components/parameters/findingExempted"
          },
          {
            "$ref": "#/components/parameters/findingText"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of groups",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphFindingGroupsPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/findings/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "get": {
        "operationId": "getGraphFinding",
        "tags": [
          "graph"
        ],
        "summary": "One finding, with every exemption it ever had",
        "responses": {
          "200": {
            "description": "The finding",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "graph",
                    "finding",
                    "exemptions"
                  ],
                  "properties": {
                    "graph": {
                      "$ref": "#/components/schemas/GraphFreshness"
                    },
                    "finding": {
                      "$ref": "#/components/schemas/GraphFinding"
                    },
                    "exemptions": {
                      "type": "array",
                      "description": "Newest first",
                      "items": {
                        "$ref": "#/components/schemas/GraphExemption"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/findings/{id}/change": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "get": {
        "operationId": "prepareCatalogChange",
        "tags": [
          "graph"
        ],
        "summary": "The catalog change that would mend a finding, ready to paste, and where to edit",
        "description": "404 when no change of a catalog file would mend it.",
        "responses": {
          "200": {
            "description": "The change",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogChange"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/findings/{id}/exemption": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "post": {
        "operationId": "requestGraphExemption",
        "tags": [
          "graph"
        ],
        "summary": "Ask to live with a finding until a date; somebody else decides",
        "description": "409 when one is waiting or in force already.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason",
                  "until"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "until": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Day"
                      }
                    ],
                    "description": "Last day of it; at most 366 days ahead"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Requested; not in force yet",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/exemptions/{id}/decision": {
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "format": "uuid"
          }
        }
      ],
      "post": {
        "operationId": "decideGraphExemption",
        "tags": [
          "graph"
        ],
        "summary": "Approve or refuse an exemption that somebody else asked for",
        "description": "403 for whoever asked for it. 409 when it is decided already, or its last day is over.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decision",
                  "comment"
                ],
                "additionalProperties": false,
                "properties": {
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "refuse"
                    ]
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/graph/exemptions/{id}/revocation": {
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "format": "uuid"
          }
        }
      ],
      "post": {
        "operationId": "revokeGraphExemption",
        "tags": [
          "graph"
        ],
        "summary": "End an exemption, or withdraw the request for one",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Revoked",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GraphExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/saas": {
      "get": {
        "operationId": "listSaas",
        "tags": [
          "graph"
        ],
        "summary": "Third-party services, and whether each is in continuity planning",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "description": "Entity ref of the owner, or `none`",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "inPlanning",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/SaasPlanning"
            }
          },
          {
            "name": "due",
            "in": "query",
            "description": "true: only those whose decision is due for review",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of them, by title",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "graph",
                    "items",
                    "totals"
                  ],
                  "properties": {
                    "graph": {
                      "$ref": "#/components/schemas/GraphFreshness"
                    },
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Saas"
                      }
                    },
                    "totals": {
                      "type": "object",
                      "description": "Over everything that the caller may see; not narrowed by the filters",
                      "required": [
                        "yes",
                        "no",
                        "unknown",
                        "due"
                      ],
                      "properties": {
                        "yes": {
                          "type": "integer"
                        },
                        "no": {
                          "type": "integer"
                        },
                        "unknown": {
                          "type": "integer"
                        },
                        "due": {
                          "type": "integer"
                        }
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/saas/{kind}/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getSaas",
        "tags": [
          "graph"
        ],
        "summary": "One third-party service, with every decision about it",
        "responses": {
          "200": {
            "description": "The service",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "graph",
                    "saas",
                    "decisions"
                  ],
                  "properties": {
                    "graph": {
                      "$ref": "#/components/schemas/GraphFreshness"
                    },
                    "saas": {
                      "$ref": "#/components/schemas/Saas"
                    },
                    "decisions": {
                      "type": "array",
                      "description": "Newest first; at most 200",
                      "items": {
                        "$ref": "#/components/schemas/SaasDecision"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/saas/{kind}/{namespace}/{name}/decision": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "post": {
        "operationId": "decideSaas",
        "tags": [
          "graph"
        ],
        "summary": "Decide whether a third-party service is in continuity planning, and when to review",
        "description": "Recorded in the ledger. 409 when somebody decided since `revision` was read.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "inPlanning",
                  "reason",
                  "reviewOn"
                ],
                "additionalProperties": false,
                "properties": {
                  "inPlanning": {
                    "type": "string",
                    "enum": [
                      "yes",
                      "no"
                    ]
                  },
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "reviewOn": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Day"
                      }
                    ],
                    "description": "At most 731 days ahead"
                  },
                  "revision": {
                    "type": "integer",
                    "minimum": 0,
                    "default": 0,
                    "description": "Of the decision that it replaces; 0 when there is none"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SaasDecision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards": {
      "get": {
        "operationId": "listScorecards",
        "tags": [
          "scorecards"
        ],
        "summary": "The scorecards that are configured, and what the caller may do with them",
        "responses": {
          "200": {
            "description": "The scorecards",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "may",
                    "judging"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Scorecard"
                      }
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "exempt",
                        "approve"
                      ],
                      "properties": {
                        "exempt": {
                          "type": "boolean"
                        },
                        "approve": {
                          "type": "boolean"
                        }
                      }
                    },
                    "judging": {
                      "$ref": "#/components/schemas/ScorecardJudging"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{scorecard}/results": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecard"
        }
      ],
      "get": {
        "operationId": "listScorecardResults",
        "tags": [
          "scorecards"
        ],
        "summary": "Services by check: the heat map, by default the greatest risk first",
        "description": "Answered from what was judged and stored; nothing is judged for the question. Only services that the caller may see. The answer has an `ETag`; send it as `If-None-Match` to be told 304 while nothing changed.",
        "parameters": [
          {
            "$ref": "#/components/parameters/scorecardOwner"
          },
          {
            "$ref": "#/components/parameters/scorecardSystem"
          },
          {
            "$ref": "#/components/parameters/scorecardTier"
          },
          {
            "$ref": "#/components/parameters/scorecardLevel"
          },
          {
            "$ref": "#/components/parameters/scorecardCheck"
          },
          {
            "$ref": "#/components/parameters/scorecardState"
          },
          {
            "$ref": "#/components/parameters/scorecardExempt"
          },
          {
            "$ref": "#/components/parameters/scorecardText"
          },
          {
            "$ref": "#/components/parameters/scorecardSort"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of services",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardResultsPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{scorecard}/results.csv": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecard"
        }
      ],
      "get": {
        "operationId": "exportScorecardResults",
        "tags": [
          "scorecards"
        ],
        "summary": "The heat map as CSV (RFC 4180), in the same order, at most 50,000 rows",
        "parameters": [
          {
            "$ref": "#/components/parameters/scorecardOwner"
          },
          {
            "$ref": "#/components/parameters/scorecardSystem"
          },
          {
            "$ref": "#/components/parameters/scorecardTier"
          },
          {
            "$ref": "#/components/parameters/scorecardLevel"
          },
          {
            "$ref": "#/components/parameters/scorecardCheck"
          },
          {
            "$ref": "#/components/parameters/scorecardState"
          },
          {
            "$ref": "#/components/parameters/scorecardExempt"
          },
          {
            "$ref": "#/components/parameters/scorecardText"
          },
          {
            "$ref": "#/components/parameters/scorecardSort"
          }
        ],
        "responses": {
          "200": {
            "description": "Columns ref, title, owner, system, tier, tier title, level, level at best, worst, best, risk, judged at, to be judged again, then one for each check, e.g. `fail (exempt)`",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{scorecard}/summary": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecard"
        }
      ],
      "get": {
        "operationId": "getScorecardSummary",
        "tags": [
          "scorecards"
        ],
        "summary": "Services of a scorecard rolled up by owner, system or tier, the worst group first",
        "description": "A group stands on the lowest level of its services in the strictest tier that it has; there is no average, behind which one of them could hide. Only services that the caller may see are counted.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "owner",
                "system",
                "tier"
              ],
              "default": "owner"
            }
          },
          {
            "$ref": "#/components/parameters/scorecardOwner"
          },
          {
            "$ref": "#/components/parameters/scorecardSystem"
          },
          {
            "$ref": "#/components/parameters/scorecardTier"
          }
        ],
        "responses": {
          "200": {
            "description": "The groups",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{scorecard}/trend": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecard"
        }
      ],
      "get": {
        "operationId": "getScorecardTrend",
        "tags": [
          "scorecards"
        ],
        "summary": "How many services stood on which level at the end of each day (UTC), oldest first",
        "description": "Of all services, whoever asks; it names none of them.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 400,
              "default": 90
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The days on which something was judged; the last is today",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ScorecardDay"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "listEntityScorecards",
        "tags": [
          "scorecards"
        ],
        "summary": "What every scorecard says of a service, with each check, why, and what to do next",
        "responses": {
          "200": {
            "description": "The scorecards whose audience the service belongs to",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "entityRef",
                    "items"
                  ],
                  "properties": {
                    "entityRef": {
                      "type": "string"
                    },
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EntityScorecard"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards/{scorecard}/history": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        },
        {
          "$ref": "#/components/parameters/scorecard"
        }
      ],
      "get": {
        "operationId": "listEntityScorecardHistory",
        "tags": [
          "scorecards"
        ],
        "summary": "What changed on a scorecard of a service, newest first; what did not change is not repeated",
        "parameters": [
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of changes",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ScorecardChange"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-exemptions": {
      "get": {
        "operationId": "listScorecardExemptions",
        "tags": [
          "scorecards"
        ],
        "summary": "Exemptions of services that the caller may see, newest first",
        "parameters": [
          {
            "name": "scorecard",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "entity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "check",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ScorecardExemptionState"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of exemptions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ScorecardExemption"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "requestScorecardExemption",
        "tags": [
          "scorecards"
        ],
        "summary": "Ask to leave a check of a service unmet until a date; somebody else decides",
        "description": "It changes no score and no level, also when it is approved. Asking while one is in force asks for its renewal, which needs an approval of its own. 409 when one is waiting already.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "scorecard",
                  "check",
                  "entityRef",
                  "reason",
                  "until"
                ],
                "additionalProperties": false,
                "properties": {
                  "scorecard": {
                    "type": "string",
                    "maxLength": 60
                  },
                  "check": {
                    "type": "string",
                    "maxLength": 100
                  },
                  "entityRef": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "until": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Day"
                      }
                    ],
                    "description": "Last day of it, UTC; at most 366 days ahead"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Requested; not in force yet",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-exemptions/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecardExemptionId"
        }
      ],
      "get": {
        "operationId": "getScorecardExemption",
        "tags": [
          "scorecards"
        ],
        "summary": "One exemption",
        "responses": {
          "200": {
            "description": "The exemption",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-exemptions/{id}/decision": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecardExemptionId"
        }
      ],
      "post": {
        "operationId": "decideScorecardExemption",
        "tags": [
          "scorecards"
        ],
        "summary": "Approve or refuse an exemption that somebody else asked for",
        "description": "403 for whoever asked for it. 409 when it is decided already, or its last day is over.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decision",
                  "comment"
                ],
                "additionalProperties": false,
                "properties": {
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "refuse"
                    ]
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecard-exemptions/{id}/revocation": {
      "parameters": [
        {
          "$ref": "#/components/parameters/scorecardExemptionId"
        }
      ],
      "post": {
        "operationId": "revokeScorecardExemption",
        "tags": [
          "scorecards"
        ],
        "summary": "End an exemption before its time, or take back the request",
        "description": "409 when there is nothing to end.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Ended",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardExemption"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/drift": {
      "get": {
        "operationId": "listDrift",
        "tags": [
          "drift"
        ],
        "summary": "The newest scans of all services, the greatest risk first",
        "description": "One item for each service, environment, region and what it was held against. Unauthorised drift comes first, then what is not known, then other drift; among equals the strictest tier, then the oldest. Only services that the caller may see.",
        "parameters": [
          {
            "$ref": "#/components/parameters/driftOwner"
          },
          {
            "$ref": "#/components/parameters/driftTier"
          },
          {
            "$ref": "#/components/parameters/driftText"
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "against",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DriftAgainst"
            }
          },
          {
            "name": "standing",
            "in": "query",
            "description": "Any of these. Absent: all",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/DriftStanding"
              }
            }
          },
          {
            "name": "olderThanDays",
            "in": "query",
            "description": "Only where the oldest finding that is open is at least this old",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 3650
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of scans",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DriftPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/drift/parity": {
      "get": {
        "operationId": "listDriftParity",
        "tags": [
          "drift"
        ],
        "summary": "Services by environments: is each secondary and standby like its primary?",
        "description": "A service is listed when it declares a secondary or standby environment, or when one was compared. Only services that the caller may see; those with findings first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/driftOwner"
          },
          {
            "$ref": "#/components/parameters/driftTier"
          },
          {
            "$ref": "#/components/parameters/driftText"
          },
          {
            "name": "state",
            "in": "query",
            "description": "Services with at least one such cell",
            "schema": {
              "$ref": "#/components/schemas/DriftParityState"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of services",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DriftParityPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/drift": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getEntityDrift",
        "tags": [
          "drift"
        ],
        "summary": "The newest scans of a service, with each finding, its age and its culprit",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "region",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "against",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/DriftAgainst"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One item for each environment, region and what it was held against",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityDrift"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/baselines": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "listBaselines",
        "tags": [
          "drift"
        ],
        "summary": "Baselines of a service, the newest first, without what is in them",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "region",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of baselines",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BaselinesPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "proposeBaseline",
        "tags": [
          "drift"
        ],
        "summary": "Propose what an environment is to be held against, under a change",
        "description": "The objects are masked, stripped of what no baseline holds and sorted before anything is stored. It counts once it is promoted.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BaselineProposal"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The baseline as it is proposed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Baseline"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/baselines/current": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "getCurrentBaseline",
        "tags": [
          "drift"
        ],
        "summary": "The baseline that counts, with its objects",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "region",
            "in": "query",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The baseline",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BaselineDetails"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/baselines/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/baselineId"
        }
      ],
      "get": {
        "operationId": "getBaseline",
        "tags": [
          "drift"
        ],
        "summary": "One baseline of any version, with its objects",
        "responses": {
          "200": {
            "description": "The baseline",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BaselineDetails"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/baselines/{id}/statement": {
      "parameters": [
        {
          "$ref": "#/components/parameters/baselineId"
        }
      ],
      "get": {
        "operationId": "getBaselineStatement",
        "tags": [
          "drift"
        ],
        "summary": "A promoted baseline, signed",
        "description": "An in-toto statement in a DSSE envelope over the digest of the objects, signed with the newest key of `/gate/signing-keys`.",
        "responses": {
          "200": {
            "description": "The envelope",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SignedStatement"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/baselines/{id}/promotion": {
      "parameters": [
        {
          "$ref": "#/components/parameters/baselineId"
        }
      ],
      "post": {
        "operationId": "promoteBaseline",
        "tags": [
          "drift"
        ],
        "summary": "Have a proposed baseline count, from now on",
        "description": "Its change has to be approved and to be of this service and environment; whoever proposed it or wrote the change is refused where approvals need somebody else.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "comment": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 1000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The baseline as it counts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Baseline"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns": {
      "get": {
        "operationId": "listCampaigns",
        "tags": [
          "scorecards"
        ],
        "summary": "Campaigns for a level, newest first, with how far each is",
        "description": "Only services that the caller may see are counted.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "One of these. Absent: any",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/CampaignState"
              }
            }
          },
          {
            "name": "scorecard",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Who answers for the campaign",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of campaigns, and what the caller may do",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "may"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Campaign"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "create"
                      ],
                      "properties": {
                        "create": {
                          "type": "boolean"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCampaign",
        "tags": [
          "scorecards"
        ],
        "summary": "Ask services to stand on a level by a day",
        "description": "The caller must belong to the owner, or have continuity.campaign.administer. It starts at once when its first day has come.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "content"
                ],
                "additionalProperties": false,
                "properties": {
                  "content": {
                    "$ref": "#/components/schemas/CampaignContent"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/preview": {
      "post": {
        "operationId": "previewCampaign",
        "tags": [
          "scorecards"
        ],
        "summary": "What a campaign would mean: which services now, and how many are there already",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "content"
                ],
                "additionalProperties": false,
                "properties": {
                  "id": {
                    "type": "string",
                    "format": "uuid",
                    "description": "The campaign that it is to become. Absent: a new one"
                  },
                  "content": {
                    "$ref": "#/components/schemas/CampaignContent"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The preview; problems of the content are part of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "getCampaign",
        "tags": [
          "scorecards"
        ],
        "summary": "One campaign: what it asks, how far it is, and what can be done",
        "responses": {
          "200": {
            "description": "The campaign; `ETag` is its revision",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "reviseCampaign",
        "tags": [
          "scorecards"
        ],
        "summary": "Change what a campaign says",
        "description": "The revision that was read stands in `revision` or in `If-Match`. 409 when it is not the newest, with what is there now in `error.current`; 409 too when it is over, or when it runs and the scorecard, the level or the first day would change.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ifMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "content",
                  "comment"
                ],
                "additionalProperties": false,
                "properties": {
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "content": {
                    "$ref": "#/components/schemas/CampaignContent"
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{id}/cancellation": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "cancelCampaign",
        "tags": [
          "scorecards"
        ],
        "summary": "Call a campaign off before its end, with a reason",
        "description": "409 when `revision` is not the newest, with what is there now in `error.current`, and when its last day is over.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ifMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Campaign"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{id}/progress": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "getCampaignProgress",
        "tags": [
          "scorecards"
        ],
        "summary": "What is in the way of a campaign, who owns the rest, and how it went so far",
        "description": "Worked out from stored results; nothing is judged for the question. After its end it is what it was then.",
        "responses": {
          "200": {
            "description": "The progress",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CampaignProgress"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{id}/services": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listCampaignServices",
        "tags": [
          "scorecards"
        ],
        "summary": "Services of a campaign by owner, with what each lacks",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "description": "Entity ref of the owner of services, or `none`",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "which",
            "in": "query",
            "description": "`open`: not reached; `joined`: not there at the beginning; `left`: there once, and not any more",
            "schema": {
              "type": "string",
              "enum": [
                "all",
                "open",
                "reached",
                "exempt",
                "not-known",
                "not-reached",
                "joined",
                "left"
              ],
              "default": "all"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Part of the name or title, case-insensitive",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of services, by owner and name",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CampaignService"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/campaigns/{id}/history": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listCampaignHistory",
        "tags": [
          "scorecards"
        ],
        "summary": "Every revision of a campaign, newest first; at most 200",
        "responses": {
          "200": {
            "description": "The revisions",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CampaignRevision"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/campaigns": {
      "parameters": [
        {
          "$ref": "#/components/parameters/kind"
        },
        {
          "$ref": "#/components/parameters/namespace"
        },
        {
          "$ref": "#/components/parameters/name"
        }
      ],
      "get": {
        "operationId": "listEntityCampaigns",
        "tags": [
          "scorecards"
        ],
        "summary": "What campaigns that are planned or run ask of a service, the earliest end first",
        "responses": {
          "200": {
            "description": "The campaigns",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EntityCampaign"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/releases/classification": {
      "post": {
        "operationId": "classifyRelease",
        "tags": [
          "changes"
        ],
        "summary": "What class a release is of, by which rules, and what that binds it to",
        "description": "What the server knows itself - tier, blast radius, calendar at the planned time, recent deployments - it adds to what is declared. What nobody knows counts as its worst.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "entities",
                  "environments"
                ],
                "additionalProperties": false,
                "properties": {
                  "entities": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 50,
                    "items": {
                      "$ref": "#/components/schemas/EntityRef"
                    }
                  },
                  "environments": {
                    "$ref": "#/components/schemas/ChangePlaces"
                  },
                  "regions": {
                    "$ref": "#/components/schemas/ChangePlaces"
                  },
                  "window": {
                    "$ref": "#/components/schemas/Span"
                  },
                  "facts": {
                    "$ref": "#/components/schemas/ReleaseDeclaredFacts"
                  },
                  "incident": {
                    "type": "string",
                    "maxLength": 200
                  },
                  "class": {
                    "$ref": "#/components/schemas/ReleaseClass"
                  },
                  "classReason": {
                    "type": "string",
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The class, and every rule that was looked at",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReleaseClassification"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes": {
      "get": {
        "operationId": "listChanges",
        "tags": [
          "changes"
        ],
        "summary": "Changes that the caller may see, newest first; a page may be shorter than its limit",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "Several are separated by commas",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ReleaseClass"
            }
          },
          {
            "name": "entity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Of one of its entities",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "author",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "`approve`: waits for the caller; `team`: of what the groups of the caller own; `author`: raised by the caller",
            "schema": {
              "type": "string",
              "enum": [
                "approve",
                "team",
                "author"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of changes",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeSummary"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createChange",
        "tags": [
          "changes"
        ],
        "summary": "Raise a change as a draft",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "content"
                ],
                "additionalProperties": false,
                "properties": {
                  "content": {
                    "$ref": "#/components/schemas/ChangeContentInput"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Raised",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/board": {
      "get": {
        "operationId": "getChangeBoard",
        "tags": [
          "changes"
        ],
        "summary": "Changes by state: how many, and the newest of each",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "Of each state",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 50,
              "default": 20
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ReleaseClass"
            }
          },
          {
            "name": "entity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Of one of its entities",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "author",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "As for the list",
            "schema": {
              "type": "string",
              "enum": [
                "approve",
                "team",
                "author"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The columns of a board",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "columns"
                  ],
                  "properties": {
                    "columns": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "state",
                          "items"
                        ],
                        "properties": {
                          "state": {
                            "$ref": "#/components/schemas/ChangeState"
                          },
                          "total": {
                            "type": "integer",
                            "description": "Absent: the caller does not see all services, so nothing is counted"
                          },
                          "items": {
                            "type": "array",
                            "items": {
                              "$ref": "#/components/schemas/ChangeSummary"
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/slots": {
      "post": {
        "operationId": "findChangeSlots",
        "tags": [
          "changes"
        ],
        "summary": "The next times at which nothing is in the way, over 90 days, explained",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "entities",
                  "environments",
                  "duration"
                ],
                "additionalProperties": false,
                "properties": {
                  "change": {
                    "type": "string",
                    "format": "uuid",
                    "description": "One that is planned already and is not in its own way"
                  },
                  "entities": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 50,
                    "items": {
                      "$ref": "#/components/schemas/EntityRef"
                    }
                  },
                  "environments": {
                    "$ref": "#/components/schemas/ChangePlaces"
                  },
                  "regions": {
                    "$ref": "#/components/schemas/ChangePlaces"
                  },
                  "class": {
                    "$ref": "#/components/schemas/ReleaseClass"
                  },
                  "implementer": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "decisionOwner": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/EntityRef"
                      }
                    ],
                    "description": "Who decides on the way back"
                  },
                  "duration": {
                    "type": "string",
                    "maxLength": 40,
                    "example": "PT1H"
                  },
                  "from": {
                    "$ref": "#/components/schemas/Instant"
                  },
                  "limit": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 20,
                    "default": 5
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The slots",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChangeSlots"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/decisions": {
      "post": {
        "operationId": "decideChanges",
        "tags": [
          "changes"
        ],
        "summary": "Approve or refuse several changes, each with its reason",
        "description": "Each stands for itself, as if it was decided alone and in this order: one that is refused leaves the others as they are. By people only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decisions"
                ],
                "additionalProperties": false,
                "properties": {
                  "decisions": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 50,
                    "items": {
                      "type": "object",
                      "required": [
                        "change",
                        "revision",
                        "decision",
                        "comment"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "change": {
                          "type": "string",
                          "format": "uuid"
                        },
                        "revision": {
                          "type": "integer",
                          "minimum": 1,
                          "description": "That was seen"
                        },
                        "decision": {
                          "type": "string",
                          "enum": [
                            "approve",
                            "reject"
                          ]
                        },
                        "seen": {
                          "type": "string",
                          "maxLength": 64,
                          "description": "The `readiness.fingerprint` that was seen; an approval that would be given on anything else is refused"
                        },
                        "comment": {
                          "$ref": "#/components/schemas/Comment"
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came of each, in the same order",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "results"
                  ],
                  "properties": {
                    "results": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeDecisionResult"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/boards": {
      "get": {
        "operationId": "listCabBoards",
        "tags": [
          "changes"
        ],
        "summary": "Groups that the protocols of releases ask for approval",
        "responses": {
          "200": {
            "description": "Those that the caller belongs to first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CabBoard"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/agenda": {
      "get": {
        "operationId": "getCabAgenda",
        "tags": [
          "changes"
        ],
        "summary": "What waits for the decision of a group, the riskiest first",
        "parameters": [
          {
            "name": "group",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The agenda",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CabAgenda"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/meetings": {
      "get": {
        "operationId": "listCabMeetings",
        "tags": [
          "changes"
        ],
        "summary": "Meetings, the latest first",
        "parameters": [
          {
            "name": "group",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/CabMeetingState"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of them",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CabMeeting"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "callCabMeeting",
        "tags": [
          "changes"
        ],
        "summary": "Call a meeting of a group, which tells its members",
        "description": "403 for whoever does not belong to the group. By people only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "group",
                  "start"
                ],
                "additionalProperties": false,
                "properties": {
                  "group": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "start": {
                    "$ref": "#/components/schemas/Instant"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Called",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CabMeeting"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/meetings/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "getCabMeeting",
        "tags": [
          "changes"
        ],
        "summary": "One meeting: who belongs to it, what was decided so far, or its minutes",
        "responses": {
          "200": {
            "description": "The meeting",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CabMeetingDetails"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/meetings/{id}/close": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "closeCabMeeting",
        "tags": [
          "changes"
        ],
        "summary": "End a meeting and keep its minutes, which nobody can change any more",
        "description": "409 before it has begun, and when it has ended already.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "present"
                ],
                "additionalProperties": false,
                "properties": {
                  "present": {
                    "type": "array",
                    "maxItems": 500,
                    "items": {
                      "$ref": "#/components/schemas/EntityRef"
                    },
                    "description": "Members who were there"
                  },
                  "note": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "notes": {
                    "type": "array",
                    "maxItems": 200,
                    "items": {
                      "type": "object",
                      "required": [
                        "change",
                        "note"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "change": {
                          "type": "string",
                          "format": "uuid"
                        },
                        "note": {
                          "$ref": "#/components/schemas/Comment"
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Closed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CabMeetingDetails"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/cab/meetings/{id}/cancel": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "cancelCabMeeting",
        "tags": [
          "changes"
        ],
        "summary": "Call a meeting off",
        "description": "409 when it has ended already.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Called off",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CabMeeting"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/unauthorised": {
      "get": {
        "operationId": "listUnauthorisedDeployments",
        "tags": [
          "changes"
        ],
        "summary": "Deployments without an approved change, newest first",
        "parameters": [
          {
            "name": "entity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "open",
            "in": "query",
            "description": "true: only those that nobody has answered for",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of them",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/UnauthorisedDeployment"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/unauthorised/{id}/resolution": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "resolveUnauthorisedDeployment",
        "tags": [
          "changes"
        ],
        "summary": "Say what came of a deployment without an approved change",
        "description": "409 when somebody has answered for it already.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Answered for",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnauthorisedDeployment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/delegations": {
      "get": {
        "operationId": "listApprovalDelegations",
        "tags": [
          "changes"
        ],
        "summary": "Who decides in whose place, of the caller; those that are over are left out",
        "responses": {
          "200": {
            "description": "Those that the caller gave or was given",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ApprovalDelegation"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createApprovalDelegation",
        "tags": [
          "changes"
        ],
        "summary": "Have somebody else decide in one's place for a while",
        "description": "One's own place only. A place that was taken is not handed on, and whoever may not approve a change may not do so through somebody else.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "to",
                  "start",
                  "end"
                ],
                "additionalProperties": false,
                "properties": {
                  "to": {
                    "$ref": "#/components/schemas/EntityRef"
                  },
                  "start": {
                    "$ref": "#/components/schemas/Instant"
                  },
                  "end": {
                    "$ref": "#/components/schemas/Instant"
                  },
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Delegated",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ApprovalDelegation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/delegations/{id}/end": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "endApprovalDelegation",
        "tags": [
          "changes"
        ],
        "summary": "Take one's place back",
        "responses": {
          "204": {
            "description": "Ended"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "getChange",
        "tags": [
          "changes"
        ],
        "summary": "One change: what it says, who approved it on what, what is different now, and what can be done",
        "responses": {
          "200": {
            "description": "The change; `ETag` is its revision",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "reviseChange",
        "tags": [
          "changes"
        ],
        "summary": "Change what a change says; it has to be assessed and approved anew",
        "description": "By its authors, owners of its entities, and whoever has continuity.change.administer. The revision that was read stands in `revision` or in `If-Match`. 409 when it is not the newest, with what is there now in `error.current`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ifMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "content"
                ],
                "additionalProperties": false,
                "properties": {
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "content": {
                    "$ref": "#/components/schemas/ChangeContentInput"
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/transitions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "moveChange",
        "tags": [
          "changes"
        ],
        "summary": "Take a change a step further",
        "description": "409 when the step is not allowed, with everything that is in the way in `error.refusals`, or when `revision` is not the newest, with what is there now in `error.current`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ifMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "event"
                ],
                "additionalProperties": false,
                "properties": {
                  "event": {
                    "type": "string",
                    "enum": [
                      "assess",
                      "request-approval",
                      "pre-approve",
                      "schedule",
                      "start",
                      "finish",
                      "complete-review",
                      "cancel"
                    ]
                  },
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  },
                  "outcome": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/ChangeOutcome"
                      }
                    ],
                    "description": "For `finish`; needed"
                  },
                  "review": {
                    "type": "object",
                    "description": "For `complete-review`: summary and followUp, checked in full by the server",
                    "additionalProperties": true
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/approvals": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listChangeApprovals",
        "tags": [
          "changes"
        ],
        "summary": "Every approval and refusal that was ever given, newest first",
        "responses": {
          "200": {
            "description": "The approvals",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeApproval"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "decideChange",
        "tags": [
          "changes"
        ],
        "summary": "Approve or refuse a change, or take one's approval back",
        "description": "On just what is there: 409 when `revision` is not the newest, with what is there now in `error.current`; and when every seat that the caller could fill is filled. 403 for whoever wrote it, is excluded by policy, or belongs to none of the groups. By people only.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ifMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decision"
                ],
                "additionalProperties": false,
                "properties": {
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "reject",
                      "withdraw"
                    ]
                  },
                  "revision": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "seen": {
                    "type": "string",
                    "maxLength": 64,
                    "description": "The `readiness.fingerprint` that was seen; 409 when an approval would be given on anything else"
                  },
                  "comment": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Comment"
                      }
                    ],
                    "description": "Needed unless it is approved"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/timeline": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listChangeTimeline",
        "tags": [
          "changes"
        ],
        "summary": "Everything that happened to a change, oldest first; at most 500",
        "responses": {
          "200": {
            "description": "The timeline",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeHappening"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/history": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listChangeRevisions",
        "tags": [
          "changes"
        ],
        "summary": "What it said in each revision, newest first",
        "responses": {
          "200": {
            "description": "The revisions; at most 200",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeRevision"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/conflicts": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listChangeConflicts",
        "tags": [
          "changes"
        ],
        "summary": "What is in the way of a change at its planned time, what blocks first",
        "responses": {
          "200": {
            "description": "The conflicts; empty also when it has no planned time",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeConflict"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/changes/{id}/records": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "listChangeRecords",
        "tags": [
          "changes"
        ],
        "summary": "What a change is in other systems: number, state there, what people decided there, and what could not be carried over",
        "responses": {
          "200": {
            "description": "One a connector; empty when no other system has it",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ChangeRecord"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overrides": {
      "get": {
        "operationId": "listOverrides",
        "tags": [
          "changes"
        ],
        "summary": "Break-glass overrides that the caller may see, newest first",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "Several are separated by commas",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of overrides",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Override"
                      }
                    },
                    "nextCursor": {
                      "type": "string",
                      "description": "Absent: this was the last page"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "requestOverride",
        "tags": [
          "changes"
        ],
        "summary": "Ask to pass over a freeze or a check for a few hours, because of an incident",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "description": "Checked in full by the server",
                "required": [
                  "rules",
                  "reason",
                  "incident",
                  "entities",
                  "environments",
                  "duration"
                ],
                "additionalProperties": false,
                "properties": {
                  "rules": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "As a decision names them, e.g. `freeze:freezecalendar:default/close#month-end`"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "incident": {
                    "type": "string"
                  },
                  "entities": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "environments": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "duration": {
                    "type": "string",
                    "example": "PT2H"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Asked for",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overrides/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "get": {
        "operationId": "getOverride",
        "tags": [
          "changes"
        ],
        "summary": "One override",
        "responses": {
          "200": {
            "description": "The override",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overrides/{id}/approvals": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "decideOverride",
        "tags": [
          "changes"
        ],
        "summary": "Approve or refuse an override; with the last approval it is in force",
        "description": "403 for whoever asked for it, and who belongs to none of the groups. By people only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decision"
                ],
                "additionalProperties": false,
                "properties": {
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "refuse"
                    ]
                  },
                  "comment": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overrides/{id}/close": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "closeOverride",
        "tags": [
          "changes"
        ],
        "summary": "End an override before its time, or withdraw the request for one",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "$ref": "#/components/schemas/Comment"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overrides/{id}/review": {
      "parameters": [
        {
          "$ref": "#/components/parameters/uuid"
        }
      ],
      "post": {
        "operationId": "reviewOverride",
        "tags": [
          "changes"
        ],
        "summary": "Complete the review of an override that is over",
        "description": "403 for whoever asked for it. 409 while it is in force.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "description": "Checked in full by the server",
                "additionalProperties": false,
                "properties": {
                  "summary": {
                    "type": "string"
                  },
                  "justified": {
                    "type": "boolean"
                  },
                  "followUp": {
                    "type": "string"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "backstage": {
        "type": "http",
        "scheme": "bearer"
      }
    },
    "parameters": {
      "kind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 200,
          "default": 50
        }
      },
      "cursor": {
        "name": "cursor",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 500
        }
      },
      "findingEntity": {
        "name": "entity",
        "in": "query",
        "description": "Only what concerns this entity, or what a change of it would mend",
        "schema": {
          "$ref": "#/components/schemas/EntityRef"
        }
      },
      "findingOwner": {
        "name": "owner",
        "in": "query",
        "description": "Entity ref of the owner of either end, or `none`",
        "schema": {
          "type": "string",
          "maxLength": 400
        }
      },
      "findingKind": {
        "name": "kind",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/GraphFindingKind"
        }
      },
      "findingSeverity": {
        "name": "severity",
        "in": "query",
        "schema": {
          "$ref": "#/components/schemas/GraphFindingSeverity"
        }
      },
      "findingExempted": {
        "name": "exempted",
        "in": "query",
        "description": "`no`: without an exemption in force; `requested`: waiting for approval",
        "schema": {
          "type": "string",
          "enum": [
            "no",
            "requested",
            "yes"
          ]
        }
      },
      "findingText": {
        "name": "text",
        "in": "query",
        "description": "Part of a name or title, case-insensitive",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "driftOwner": {
        "name": "owner",
        "in": "query",
        "description": "Entity refs of owners; `none` stands for services without one",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 400
          }
        }
      },
      "driftTier": {
        "name": "tier",
        "in": "query",
        "description": "Tier ids, or `unclassified`",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 63
          }
        }
      },
      "driftText": {
        "name": "text",
        "in": "query",
        "description": "Part of a name or title, case-insensitive",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "baselineId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "scorecard": {
        "name": "scorecard",
        "in": "path",
        "required": true,
        "description": "Id of the scorecard",
        "schema": {
          "type": "string",
          "maxLength": 60
        }
      },
      "scorecardExemptionId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "scorecardOwner": {
        "name": "owner",
        "in": "query",
        "description": "Entity refs of owners; `none` stands for services without one",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 400
          }
        }
      },
      "scorecardSystem": {
        "name": "system",
        "in": "query",
        "description": "Entity refs of systems; `none` stands for services in none",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 400
          }
        }
      },
      "scorecardTier": {
        "name": "tier",
        "in": "query",
        "description": "Tier ids, or `unclassified`",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 63
          }
        }
      },
      "scorecardLevel": {
        "name": "level",
        "in": "query",
        "description": "Ids of levels; `none` stands for services that are not even on the lowest",
        "schema": {
          "type": "array",
          "maxItems": 50,
          "items": {
            "type": "string",
            "maxLength": 60
          }
        }
      },
      "scorecardCheck": {
        "name": "check",
        "in": "query",
        "description": "Id of a check that `state` and `exempt` are about. Absent: they are about any check",
        "schema": {
          "type": "string",
          "maxLength": 100
        }
      },
      "scorecardState": {
        "name": "state",
        "in": "query",
        "description": "What came of a check, one of these",
        "schema": {
          "type": "array",
          "maxItems": 4,
          "items": {
            "$ref": "#/components/schemas/ScorecardCheckState"
          }
        }
      },
      "scorecardExempt": {
        "name": "exempt",
        "in": "query",
        "description": "true: an exemption is in force; false: none is",
        "schema": {
          "type": "boolean"
        }
      },
      "scorecardText": {
        "name": "text",
        "in": "query",
        "description": "Part of the name or title, case-insensitive",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "scorecardSort": {
        "name": "sort",
        "in": "query",
        "description": "`risk`: greatest first; `score`: lowest worst case first; `name`: by entity ref",
        "schema": {
          "type": "string",
          "enum": [
            "risk",
            "score",
            "name"
          ],
          "default": "risk"
        }
      },
      "findingId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[a-f0-9]{32}$"
        }
      },
      "uuid": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "ifMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "The revision that was read, as `\"3\"`",
        "schema": {
          "type": "string",
          "maxLength": 40
        }
      }
    },
    "responses": {
      "Error": {
        "description": "What went wrong",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            },
            "additionalProperties": true
          },
          "request": {
            "type": "object",
            "additionalProperties": true
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "Instant": {
        "type": "string",
        "format": "date-time",
        "maxLength": 40,
        "example": "2026-11-30T17:00:00Z"
      },
      "EntityRef": {
        "type": "string",
        "maxLength": 400,
        "pattern": "^[A-Za-z0-9._-]+:([A-Za-z0-9._-]+/)?[A-Za-z0-9._-]+$",
        "example": "component:default/payments-api"
      },
      "ReleaseClass": {
        "type": "string",
        "enum": [
          "standard",
          "major",
          "emergency"
        ]
      },
      "GateVerdict": {
        "type": "string",
        "enum": [
          "allow",
          "deny",
          "needs-approval"
        ]
      },
      "Verdict": {
        "type": "string",
        "enum": [
          "pass",
          "fail",
          "unknown"
        ]
      },
      "Enforcement": {
        "type": "string",
        "enum": [
          "block",
          "approval",
          "warn"
        ]
      },
      "EvidenceKind": {
        "type": "object",
        "required": [
          "id",
          "title",
          "validFor",
          "environment",
          "schema"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "validFor": {
            "type": "string"
          },
          "environment": {
            "type": "string",
            "enum": [
              "required",
              "optional",
              "none"
            ]
          },
          "schema": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "EvidenceSubmission": {
        "type": "object",
        "required": [
          "kind",
          "source",
          "externalId",
          "entityRef",
          "observedAt",
          "payload"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "maxLength": 100,
            "example": "deployment"
          },
          "source": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "example": "github-actions"
          },
          "externalId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "entityRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "environment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "region": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "observedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "payload": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "Evidence": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "kindTitle",
          "source",
          "externalId",
          "entityRef",
          "observedAt",
          "receivedAt",
          "expiresAt",
          "verdict",
          "headline",
          "payload"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "kind": {
            "type": "string"
          },
          "kindTitle": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "externalId": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "observedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "receivedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "headline": {
            "type": "string"
          },
          "payload": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "EvidenceBatchResult": {
        "type": "object",
        "required": [
          "accepted",
          "known",
          "rejected",
          "results"
        ],
        "properties": {
          "accepted": {
            "type": "integer",
            "description": "Stored now"
          },
          "known": {
            "type": "integer",
            "description": "Stored before"
          },
          "rejected": {
            "type": "integer"
          },
          "results": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "index",
                "status"
              ],
              "properties": {
                "index": {
                  "type": "integer"
                },
                "status": {
                  "type": "string",
                  "enum": [
                    "accepted",
                    "known",
                    "rejected"
                  ]
                },
                "id": {
                  "type": "string",
                  "description": "Present unless rejected"
                },
                "field": {
                  "type": "string",
                  "description": "What is wrong, e.g. `payload.outcome`; present when rejected"
                },
                "message": {
                  "type": "string",
                  "description": "Why; present when rejected"
                }
              }
            }
          }
        }
      },
      "Objective": {
        "type": "object",
        "required": [
          "duration",
          "seconds",
          "source"
        ],
        "properties": {
          "duration": {
            "type": "string"
          },
          "seconds": {
            "type": "number"
          },
          "source": {
            "type": "string",
            "enum": [
              "declared",
              "impact-analysis"
            ]
          }
        }
      },
      "Tier": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "ContinuityProfile": {
        "type": "object",
        "required": [
          "classification",
          "findings",
          "planning"
        ],
        "properties": {
          "classification": {
            "type": "string",
            "enum": [
              "classified",
              "unclassified"
            ]
          },
          "tier": {
            "type": "object",
            "required": [
              "id",
              "title",
              "source"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "source": {
                "type": "string",
                "enum": [
                  "declared",
                  "derived"
                ]
              }
            }
          },
          "derivedTier": {
            "$ref": "#/components/schemas/Tier"
          },
          "rto": {
            "$ref": "#/components/schemas/Objective"
          },
          "rpo": {
            "$ref": "#/components/schemas/Objective"
          },
          "findings": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "message",
                "remedy"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "remedy": {
                  "type": "string"
                }
              }
            }
          },
          "planning": {
            "type": "object",
            "required": [
              "inScope",
              "reasons"
            ],
            "properties": {
              "inScope": {
                "type": "string",
                "enum": [
                  "yes",
                  "no",
                  "unknown"
                ]
              },
              "reasons": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "Environment": {
        "type": "object",
        "required": [
          "name",
          "role"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "enum": [
              "primary",
              "secondary",
              "standby"
            ]
          }
        }
      },
      "EntityContinuity": {
        "type": "object",
        "required": [
          "entityRef",
          "profile",
          "environments",
          "environmentsSource",
          "catalogReadAt"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "profile": {
            "$ref": "#/components/schemas/ContinuityProfile"
          },
          "environments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Environment"
            }
          },
          "environmentsSource": {
            "type": "string",
            "enum": [
              "declared",
              "organisation"
            ]
          },
          "rollbackOwner": {
            "type": "string"
          },
          "catalogReadAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "Occurrence": {
        "type": "object",
        "required": [
          "start",
          "end",
          "startLocal",
          "endLocal",
          "timezone"
        ],
        "properties": {
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "end": {
            "$ref": "#/components/schemas/Instant"
          },
          "startLocal": {
            "type": "string",
            "description": "Wall clock with offset in the zone of the window"
          },
          "endLocal": {
            "type": "string"
          },
          "timezone": {
            "type": "string",
            "description": "IANA zone"
          },
          "note": {
            "type": "string",
            "description": "What daylight saving did to it"
          },
          "title": {
            "type": "string",
            "description": "Of an overridden occurrence"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "EntityWindow": {
        "type": "object",
        "required": [
          "calendarRef",
          "calendarTitle",
          "windowId",
          "title",
          "reason",
          "enforcement",
          "effect",
          "owner",
          "origin",
          "onRunning",
          "rollbacksExempt",
          "scopeReasons",
          "environments",
          "occurrence"
        ],
        "properties": {
          "calendarRef": {
            "type": "string"
          },
          "calendarTitle": {
            "type": "string"
          },
          "origin": {
            "$ref": "#/components/schemas/CalendarOrigin"
          },
          "portalWindowId": {
            "type": "string",
            "format": "uuid"
          },
          "degraded": {
            "type": "boolean"
          },
          "windowId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "effect": {
            "$ref": "#/components/schemas/WindowEffect"
          },
          "enforcement": {
            "$ref": "#/components/schemas/Enforcement"
          },
          "onRunning": {
            "$ref": "#/components/schemas/OnRunning"
          },
          "rollbacksExempt": {
            "type": "boolean"
          },
          "scopeReasons": {
            "type": "array",
            "description": "Why it is for this service, a sentence each",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Names of the environments of the service that it binds"
          },
          "regions": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Absent: all"
          },
          "classes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReleaseClass"
            },
            "description": "Absent: all"
          },
          "occurrence": {
            "$ref": "#/components/schemas/Occurrence"
          }
        }
      },
      "WindowEffect": {
        "type": "string",
        "enum": [
          "freeze",
          "maintenance"
        ]
      },
      "WindowState": {
        "type": "string",
        "description": "How closed; ordered open, warn, approval, block",
        "enum": [
          "open",
          "warn",
          "approval",
          "block"
        ]
      },
      "OnRunning": {
        "type": "string",
        "enum": [
          "finish",
          "pause"
        ]
      },
      "Operation": {
        "type": "string",
        "description": "`rollback` is exempt from windows that exempt rollbacks when artifactDigest names what succeeded there before. `continue` goes on with what the decision in `continues` allowed.",
        "enum": [
          "deploy",
          "rollback",
          "continue"
        ]
      },
      "Comment": {
        "type": "string",
        "minLength": 1,
        "maxLength": 2000,
        "pattern": "\\S"
      },
      "CalendarOrigin": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "catalog",
              "feed",
              "portal",
              "business-function"
            ]
          },
          "url": {
            "type": "string",
            "description": "Of a feed, masked: origin and first path segment"
          },
          "editUrl": {
            "type": "string",
            "description": "Where its source is edited; absent when not known"
          }
        }
      },
      "CalendarState": {
        "type": "string",
        "description": "`degraded`: the newest version cannot be read or fetched and the last good windows stay in force; `closed`: none was ever good, so it closes its scope",
        "enum": [
          "good",
          "degraded",
          "closed"
        ]
      },
      "CalendarFinding": {
        "type": "object",
        "required": [
          "rule",
          "severity",
          "message",
          "remedy"
        ],
        "properties": {
          "rule": {
            "type": "string",
            "example": "overlaps-itself"
          },
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning",
              "info"
            ]
          },
          "windowId": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "dates": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "CalendarSummary": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "origin",
          "state",
          "windows"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Absent when the calendar cannot be read"
          },
          "origin": {
            "$ref": "#/components/schemas/CalendarOrigin"
          },
          "state": {
            "$ref": "#/components/schemas/CalendarState"
          },
          "problem": {
            "type": "string",
            "description": "Present unless good"
          },
          "lastGoodAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When its windows were last read well"
          },
          "fetchedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Of a feed, when it was last asked"
          },
          "windows": {
            "type": "integer"
          }
        }
      },
      "Calendar": {
        "allOf": [
          {
            "$ref": "#/components/schemas/CalendarSummary"
          },
          {
            "type": "object",
            "required": [
              "items",
              "findings"
            ],
            "properties": {
              "items": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CalendarWindow"
                }
              },
              "findings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/CalendarFinding"
                }
              }
            }
          }
        ]
      },
      "WindowFacts": {
        "type": "object",
        "description": "What is said of a window wherever it is shown",
        "required": [
          "calendarRef",
          "calendarTitle",
          "origin",
          "windowId",
          "title",
          "reason",
          "owner",
          "effect",
          "enforcement",
          "onRunning",
          "rollbacksExempt",
          "timezone"
        ],
        "properties": {
          "calendarRef": {
            "type": "string"
          },
          "calendarTitle": {
            "type": "string"
          },
          "origin": {
            "$ref": "#/components/schemas/CalendarOrigin"
          },
          "portalWindowId": {
            "type": "string",
            "format": "uuid",
            "description": "Of a window made in the portal"
          },
          "windowId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "effect": {
            "$ref": "#/components/schemas/WindowEffect"
          },
          "enforcement": {
            "$ref": "#/components/schemas/Enforcement"
          },
          "onRunning": {
            "$ref": "#/components/schemas/OnRunning"
          },
          "rollbacksExempt": {
            "type": "boolean"
          },
          "timezone": {
            "type": "string",
            "description": "IANA zone"
          },
          "rrule": {
            "type": "string"
          },
          "degraded": {
            "type": "boolean",
            "description": "true: its calendar is degraded and this is its last good version"
          }
        }
      },
      "CalendarWindow": {
        "allOf": [
          {
            "$ref": "#/components/schemas/WindowFacts"
          },
          {
            "type": "object",
            "required": [
              "scope",
              "services",
              "next"
            ],
            "properties": {
              "scope": {
                "type": "array",
                "description": "Whom it is for, in words, a sentence each; empty: everything",
                "items": {
                  "type": "string"
                }
              },
              "services": {
                "type": "integer",
                "description": "How many services that the caller may see it is for"
              },
              "active": {
                "$ref": "#/components/schemas/Occurrence"
              },
              "next": {
                "type": "array",
                "description": "The next ten occurrences to start",
                "items": {
                  "$ref": "#/components/schemas/Occurrence"
                }
              }
            }
          }
        ]
      },
      "CalendarView": {
        "type": "object",
        "required": [
          "from",
          "to",
          "windows",
          "occurrences",
          "truncated",
          "unreadableCalendars",
          "filters"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "windows": {
            "type": "array",
            "description": "Windows that take place in the period",
            "items": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/WindowFacts"
                },
                {
                  "type": "object",
                  "required": [
                    "services"
                  ],
                  "properties": {
                    "services": {
                      "type": "integer",
                      "description": "How many services of the filter it is for"
                    }
                  }
                }
              ]
            }
          },
          "occurrences": {
            "type": "array",
            "description": "Earliest start first",
            "items": {
              "type": "object",
              "required": [
                "window",
                "start",
                "end",
                "startLocal",
                "endLocal"
              ],
              "properties": {
                "window": {
                  "type": "integer",
                  "description": "Position in `windows`"
                },
                "start": {
                  "$ref": "#/components/schemas/Instant"
                },
                "end": {
                  "$ref": "#/components/schemas/Instant"
                },
                "startLocal": {
                  "type": "string"
                },
                "endLocal": {
                  "type": "string"
                },
                "note": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                }
              }
            }
          },
          "truncated": {
            "type": "boolean",
            "description": "More occurrences exist than are returned (20000)"
          },
          "rows": {
            "type": "array",
            "description": "Present when asked for; by title",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "services",
                "windows"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "services": {
                  "type": "integer"
                },
                "windows": {
                  "type": "array",
                  "description": "Positions in `windows`",
                  "items": {
                    "type": "integer"
                  }
                }
              }
            }
          },
          "filters": {
            "type": "object",
            "description": "The values that exist, for the filter controls",
            "required": [
              "owners",
              "systems",
              "tiers",
              "environments",
              "regions",
              "calendars"
            ],
            "properties": {
              "owners": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "systems": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "tiers": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Tier"
                }
              },
              "environments": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "regions": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "calendars": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "ref",
                    "title"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "unreadableCalendars": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnreadableCalendar"
            }
          }
        }
      },
      "FreezeWindowInput": {
        "type": "object",
        "description": "A FreezeWindowDeclaration; checked in full by the calendar's own reader",
        "required": [
          "id",
          "title",
          "reason",
          "start"
        ],
        "additionalProperties": true
      },
      "FreezeWindowDeclaration": {
        "type": "object",
        "description": "A window as people write it in a FreezeCalendar",
        "required": [
          "id",
          "title",
          "reason",
          "start"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "effect": {
            "$ref": "#/components/schemas/WindowEffect"
          },
          "enforcement": {
            "$ref": "#/components/schemas/Enforcement"
          },
          "onRunning": {
            "$ref": "#/components/schemas/OnRunning"
          },
          "rollbacksExempt": {
            "type": "boolean"
          },
          "start": {
            "type": "string"
          },
          "end": {
            "type": "string"
          },
          "duration": {
            "type": "string"
          },
          "timezone": {
            "type": "string"
          },
          "rrule": {
            "type": "string"
          },
          "rdates": {
            "type": "array",
            "items": {
              "oneOf": [
                {
                  "type": "string"
                },
                {
                  "type": "object",
                  "required": [
                    "start"
                  ],
                  "properties": {
                    "start": {
                      "type": "string"
                    },
                    "end": {
                      "type": "string"
                    }
                  }
                }
              ]
            }
          },
          "exdates": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "overrides": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "occurrence"
              ],
              "properties": {
                "occurrence": {
                  "type": "string"
                },
                "start": {
                  "type": "string"
                },
                "end": {
                  "type": "string"
                },
                "duration": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "scope": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "PortalWindow": {
        "type": "object",
        "required": [
          "id",
          "revision",
          "calendarRef",
          "owner",
          "timezone",
          "window",
          "mayEdit",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "revision": {
            "type": "integer"
          },
          "calendarRef": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "timezone": {
            "type": "string"
          },
          "window": {
            "$ref": "#/components/schemas/FreezeWindowDeclaration"
          },
          "mayEdit": {
            "type": "boolean",
            "description": "Whether the caller may change and remove it"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "createdBy": {
            "type": "string"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "updatedBy": {
            "type": "string"
          }
        }
      },
      "PortalWindowRevision": {
        "type": "object",
        "required": [
          "revision",
          "change",
          "at",
          "by",
          "timezone",
          "window"
        ],
        "properties": {
          "revision": {
            "type": "integer"
          },
          "change": {
            "type": "string",
            "enum": [
              "created",
              "changed",
              "removed"
            ]
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "by": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          },
          "timezone": {
            "type": "string"
          },
          "window": {
            "$ref": "#/components/schemas/FreezeWindowDeclaration"
          }
        }
      },
      "WindowDraft": {
        "type": "object",
        "required": [
          "owner",
          "timezone",
          "window"
        ],
        "additionalProperties": false,
        "properties": {
          "owner": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "timezone": {
            "type": "string",
            "maxLength": 100
          },
          "window": {
            "type": "object",
            "description": "A FreezeWindowDeclaration, also an incomplete or wrong one",
            "additionalProperties": true
          },
          "replaces": {
            "type": "string",
            "format": "uuid",
            "description": "The portal window that saving would change"
          }
        }
      },
      "WindowPreview": {
        "type": "object",
        "required": [
          "problems",
          "findings",
          "next",
          "services",
          "sample",
          "scope",
          "changes"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "description": "Why it cannot be saved; empty when it can",
            "items": {
              "type": "object",
              "required": [
                "path",
                "message"
              ],
              "properties": {
                "path": {
                  "type": "string",
                  "example": "window.rrule"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CalendarFinding"
            }
          },
          "next": {
            "type": "array",
            "description": "The occurrence in force, if there is one, and those that come; ten in all",
            "items": {
              "$ref": "#/components/schemas/Occurrence"
            }
          },
          "services": {
            "type": "integer"
          },
          "sample": {
            "type": "array",
            "description": "Refs of the first services that it is for; at most 20",
            "items": {
              "type": "string"
            }
          },
          "scope": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "changes": {
            "type": "array",
            "description": "What saving changes against today, earliest first; within 90 days",
            "items": {
              "$ref": "#/components/schemas/WindowChange"
            }
          },
          "moreChanges": {
            "type": "integer",
            "description": "How many changes are not listed; absent: none"
          }
        }
      },
      "WindowChange": {
        "type": "object",
        "required": [
          "from",
          "before",
          "after",
          "services",
          "sample"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "before": {
            "$ref": "#/components/schemas/WindowState"
          },
          "after": {
            "$ref": "#/components/schemas/WindowState"
          },
          "now": {
            "type": "boolean",
            "description": "true: takes effect at once"
          },
          "classes": {
            "type": "array",
            "description": "For which classes of release. Absent: for all",
            "items": {
              "$ref": "#/components/schemas/ReleaseClass"
            }
          },
          "services": {
            "type": "integer"
          },
          "sample": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "SubscriptionSubject": {
        "type": "object",
        "required": [
          "kind",
          "ref"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "entity",
              "team",
              "calendar"
            ]
          },
          "ref": {
            "$ref": "#/components/schemas/EntityRef"
          }
        }
      },
      "LedgerFollower": {
        "type": "object",
        "required": [
          "name",
          "active",
          "nextIndex",
          "lag",
          "attempts",
          "setAside"
        ],
        "properties": {
          "name": {
            "type": "string",
            "example": "freeze-notifications"
          },
          "active": {
            "type": "boolean",
            "description": "false: it followed once, and nothing does under that name here"
          },
          "nextIndex": {
            "type": "integer",
            "description": "Every entry before it is done"
          },
          "lag": {
            "type": "integer",
            "description": "How many entries wait; not every one of them need be for it"
          },
          "waitingSince": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When the first of them was written. Absent: none waits"
          },
          "readingUntil": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "A replica reads for it, and has to say until then that it still does. Absent: none does"
          },
          "attempts": {
            "type": "integer",
            "description": "How often the entry at nextIndex failed by itself"
          },
          "failing": {
            "type": "object",
            "description": "Absent: the last try succeeded",
            "required": [
              "problem",
              "since",
              "retryAt"
            ],
            "properties": {
              "problem": {
                "type": "string"
              },
              "since": {
                "$ref": "#/components/schemas/Instant"
              },
              "retryAt": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "setAside": {
            "type": "integer",
            "description": "How many entries it gave up on"
          }
        }
      },
      "SetAsideEntry": {
        "type": "object",
        "required": [
          "follower",
          "index",
          "type",
          "at",
          "subjects",
          "problem",
          "attempts",
          "setAsideAt"
        ],
        "properties": {
          "follower": {
            "type": "string"
          },
          "index": {
            "type": "integer",
            "description": "Of the entry in the ledger"
          },
          "type": {
            "type": "string",
            "example": "calendar.freeze.upcoming"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "subjects": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "problem": {
            "type": "string",
            "description": "Why it failed last"
          },
          "attempts": {
            "type": "integer"
          },
          "setAsideAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "RetryOutcome": {
        "type": "object",
        "required": [
          "outcome",
          "attempts"
        ],
        "properties": {
          "outcome": {
            "type": "string",
            "enum": [
              "done",
              "failed"
            ]
          },
          "problem": {
            "type": "string",
            "description": "Of one that failed"
          },
          "attempts": {
            "type": "integer",
            "description": "How often it was tried in all"
          }
        }
      },
      "FollowedFeed": {
        "type": "object",
        "required": [
          "calendarRef",
          "title",
          "owner",
          "state",
          "windows",
          "failures"
        ],
        "properties": {
          "calendarRef": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "address": {
            "type": "string",
            "description": "Its host and the first part of its path; the rest may be a secret"
          },
          "state": {
            "type": "string",
            "description": "good: what it said last counts. degraded: it does not, and what was good before stays in force. closed: nothing of it was ever good, so the calendar closes what it is for.",
            "enum": [
              "good",
              "degraded",
              "closed"
            ]
          },
          "windows": {
            "type": "integer",
            "description": "How many of its windows count"
          },
          "askedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Absent: it was never asked"
          },
          "nextAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Absent: as soon as may be"
          },
          "asking": {
            "type": "boolean",
            "description": "A replica asks it at this moment"
          },
          "failures": {
            "type": "integer",
            "description": "How many answers in a row did not count"
          },
          "problem": {
            "type": "string",
            "description": "Why the newest version does not count. Absent: it does"
          },
          "lastGoodAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When what counts was last confirmed. Absent: nothing was ever good"
          }
        }
      },
      "CalendarSubscription": {
        "type": "object",
        "required": [
          "id",
          "subject",
          "createdAt",
          "createdBy"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "subject": {
            "$ref": "#/components/schemas/SubscriptionSubject"
          },
          "url": {
            "type": "string",
            "description": "With the token; present only in the answer that made it"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "createdBy": {
            "type": "string"
          },
          "lastUsedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "SimulationRequest": {
        "type": "object",
        "required": [
          "selection",
          "environment",
          "from",
          "to"
        ],
        "additionalProperties": false,
        "properties": {
          "selection": {
            "type": "object",
            "description": "The services; every given part must match, none means all",
            "additionalProperties": false,
            "properties": {
              "entity": {
                "$ref": "#/components/schemas/EntityRef"
              },
              "owner": {
                "$ref": "#/components/schemas/EntityRef"
              },
              "system": {
                "$ref": "#/components/schemas/EntityRef"
              },
              "tier": {
                "type": "string",
                "maxLength": 100
              }
            }
          },
          "environment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "from": {
            "$ref": "#/components/schemas/Instant"
          },
          "to": {
            "$ref": "#/components/schemas/Instant"
          },
          "slot": {
            "type": "string",
            "maxLength": 40,
            "description": "ISO 8601 duration of the slot that is looked for",
            "example": "PT2H"
          },
          "draft": {
            "$ref": "#/components/schemas/WindowDraft"
          },
          "planned": {
            "type": "array",
            "maxItems": 500,
            "description": "Changes that are planned",
            "items": {
              "type": "object",
              "required": [
                "entity",
                "at"
              ],
              "additionalProperties": false,
              "properties": {
                "entity": {
                  "$ref": "#/components/schemas/EntityRef"
                },
                "at": {
                  "$ref": "#/components/schemas/Instant"
                },
                "duration": {
                  "type": "string",
                  "maxLength": 40
                },
                "class": {
                  "$ref": "#/components/schemas/ReleaseClass"
                }
              }
            }
          }
        }
      },
      "Simulation": {
        "type": "object",
        "required": [
          "services",
          "stretches",
          "planned",
          "unreadableCalendars"
        ],
        "properties": {
          "services": {
            "type": "integer"
          },
          "stretches": {
            "type": "array",
            "description": "Stretches in which the same windows close the same services, earliest first",
            "items": {
              "type": "object",
              "required": [
                "start",
                "end",
                "state",
                "services",
                "sample",
                "windows"
              ],
              "properties": {
                "start": {
                  "$ref": "#/components/schemas/Instant"
                },
                "end": {
                  "$ref": "#/components/schemas/Instant"
                },
                "state": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/WindowState"
                    }
                  ],
                  "description": "The strictest among the services"
                },
                "services": {
                  "type": "integer",
                  "description": "How many of them are not open"
                },
                "sample": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "windows": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "calendarRef",
                      "windowId",
                      "title"
                    ],
                    "properties": {
                      "calendarRef": {
                        "type": "string"
                      },
                      "windowId": {
                        "type": "string"
                      },
                      "title": {
                        "type": "string"
                      },
                      "draft": {
                        "type": "boolean"
                      }
                    }
                  }
                },
                "moreWindows": {
                  "type": "integer",
                  "description": "How many windows are not listed; absent: none"
                }
              }
            }
          },
          "truncated": {
            "type": "boolean",
            "description": "true: there are more stretches than are listed"
          },
          "firstSlot": {
            "type": "object",
            "description": "When all of them are open for the wanted length; absent when there is none in the period, and when there are no services",
            "required": [
              "start",
              "end"
            ],
            "properties": {
              "start": {
                "$ref": "#/components/schemas/Instant"
              },
              "end": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "planned": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entity",
                "at",
                "before",
                "after"
              ],
              "properties": {
                "entity": {
                  "type": "string"
                },
                "at": {
                  "$ref": "#/components/schemas/Instant"
                },
                "before": {
                  "allOf": [
                    {
                      "$ref": "#/components/schemas/WindowState"
                    }
                  ],
                  "description": "Without the draft"
                },
                "after": {
                  "$ref": "#/components/schemas/WindowState"
                },
                "because": {
                  "type": "string"
                },
                "nextSlot": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          },
          "changes": {
            "type": "array",
            "description": "Present with a draft",
            "items": {
              "$ref": "#/components/schemas/WindowChange"
            }
          },
          "moreChanges": {
            "type": "integer",
            "description": "How many changes are not listed; absent: none"
          },
          "unreadableCalendars": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnreadableCalendar"
            }
          }
        }
      },
      "UnreadableCalendar": {
        "type": "object",
        "required": [
          "ref",
          "problem"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "problem": {
            "type": "string"
          },
          "lastGoodAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Its windows as they were then stay in force. Absent: none was ever good, and it closes its scope"
          }
        }
      },
      "Fleet": {
        "type": "object",
        "required": [
          "at",
          "catalogReadAt",
          "totals",
          "items",
          "totalItems",
          "upcoming",
          "filters",
          "unreadableCalendars"
        ],
        "properties": {
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "catalogReadAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "totals": {
            "type": "object",
            "required": [
              "services",
              "frozen",
              "unclassified",
              "byTier"
            ],
            "description": "Over everything that the filters owner, system and text let through; not narrowed by tier or frozen",
            "properties": {
              "services": {
                "type": "integer"
              },
              "frozen": {
                "type": "integer"
              },
              "unclassified": {
                "type": "integer"
              },
              "byTier": {
                "type": "array",
                "description": "In the order of the tiers, `unclassified` last",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "title",
                    "count",
                    "frozen"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "count": {
                      "type": "integer"
                    },
                    "frozen": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FleetItem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "upcoming": {
            "type": "array",
            "description": "What begins or lifts within 7 days for the services of the filter, earliest first",
            "items": {
              "type": "object",
              "required": [
                "at",
                "change",
                "calendarRef",
                "calendarTitle",
                "windowId",
                "title",
                "enforcement",
                "services",
                "occurrence"
              ],
              "properties": {
                "at": {
                  "$ref": "#/components/schemas/Instant"
                },
                "change": {
                  "type": "string",
                  "enum": [
                    "begins",
                    "lifts"
                  ]
                },
                "calendarRef": {
                  "type": "string"
                },
                "calendarTitle": {
                  "type": "string"
                },
                "windowId": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "effect": {
                  "$ref": "#/components/schemas/WindowEffect"
                },
                "enforcement": {
                  "$ref": "#/components/schemas/Enforcement"
                },
                "services": {
                  "type": "integer",
                  "description": "How many services it is for"
                },
                "sample": {
                  "type": "array",
                  "description": "Refs of the first of them; at most 5",
                  "items": {
                    "type": "string"
                  }
                },
                "occurrence": {
                  "$ref": "#/components/schemas/Occurrence"
                }
              }
            }
          },
          "filters": {
            "type": "object",
            "description": "The values that exist, for the filter controls",
            "required": [
              "owners",
              "systems",
              "tiers"
            ],
            "properties": {
              "owners": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "systems": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "tiers": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Tier"
                }
              }
            }
          },
          "unreadableCalendars": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnreadableCalendar"
            }
          }
        }
      },
      "FleetItem": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "kind",
          "classification",
          "inScope",
          "findings",
          "frozen"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "system": {
            "type": "string"
          },
          "kubernetesId": {
            "type": "string",
            "description": "Its annotation `backstage.io/kubernetes-id`, which its workloads are labelled with"
          },
          "classification": {
            "type": "string",
            "enum": [
              "classified",
              "unclassified"
            ]
          },
          "tier": {
            "$ref": "#/components/schemas/Tier"
          },
          "rto": {
            "type": "string"
          },
          "rpo": {
            "type": "string"
          },
          "inScope": {
            "type": "string",
            "enum": [
              "yes",
              "no",
              "unknown"
            ]
          },
          "findings": {
            "type": "integer"
          },
          "frozen": {
            "type": "array",
            "description": "Windows in force now; empty when none",
            "items": {
              "type": "object",
              "required": [
                "calendarRef",
                "windowId",
                "title",
                "enforcement",
                "environments",
                "until"
              ],
              "properties": {
                "calendarRef": {
                  "type": "string"
                },
                "windowId": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "enforcement": {
                  "$ref": "#/components/schemas/Enforcement"
                },
                "environments": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "classes": {
                  "type": "array",
                  "description": "Classes of release that it is for. Absent: every one",
                  "items": {
                    "$ref": "#/components/schemas/ReleaseClass"
                  }
                },
                "until": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          }
        }
      },
      "GateRequest": {
        "type": "object",
        "required": [
          "entity",
          "environment"
        ],
        "additionalProperties": false,
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "environment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "region": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "operation": {
            "$ref": "#/components/schemas/Operation"
          },
          "continues": {
            "type": "string",
            "format": "uuid",
            "description": "For `continue`: id of the decision that allowed the running deployment"
          },
          "artifactDigest": {
            "type": "string",
            "pattern": "^sha256:[a-f0-9]{64}$"
          },
          "change": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Id of the change request; policies may demand one that is approved"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "dryRun": {
            "type": "boolean",
            "default": false
          },
          "statement": {
            "type": "boolean",
            "default": false,
            "description": "Whether the decision is to be returned signed, too; never for a dry run"
          }
        }
      },
      "GateReason": {
        "type": "object",
        "required": [
          "rule",
          "verdict",
          "explanation",
          "evidence"
        ],
        "properties": {
          "rule": {
            "type": "string"
          },
          "policy": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/GateVerdict"
          },
          "explanation": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "evidence": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "until": {
            "$ref": "#/components/schemas/Instant"
          },
          "timezone": {
            "type": "string",
            "description": "IANA zone of the window that it is about"
          },
          "change": {
            "type": "string",
            "description": "Id of the change that met it"
          },
          "override": {
            "type": "string",
            "description": "Id of the break-glass override because of which it does not count"
          },
          "overridable": {
            "type": "boolean",
            "description": "true: every policy that makes it count lets a break-glass override pass over it. Absent: at least one does not, or there is nothing to pass over"
          }
        }
      },
      "GateDecision": {
        "type": "object",
        "required": [
          "verdict",
          "request",
          "reasons",
          "decidedAt",
          "validUntil",
          "dryRun"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid",
            "description": "Absent for a dry run"
          },
          "ledgerIndex": {
            "type": "integer",
            "description": "Absent for a dry run"
          },
          "dryRun": {
            "type": "boolean"
          },
          "verdict": {
            "$ref": "#/components/schemas/GateVerdict"
          },
          "request": {
            "type": "object",
            "description": "The question as it was understood",
            "required": [
              "entity",
              "environment",
              "class",
              "at"
            ],
            "properties": {
              "entity": {
                "type": "string"
              },
              "environment": {
                "type": "string"
              },
              "region": {
                "type": "string"
              },
              "class": {
                "$ref": "#/components/schemas/ReleaseClass"
              },
              "operation": {
                "$ref": "#/components/schemas/Operation"
              },
              "continues": {
                "type": "string"
              },
              "artifactDigest": {
                "type": "string"
              },
              "change": {
                "type": "string"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "reasons": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/components/schemas/GateReason"
            }
          },
          "nextChange": {
            "type": "object",
            "description": "Absent: nothing is known that changes the answer by time alone within the horizon",
            "required": [
              "at",
              "verdict",
              "cause"
            ],
            "properties": {
              "at": {
                "$ref": "#/components/schemas/Instant"
              },
              "verdict": {
                "$ref": "#/components/schemas/GateVerdict"
              },
              "cause": {
                "type": "string"
              }
            }
          },
          "nextOpen": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Not allowed now: when time alone makes it so. Absent: no known end within the horizon, or nothing that time alone would mend"
          },
          "longestOpen": {
            "type": "object",
            "description": "The longest stretch within the horizon that no window closes; without `end` it reaches the horizon",
            "required": [
              "start"
            ],
            "properties": {
              "start": {
                "$ref": "#/components/schemas/Instant"
              },
              "end": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "validUntil": {
            "$ref": "#/components/schemas/Instant"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "decidedBy": {
            "type": "string",
            "description": "Who asked; absent for a dry run"
          },
          "statement": {
            "allOf": [
              {
                "$ref": "#/components/schemas/SignedStatement"
              }
            ],
            "description": "Present when it was asked for with the decision"
          }
        }
      },
      "SignedStatement": {
        "type": "object",
        "description": "A DSSE envelope; the payload is an in-toto statement",
        "required": [
          "payloadType",
          "payload",
          "signatures"
        ],
        "properties": {
          "payloadType": {
            "type": "string"
          },
          "payload": {
            "type": "string",
            "description": "Base64"
          },
          "signatures": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "object",
              "required": [
                "keyid",
                "sig"
              ],
              "properties": {
                "keyid": {
                  "type": "string",
                  "description": "SHA-256 of the public key in DER, hex; a hint, not a proof"
                },
                "sig": {
                  "type": "string",
                  "description": "Base64"
                }
              }
            }
          }
        }
      },
      "SigningKey": {
        "type": "object",
        "required": [
          "keyId",
          "algorithm",
          "since",
          "pem",
          "jwk"
        ],
        "properties": {
          "keyId": {
            "type": "string",
            "description": "SHA-256 of the public key as SubjectPublicKeyInfo in DER, hex"
          },
          "algorithm": {
            "type": "string",
            "enum": [
              "Ed25519"
            ]
          },
          "since": {
            "$ref": "#/components/schemas/Instant"
          },
          "retiredAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Absent: it signs now"
          },
          "pem": {
            "type": "string",
            "description": "The public key as SubjectPublicKeyInfo in PEM"
          },
          "jwk": {
            "type": "object",
            "description": "The public key after RFC 8037",
            "required": [
              "kty",
              "crv",
              "x",
              "kid",
              "use"
            ],
            "properties": {
              "kty": {
                "type": "string",
                "enum": [
                  "OKP"
                ]
              },
              "crv": {
                "type": "string",
                "enum": [
                  "Ed25519"
                ]
              },
              "x": {
                "type": "string"
              },
              "kid": {
                "type": "string"
              },
              "use": {
                "type": "string",
                "enum": [
                  "sig"
                ]
              }
            }
          }
        }
      },
      "Checkpoint": {
        "type": "object",
        "required": [
          "treeSize",
          "rootHash"
        ],
        "properties": {
          "treeSize": {
            "type": "integer"
          },
          "rootHash": {
            "type": "string",
            "pattern": "^[a-f0-9]{64}$"
          }
        }
      },
      "LedgerEntry": {
        "type": "object",
        "required": [
          "index",
          "canonical",
          "leafHash",
          "rootHash"
        ],
        "properties": {
          "index": {
            "type": "integer"
          },
          "canonical": {
            "type": "string",
            "description": "RFC 8785 text that is hashed"
          },
          "leafHash": {
            "type": "string"
          },
          "rootHash": {
            "type": "string",
            "description": "Root of the tree of index + 1 leaves"
          }
        }
      },
      "LedgerVerification": {
        "type": "object",
        "required": [
          "ok"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "treeSize": {
            "type": "integer"
          },
          "rootHash": {
            "type": "string"
          },
          "index": {
            "type": "integer",
            "description": "First bad index; present when not ok"
          },
          "fault": {
            "type": "string",
            "enum": [
              "altered",
              "removed",
              "reordered",
              "root-mismatch"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Status": {
        "type": "object",
        "required": [
          "state",
          "entities",
          "calendars",
          "unreadableCalendars",
          "maxCatalogAge"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "never-read"
            ]
          },
          "catalogReadAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "maxCatalogAge": {
            "type": "string",
            "description": "ISO 8601 duration; an older reading denies"
          },
          "lastProblem": {
            "type": "string",
            "description": "Why the newest reading failed; absent when it did not"
          },
          "entities": {
            "type": "integer"
          },
          "calendars": {
            "type": "integer"
          },
          "unreadableCalendars": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnreadableCalendar"
            }
          }
        }
      },
      "Day": {
        "type": "string",
        "format": "date",
        "maxLength": 10,
        "example": "2027-03-31"
      },
      "GraphDirection": {
        "type": "string",
        "description": "`dependants`: who needs it; `dependencies`: whom it needs",
        "enum": [
          "dependants",
          "dependencies"
        ]
      },
      "GraphFreshness": {
        "type": "object",
        "description": "Which graph answered. `stale`: the catalog was not read within the bound, and what is shown is how it was at `readAt`; the gate takes it for unknown",
        "required": [
          "state",
          "revision"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "never-read"
            ]
          },
          "revision": {
            "type": "integer",
            "description": "Grows with every change; equal on all replicas that know the same"
          },
          "readAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastProblem": {
            "type": "string",
            "description": "Why the newest reading failed; absent when it did not"
          }
        }
      },
      "GraphStatus": {
        "type": "object",
        "required": [
          "graph",
          "maxAge",
          "nodes",
          "edges",
          "groups",
          "unresolved",
          "regions",
          "sources"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "maxAge": {
            "type": "string",
            "description": "ISO 8601 duration; an older graph is stale"
          },
          "nodes": {
            "type": "integer"
          },
          "edges": {
            "type": "integer"
          },
          "groups": {
            "type": "integer",
            "description": "Redundancy groups"
          },
          "unresolved": {
            "type": "integer",
            "description": "What is depended on and not in the catalog"
          },
          "regions": {
            "type": "array",
            "description": "Those that the caller sees entities of, by name; at most 500",
            "items": {
              "type": "object",
              "required": [
                "name",
                "entities"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "entities": {
                  "type": "integer"
                }
              }
            }
          },
          "sources": {
            "type": "array",
            "description": "Where traffic is read from; empty when none is configured",
            "items": {
              "$ref": "#/components/schemas/TrafficSource"
            }
          }
        }
      },
      "TrafficSource": {
        "type": "object",
        "required": [
          "id",
          "type",
          "state",
          "pairs",
          "unmatched"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "enum": [
              "jaeger",
              "prometheus"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "never-read"
            ]
          },
          "readAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastProblem": {
            "type": "string"
          },
          "pairs": {
            "type": "integer",
            "description": "Caller and called in the newest reading"
          },
          "unmatched": {
            "type": "array",
            "description": "Names of services that no entity answers to, most calls first; at most 200. The annotation continuity.dev/traced-as names the entity",
            "items": {
              "type": "object",
              "required": [
                "name",
                "calls"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "calls": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "GraphNode": {
        "type": "object",
        "description": "Something in the graph. Without `ref`: the caller may not see it, and nothing but `id` is said of it",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Good for this answer alone"
          },
          "ref": {
            "type": "string"
          },
          "known": {
            "type": "boolean",
            "description": "false: somebody depends on it, and it is not in the catalog"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "system": {
            "type": "string"
          },
          "tier": {
            "$ref": "#/components/schemas/Tier"
          },
          "rto": {
            "type": "string",
            "description": "ISO 8601 duration"
          },
          "rpo": {
            "type": "string",
            "description": "ISO 8601 duration"
          }
        }
      },
      "DependencyStrength": {
        "type": "string",
        "enum": [
          "hard",
          "soft"
        ]
      },
      "DependencySource": {
        "type": "string",
        "description": "Where an edge is declared. `continuity`: spec.continuity.dependencies; `supports`: spec.supportedBy of a business function; `provides-api`: an API needs its provider; `part-of`: a system needs its parts",
        "enum": [
          "depends-on",
          "consumes-api",
          "provides-api",
          "part-of",
          "supports",
          "continuity"
        ]
      },
      "GraphGroupRef": {
        "type": "object",
        "description": "The members stand in for each other while minAvailable of them live",
        "required": [
          "name",
          "minAvailable",
          "size"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "minAvailable": {
            "type": "integer"
          },
          "size": {
            "type": "integer"
          }
        }
      },
      "GraphPathStep": {
        "type": "object",
        "required": [
          "node"
        ],
        "properties": {
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "strength": {
            "allOf": [
              {
                "$ref": "#/components/schemas/DependencyStrength"
              }
            ],
            "description": "How it depends on the step before; absent for the first"
          },
          "source": {
            "$ref": "#/components/schemas/DependencySource"
          },
          "group": {
            "$ref": "#/components/schemas/GraphGroupRef"
          }
        }
      },
      "GraphPath": {
        "type": "array",
        "description": "From the cause to what it affects: each step depends on the one before; at most 200 steps",
        "maxItems": 200,
        "items": {
          "$ref": "#/components/schemas/GraphPathStep"
        }
      },
      "GraphEdge": {
        "type": "object",
        "required": [
          "from",
          "to",
          "strength",
          "source"
        ],
        "properties": {
          "from": {
            "type": "string",
            "description": "id of the node that depends"
          },
          "to": {
            "type": "string"
          },
          "strength": {
            "$ref": "#/components/schemas/DependencyStrength"
          },
          "source": {
            "$ref": "#/components/schemas/DependencySource"
          },
          "group": {
            "$ref": "#/components/schemas/GraphGroupRef"
          }
        }
      },
      "GraphPicture": {
        "type": "object",
        "description": "What to draw; the rest of what there is, counted",
        "required": [
          "nodes",
          "edges",
          "groups"
        ],
        "properties": {
          "nodes": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "object",
              "required": [
                "node",
                "hops"
              ],
              "properties": {
                "node": {
                  "$ref": "#/components/schemas/GraphNode"
                },
                "direction": {
                  "$ref": "#/components/schemas/GraphDirection"
                },
                "hops": {
                  "type": "integer",
                  "description": "From where one looks"
                },
                "outcome": {
                  "$ref": "#/components/schemas/ImpactOutcome"
                }
              }
            }
          },
          "edges": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/GraphEdge"
            }
          },
          "groups": {
            "type": "array",
            "description": "What is not drawn; every such node is counted in exactly one",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/GraphCountedGroup"
            }
          }
        }
      },
      "GraphCountedGroup": {
        "type": "object",
        "required": [
          "id",
          "title",
          "count",
          "filter"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "example": "37 services of team-payments"
          },
          "count": {
            "type": "integer"
          },
          "direction": {
            "$ref": "#/components/schemas/GraphDirection"
          },
          "attachedTo": {
            "type": "array",
            "description": "ids of drawn nodes that members are next to; at most 20",
            "items": {
              "type": "string"
            }
          },
          "filter": {
            "type": "object",
            "description": "What lists its members; empty where the caller may not see them (`hidden`) or where it gathers what no other group does",
            "properties": {
              "owner": {
                "type": "string"
              },
              "tier": {
                "type": "string"
              },
              "hidden": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "GraphCounts": {
        "type": "object",
        "description": "Everything that is reached, what the caller may not see included",
        "required": [
          "total",
          "hidden",
          "byHops",
          "byTier",
          "byOwner",
          "businessFunctions"
        ],
        "properties": {
          "total": {
            "type": "integer"
          },
          "hidden": {
            "type": "integer",
            "description": "How many of them the caller may not see"
          },
          "byHops": {
            "type": "array",
            "description": "Nearest first; at most 50, the last holds what is farther",
            "items": {
              "type": "object",
              "required": [
                "hops",
                "failed",
                "degraded"
              ],
              "properties": {
                "hops": {
                  "type": "integer"
                },
                "failed": {
                  "type": "integer"
                },
                "degraded": {
                  "type": "integer"
                }
              }
            }
          },
          "byTier": {
            "type": "array",
            "description": "In the order of the tiers, `unclassified` last",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "failed",
                "degraded"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "failed": {
                  "type": "integer"
                },
                "degraded": {
                  "type": "integer"
                }
              }
            }
          },
          "byOwner": {
            "type": "array",
            "description": "Most affected first; at most 100, then one of all `other`",
            "items": {
              "type": "object",
              "required": [
                "failed",
                "degraded"
              ],
              "properties": {
                "owner": {
                  "type": "string",
                  "description": "Absent: nobody, or `other`"
                },
                "other": {
                  "type": "boolean"
                },
                "failed": {
                  "type": "integer"
                },
                "degraded": {
                  "type": "integer"
                }
              }
            }
          },
          "businessFunctions": {
            "type": "array",
            "description": "Failed first; at most 200",
            "items": {
              "type": "object",
              "required": [
                "node",
                "outcome",
                "hops"
              ],
              "properties": {
                "node": {
                  "$ref": "#/components/schemas/GraphNode"
                },
                "outcome": {
                  "$ref": "#/components/schemas/ImpactOutcome"
                },
                "hops": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "GraphReachItem": {
        "type": "object",
        "required": [
          "node",
          "hops",
          "outcome",
          "path"
        ],
        "properties": {
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "hops": {
            "type": "integer"
          },
          "outcome": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ImpactOutcome"
              }
            ],
            "description": "Of the one that depends, when the other is down; `unaffected`: a group absorbs it"
          },
          "path": {
            "$ref": "#/components/schemas/GraphPath"
          }
        }
      },
      "GraphReachPage": {
        "type": "object",
        "required": [
          "graph",
          "items",
          "totalItems",
          "hidden"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphReachItem"
            }
          },
          "totalItems": {
            "type": "integer",
            "description": "With the filters, without what is hidden"
          },
          "hidden": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "EntityDependencies": {
        "type": "object",
        "required": [
          "graph",
          "node",
          "inGraph",
          "findings",
          "totalFindings",
          "dependants",
          "dependencies",
          "picture"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "inGraph": {
            "type": "boolean",
            "description": "false: the graph has not seen this entity yet; the counts are zero because nothing is known"
          },
          "findings": {
            "type": "array",
            "description": "Worst first; at most 50",
            "items": {
              "$ref": "#/components/schemas/GraphFinding"
            }
          },
          "totalFindings": {
            "type": "integer"
          },
          "dependants": {
            "type": "object",
            "required": [
              "direct",
              "counts"
            ],
            "properties": {
              "direct": {
                "type": "integer"
              },
              "counts": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/GraphCounts"
                  }
                ],
                "description": "What fails or degrades when this is down"
              }
            }
          },
          "dependencies": {
            "type": "object",
            "required": [
              "direct",
              "counts"
            ],
            "properties": {
              "direct": {
                "type": "integer"
              },
              "counts": {
                "allOf": [
                  {
                    "$ref": "#/components/schemas/GraphCounts"
                  }
                ],
                "description": "`failed`: it fails this alone; `degraded`: it does not, because the dependency is soft or a group absorbs it"
              }
            }
          },
          "groups": {
            "type": "array",
            "description": "Its redundancy groups",
            "items": {
              "type": "object",
              "required": [
                "name",
                "minAvailable",
                "members"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "minAvailable": {
                  "type": "integer"
                },
                "members": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/GraphNode"
                  }
                }
              }
            }
          },
          "availability": {
            "$ref": "#/components/schemas/ComposedAvailability"
          },
          "recovery": {
            "$ref": "#/components/schemas/ComposedRecovery"
          },
          "picture": {
            "$ref": "#/components/schemas/GraphPicture"
          }
        }
      },
      "ComposedAvailability": {
        "type": "object",
        "description": "From declared availabilities; independent failures assumed",
        "required": [
          "lower",
          "upper",
          "exact",
          "unknown"
        ],
        "properties": {
          "lower": {
            "type": "number"
          },
          "upper": {
            "type": "number"
          },
          "exact": {
            "type": "boolean",
            "description": "false: out of reach, and the truth lies between lower and upper"
          },
          "target": {
            "type": "number",
            "description": "Absent when none is declared"
          },
          "holds": {
            "type": "string",
            "description": "Absent without a target",
            "enum": [
              "yes",
              "no",
              "unknown"
            ]
          },
          "unknown": {
            "type": "integer",
            "description": "Dependencies that declare no availability. They count as anything from never to always available, which widens the bounds"
          }
        }
      },
      "ComposedRecovery": {
        "type": "object",
        "description": "Recovery times along the recovery order; what has no order is recovered in parallel",
        "required": [
          "duration",
          "unknown",
          "path"
        ],
        "properties": {
          "duration": {
            "type": "string",
            "description": "ISO 8601; at least this long when `unknown` is not 0"
          },
          "rto": {
            "type": "string"
          },
          "holds": {
            "type": "string",
            "description": "Absent without an RTO",
            "enum": [
              "yes",
              "no",
              "unknown"
            ]
          },
          "unknown": {
            "type": "integer",
            "description": "Dependencies without a recovery time"
          },
          "path": {
            "$ref": "#/components/schemas/GraphPath"
          }
        }
      },
      "ImpactOutcome": {
        "type": "string",
        "description": "`down`: assumed, not concluded",
        "enum": [
          "down",
          "failed",
          "degraded",
          "unaffected"
        ]
      },
      "ImpactRequest": {
        "type": "object",
        "description": "At least one of down and regions",
        "additionalProperties": false,
        "properties": {
          "down": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "regions": {
            "type": "array",
            "maxItems": 20,
            "description": "Down is what is deployed there and nowhere else; what has another region that can take over degrades",
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          "cause": {
            "type": "string",
            "description": "Words only",
            "enum": [
              "outage",
              "failed-deployment"
            ],
            "default": "outage"
          },
          "duration": {
            "type": "string",
            "maxLength": 40,
            "description": "ISO 8601 length of the outage; adds the objectives that are breached",
            "example": "PT3H"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "failed",
              "degraded"
            ]
          },
          "tier": {
            "type": "string",
            "maxLength": 100,
            "description": "A tier id or `unclassified`"
          },
          "owner": {
            "type": "string",
            "maxLength": 400,
            "description": "Entity ref of the owner, or `none`"
          },
          "kind": {
            "type": "string",
            "maxLength": 100
          },
          "breached": {
            "type": "boolean",
            "description": "true: only what breaches an objective; needs duration"
          },
          "text": {
            "type": "string",
            "maxLength": 200
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200,
            "default": 50
          },
          "cursor": {
            "type": "string",
            "maxLength": 500
          }
        }
      },
      "Breach": {
        "type": "object",
        "required": [
          "objective",
          "allowed",
          "after",
          "expected",
          "exact"
        ],
        "properties": {
          "objective": {
            "type": "string",
            "enum": [
              "rto",
              "rpo"
            ]
          },
          "allowed": {
            "type": "string",
            "description": "ISO 8601 duration"
          },
          "after": {
            "type": "string",
            "description": "How long after the beginning of the outage it is breached"
          },
          "expected": {
            "type": "string",
            "description": "RTO: how long it is down in all; RPO: how much may be lost"
          },
          "exact": {
            "type": "boolean",
            "description": "false: recovery times are missing, so it is at least that"
          },
          "path": {
            "allOf": [
              {
                "$ref": "#/components/schemas/GraphPath"
              }
            ],
            "description": "What takes longest, or what is restored; absent when it is the path of the item"
          }
        }
      },
      "ImpactItem": {
        "type": "object",
        "required": [
          "node",
          "outcome",
          "hops",
          "path",
          "breaches"
        ],
        "properties": {
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "outcome": {
            "$ref": "#/components/schemas/ImpactOutcome"
          },
          "hops": {
            "type": "integer"
          },
          "path": {
            "$ref": "#/components/schemas/GraphPath"
          },
          "breaches": {
            "type": "array",
            "description": "Empty without a duration",
            "items": {
              "$ref": "#/components/schemas/Breach"
            }
          }
        }
      },
      "Impact": {
        "type": "object",
        "required": [
          "graph",
          "down",
          "downTotal",
          "unknown",
          "totals",
          "totalItems",
          "absorbed",
          "items",
          "picture"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "down": {
            "type": "array",
            "description": "What is taken for down; at most 200",
            "items": {
              "$ref": "#/components/schemas/GraphNode"
            }
          },
          "downTotal": {
            "type": "integer"
          },
          "unknown": {
            "type": "array",
            "description": "Refs and regions that the graph does not know; nothing is said of them",
            "items": {
              "type": "string"
            }
          },
          "totals": {
            "allOf": [
              {
                "$ref": "#/components/schemas/GraphCounts"
              }
            ],
            "description": "Without what was taken for down; not narrowed by the filters"
          },
          "breached": {
            "type": "integer",
            "description": "How many breach an objective; absent without a duration"
          },
          "backAfter": {
            "type": "string",
            "description": "When the last is back; at least, where `exact` of a breach is false. Absent without a duration"
          },
          "absorbed": {
            "type": "array",
            "description": "Groups that lost members and hold; at most 100",
            "items": {
              "type": "object",
              "required": [
                "owner",
                "group",
                "failed",
                "left"
              ],
              "properties": {
                "owner": {
                  "$ref": "#/components/schemas/GraphNode"
                },
                "group": {
                  "$ref": "#/components/schemas/GraphGroupRef"
                },
                "failed": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/GraphNode"
                  }
                },
                "left": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/GraphNode"
                  }
                }
              }
            }
          },
          "totalItems": {
            "type": "integer",
            "description": "With the filters, without what is hidden"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ImpactItem"
            }
          },
          "picture": {
            "$ref": "#/components/schemas/GraphPicture"
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "PointsOfFailureRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "roots": {
            "type": "array",
            "description": "Absent: the business functions, or, where there are none, what nothing depends on",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "kind": {
            "type": "string",
            "description": "Instead of roots",
            "enum": [
              "business-function",
              "system",
              "most-critical-tier"
            ]
          },
          "owner": {
            "type": "string",
            "maxLength": 400,
            "description": "Only points of failure of this owner"
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200,
            "default": 50
          },
          "cursor": {
            "type": "string",
            "maxLength": 500
          }
        }
      },
      "PointsOfFailure": {
        "type": "object",
        "required": [
          "graph",
          "roots",
          "unknown",
          "totalItems",
          "hidden",
          "items"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "roots": {
            "type": "integer",
            "description": "How many were examined"
          },
          "unknown": {
            "type": "array",
            "description": "Roots that the graph does not know",
            "items": {
              "type": "string"
            }
          },
          "totalItems": {
            "type": "integer",
            "description": "Without what is hidden"
          },
          "hidden": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "node",
                "rootCount",
                "hiddenRoots",
                "roots",
                "shield"
              ],
              "properties": {
                "node": {
                  "$ref": "#/components/schemas/GraphNode"
                },
                "rootCount": {
                  "type": "integer",
                  "description": "How many roots fall with it"
                },
                "hiddenRoots": {
                  "type": "integer"
                },
                "roots": {
                  "type": "array",
                  "description": "Most critical first; at most 20",
                  "items": {
                    "type": "object",
                    "required": [
                      "node",
                      "path"
                    ],
                    "properties": {
                      "node": {
                        "$ref": "#/components/schemas/GraphNode"
                      },
                      "path": {
                        "$ref": "#/components/schemas/GraphPath"
                      }
                    }
                  }
                },
                "shield": {
                  "type": "string",
                  "description": "What would shield them"
                },
                "mentions": {
                  "type": "array",
                  "description": "What the shield names by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named",
                  "items": {
                    "$ref": "#/components/schemas/GraphNode"
                  }
                }
              }
            }
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "CutSets": {
        "type": "object",
        "required": [
          "graph",
          "root",
          "max",
          "sets",
          "complete"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "root": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "max": {
            "type": "integer"
          },
          "sets": {
            "type": "array",
            "description": "Smallest first",
            "items": {
              "type": "object",
              "required": [
                "members"
              ],
              "properties": {
                "members": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/GraphNode"
                  }
                },
                "probability": {
                  "type": "number",
                  "description": "That all of them are down at once; absent unless each declares an availability"
                }
              }
            }
          },
          "complete": {
            "type": "boolean",
            "description": "false: there are more than the limit or than could be computed"
          },
          "because": {
            "type": "string",
            "description": "Why it is not complete"
          },
          "availability": {
            "$ref": "#/components/schemas/ComposedAvailability"
          }
        }
      },
      "WavesRequest": {
        "type": "object",
        "description": "Exactly one of entities, impactOf and system",
        "additionalProperties": false,
        "properties": {
          "purpose": {
            "type": "string",
            "description": "`recovery` honours the recovery order and adds the times",
            "enum": [
              "deployment",
              "recovery"
            ],
            "default": "deployment"
          },
          "entities": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "impactOf": {
            "type": "object",
            "description": "Everything that is down when these are",
            "additionalProperties": false,
            "properties": {
              "down": {
                "type": "array",
                "maxItems": 50,
                "items": {
                  "$ref": "#/components/schemas/EntityRef"
                }
              },
              "regions": {
                "type": "array",
                "maxItems": 20,
                "items": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 100
                }
              }
            }
          },
          "system": {
            "$ref": "#/components/schemas/EntityRef"
          }
        }
      },
      "Waves": {
        "type": "object",
        "required": [
          "graph",
          "purpose",
          "unknown",
          "total",
          "hidden",
          "waves"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "purpose": {
            "type": "string",
            "enum": [
              "deployment",
              "recovery"
            ]
          },
          "unknown": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "total": {
            "type": "integer"
          },
          "hidden": {
            "type": "integer"
          },
          "waves": {
            "type": "array",
            "description": "Each after the one before it; at most 500",
            "items": {
              "type": "object",
              "required": [
                "parts",
                "total",
                "hidden"
              ],
              "properties": {
                "total": {
                  "type": "integer"
                },
                "hidden": {
                  "type": "integer"
                },
                "readyAfter": {
                  "type": "string",
                  "description": "Recovery: ISO 8601 duration after which the wave is back; absent when not known"
                },
                "parts": {
                  "type": "array",
                  "description": "In no order; at most 200",
                  "items": {
                    "type": "object",
                    "required": [
                      "members",
                      "cycle"
                    ],
                    "properties": {
                      "members": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/GraphNode"
                        }
                      },
                      "cycle": {
                        "type": "boolean",
                        "description": "true: they depend on each other and go together"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "GraphFindingKind": {
        "type": "string",
        "enum": [
          "rto-inversion",
          "rpo-inversion",
          "tier-inversion",
          "recovery-exceeds-rto",
          "availability-below-target",
          "availability-unknown",
          "cycle",
          "self-dependency",
          "unknown-reference",
          "group-too-small",
          "single-point-of-failure",
          "undocumented-dependency",
          "unseen-dependency"
        ]
      },
      "GraphFindingSeverity": {
        "type": "string",
        "enum": [
          "high",
          "medium",
          "low"
        ]
      },
      "GraphFinding": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "severity",
          "because",
          "node",
          "title",
          "explanation",
          "remedy",
          "numbers",
          "path",
          "changeable"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Stays the same while it is about the same"
          },
          "kind": {
            "$ref": "#/components/schemas/GraphFindingKind"
          },
          "severity": {
            "$ref": "#/components/schemas/GraphFindingSeverity"
          },
          "because": {
            "type": "string",
            "description": "Which part of the rule says that it is so severe"
          },
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "other": {
            "allOf": [
              {
                "$ref": "#/components/schemas/GraphNode"
              }
            ],
            "description": "The dependency that it is about; absent when there is not one"
          },
          "title": {
            "type": "string"
          },
          "explanation": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "mentions": {
            "type": "array",
            "description": "What explanation and remedy name by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named",
            "items": {
              "$ref": "#/components/schemas/GraphNode"
            }
          },
          "numbers": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label",
                "value"
              ],
              "properties": {
                "label": {
                  "type": "string",
                  "example": "RTO of payments-api"
                },
                "value": {
                  "type": "string",
                  "example": "PT1H"
                }
              }
            }
          },
          "path": {
            "$ref": "#/components/schemas/GraphPath"
          },
          "changeable": {
            "type": "boolean",
            "description": "A catalog change can be prepared"
          },
          "exemption": {
            "$ref": "#/components/schemas/GraphExemption"
          }
        }
      },
      "GraphFindingTotals": {
        "type": "array",
        "description": "By kind; not narrowed by kind, severity and exempted",
        "items": {
          "type": "object",
          "required": [
            "kind",
            "total",
            "exempted"
          ],
          "properties": {
            "kind": {
              "$ref": "#/components/schemas/GraphFindingKind"
            },
            "total": {
              "type": "integer"
            },
            "exempted": {
              "type": "integer"
            }
          }
        }
      },
      "GraphFindingSeverityTotals": {
        "type": "array",
        "description": "By severity, the worst first; not narrowed by severity and exempted",
        "items": {
          "type": "object",
          "required": [
            "severity",
            "total",
            "exempted"
          ],
          "properties": {
            "severity": {
              "$ref": "#/components/schemas/GraphFindingSeverity"
            },
            "total": {
              "type": "integer"
            },
            "exempted": {
              "type": "integer"
            }
          }
        }
      },
      "GraphFindingFilters": {
        "type": "object",
        "required": [
          "owners"
        ],
        "properties": {
          "owners": {
            "type": "array",
            "description": "At most 1000",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "GraphFindingsPage": {
        "type": "object",
        "required": [
          "graph",
          "items",
          "totalItems",
          "hidden",
          "totals",
          "severities",
          "filters"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphFinding"
            }
          },
          "totalItems": {
            "type": "integer",
            "description": "With the filters"
          },
          "hidden": {
            "type": "integer",
            "description": "Findings about what the caller may not see"
          },
          "totals": {
            "$ref": "#/components/schemas/GraphFindingTotals"
          },
          "severities": {
            "$ref": "#/components/schemas/GraphFindingSeverityTotals"
          },
          "filters": {
            "$ref": "#/components/schemas/GraphFindingFilters"
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "GraphFindingGroup": {
        "type": "object",
        "required": [
          "node",
          "severity",
          "because",
          "total",
          "severities",
          "kinds",
          "affected",
          "findings"
        ],
        "properties": {
          "node": {
            "allOf": [
              {
                "$ref": "#/components/schemas/GraphNode"
              }
            ],
            "description": "What would have to change"
          },
          "severity": {
            "allOf": [
              {
                "$ref": "#/components/schemas/GraphFindingSeverity"
              }
            ],
            "description": "That of the worst finding"
          },
          "because": {
            "type": "string",
            "description": "Why the worst is so severe"
          },
          "total": {
            "type": "integer",
            "description": "How many findings"
          },
          "severities": {
            "type": "object",
            "required": [
              "high",
              "medium",
              "low"
            ],
            "properties": {
              "high": {
                "type": "integer"
              },
              "medium": {
                "type": "integer"
              },
              "low": {
                "type": "integer"
              }
            }
          },
          "kinds": {
            "type": "array",
            "description": "Most findings first",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "total"
              ],
              "properties": {
                "kind": {
                  "$ref": "#/components/schemas/GraphFindingKind"
                },
                "total": {
                  "type": "integer"
                }
              }
            }
          },
          "affected": {
            "type": "object",
            "description": "Whom the findings concern, besides the node itself",
            "required": [
              "total",
              "items"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "items": {
                "type": "array",
                "description": "At most 20",
                "items": {
                  "$ref": "#/components/schemas/GraphNode"
                }
              }
            }
          },
          "findings": {
            "type": "array",
            "description": "The worst first; at most 20",
            "items": {
              "$ref": "#/components/schemas/GraphFinding"
            }
          }
        }
      },
      "GraphFindingGroupsPage": {
        "type": "object",
        "required": [
          "graph",
          "items",
          "totalItems",
          "totalFindings",
          "hidden",
          "totals",
          "severities",
          "filters"
        ],
        "properties": {
          "graph": {
            "$ref": "#/components/schemas/GraphFreshness"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphFindingGroup"
            }
          },
          "totalItems": {
            "type": "integer",
            "description": "Groups, with the filters"
          },
          "totalFindings": {
            "type": "integer",
            "description": "With the filters"
          },
          "hidden": {
            "type": "integer",
            "description": "Findings about what the caller may not see"
          },
          "totals": {
            "$ref": "#/components/schemas/GraphFindingTotals"
          },
          "severities": {
            "$ref": "#/components/schemas/GraphFindingSeverityTotals"
          },
          "filters": {
            "$ref": "#/components/schemas/GraphFindingFilters"
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "GraphExemption": {
        "type": "object",
        "required": [
          "id",
          "findingId",
          "entityRef",
          "kind",
          "state",
          "reason",
          "until",
          "requestedBy",
          "requestedAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "findingId": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/GraphFindingKind"
          },
          "state": {
            "type": "string",
            "enum": [
              "requested",
              "in-force",
              "refused",
              "revoked",
              "expired"
            ]
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "$ref": "#/components/schemas/Day"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "decidedBy": {
            "type": "string",
            "description": "Never who asked for it"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "decisionComment": {
            "type": "string"
          },
          "revokedBy": {
            "type": "string"
          },
          "revokedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "revocationReason": {
            "type": "string"
          }
        }
      },
      "ScorecardCheckState": {
        "type": "string",
        "description": "`unknown` is not a pass; `not-applicable` is in no total",
        "enum": [
          "pass",
          "fail",
          "unknown",
          "not-applicable"
        ]
      },
      "ScorecardLevel": {
        "type": "object",
        "required": [
          "id",
          "title",
          "requires"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "requires": {
            "type": "array",
            "description": "Checks that must pass",
            "items": {
              "type": "string"
            }
          },
          "atLeast": {
            "type": "integer",
            "description": "Least score in percent. Absent: any"
          }
        }
      },
      "RemedyAction": {
        "type": "object",
        "description": "Where it is mended: a link, or a template that is filled in",
        "required": [
          "title"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "template": {
            "type": "string",
            "description": "Entity ref of a template"
          },
          "values": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "entityField": {
            "type": "string",
            "description": "Field of the template's form that takes the ref of the service"
          }
        }
      },
      "ScorecardCheck": {
        "type": "object",
        "required": [
          "id",
          "title",
          "question",
          "weight",
          "needs"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "question": {
            "type": "string"
          },
          "weight": {
            "type": "integer"
          },
          "needs": {
            "type": "array",
            "description": "Kinds of evidence that it looks at",
            "items": {
              "type": "string"
            }
          },
          "remedy": {
            "$ref": "#/components/schemas/RemedyAction"
          }
        }
      },
      "Scorecard": {
        "type": "object",
        "required": [
          "id",
          "title",
          "environment",
          "inForce",
          "checks",
          "levels",
          "services"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref"
          },
          "environment": {
            "type": "string"
          },
          "rolloutAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "inForce": {
            "type": "boolean",
            "description": "false: it is before its rollout; it is judged, and nobody is told of levels lost"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardCheck"
            }
          },
          "levels": {
            "type": "array",
            "description": "Lowest first",
            "items": {
              "$ref": "#/components/schemas/ScorecardLevel"
            }
          },
          "services": {
            "type": "integer",
            "description": "Services that it was judged for, whoever asks"
          }
        }
      },
      "ScorecardJudging": {
        "type": "object",
        "required": [
          "waiting"
        ],
        "properties": {
          "waiting": {
            "type": "integer",
            "description": "Services that are due to be judged again"
          },
          "since": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "From when the first of them waits. Absent: none does"
          },
          "problem": {
            "type": "string",
            "description": "Why judging stands still. Absent: it does not"
          }
        }
      },
      "ScorecardScore": {
        "type": "object",
        "description": "Percent of the points, rounded down to a tenth. `worst`: nothing that is unknown is well; `best`: all of it is. Only `worst` counts for a level",
        "required": [
          "worst",
          "best"
        ],
        "properties": {
          "worst": {
            "type": "number"
          },
          "best": {
            "type": "number"
          }
        }
      },
      "ScorecardPoints": {
        "type": "object",
        "description": "Weights by what became of them",
        "required": [
          "pass",
          "fail",
          "unknown",
          "exempt",
          "total"
        ],
        "properties": {
          "pass": {
            "type": "integer"
          },
          "fail": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer",
            "description": "The part of fail and unknown that an exemption excuses; no pass"
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "ScorecardStanding": {
        "type": "object",
        "properties": {
          "level": {
            "type": "string",
            "description": "Id of the level. Absent: not even the lowest, or nothing applies"
          },
          "levelAtBest": {
            "type": "string",
            "description": "The level if everything that is unknown were well"
          },
          "next": {
            "type": "object",
            "description": "What keeps it from the next level. Absent: there is no higher one",
            "required": [
              "level",
              "missing"
            ],
            "properties": {
              "level": {
                "type": "string"
              },
              "missing": {
                "type": "array",
                "description": "Checks that it requires and that do not pass",
                "items": {
                  "type": "string"
                }
              },
              "atLeast": {
                "type": "integer",
                "description": "The score that it needs. Absent: the score is enough"
              }
            }
          }
        }
      },
      "ScorecardService": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "tier"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "system": {
            "type": "string"
          },
          "tier": {
            "type": "string",
            "description": "A tier id or `unclassified`"
          },
          "tierTitle": {
            "type": "string",
            "description": "Absent: unclassified, or of a tier that there is no more"
          }
        }
      },
      "ScorecardResult": {
        "type": "object",
        "description": "A row of the heat map",
        "required": [
          "service",
          "standing",
          "points",
          "risk",
          "states",
          "exempt",
          "stale",
          "judgedAt"
        ],
        "properties": {
          "service": {
            "$ref": "#/components/schemas/ScorecardService"
          },
          "standing": {
            "$ref": "#/components/schemas/ScorecardStanding"
          },
          "points": {
            "$ref": "#/components/schemas/ScorecardPoints"
          },
          "score": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ScorecardScore"
              }
            ],
            "description": "Absent: nothing applies"
          },
          "risk": {
            "type": "integer",
            "description": "Weight of what does not pass and is not exempt, times the tier: of n tiers the strictest counts n, the last 1; unclassified counts n, too"
          },
          "states": {
            "type": "array",
            "description": "One for each of `checks` of the page, in their order",
            "items": {
              "$ref": "#/components/schemas/ScorecardCheckState"
            }
          },
          "exempt": {
            "type": "array",
            "description": "Checks with an exemption in force",
            "items": {
              "type": "string"
            }
          },
          "stale": {
            "type": "boolean",
            "description": "Something changed and it is not judged yet; where it is the scorecard that changed, its states are unknown"
          },
          "judgedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "DriftAgainst": {
        "type": "string",
        "enum": [
          "git",
          "baseline",
          "parity"
        ],
        "description": "What was desired"
      },
      "DriftStanding": {
        "type": "string",
        "enum": [
          "in-sync",
          "attributed",
          "unauthorised",
          "unknown"
        ],
        "description": "`in-sync`: everything was compared and nothing differs. `attributed`: each finding has a culprit. `unauthorised`: at least one has none. `unknown`: something was not compared, a culprit is not known or ambiguous, or the scan is too old to be relied on"
      },
      "DriftPlace": {
        "type": "object",
        "required": [
          "environment"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          }
        }
      },
      "DriftCounts": {
        "type": "object",
        "required": [
          "objects",
          "inSync",
          "changed",
          "missing",
          "extra",
          "fields",
          "ignored",
          "notCompared"
        ],
        "properties": {
          "objects": {
            "type": "integer",
            "description": "Desired"
          },
          "inSync": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "missing": {
            "type": "integer",
            "description": "Desired and not live"
          },
          "extra": {
            "type": "integer",
            "description": "Live and not desired"
          },
          "fields": {
            "type": "integer",
            "description": "That differ"
          },
          "ignored": {
            "type": "integer",
            "description": "Fields that rules leave out"
          },
          "notCompared": {
            "type": "integer"
          }
        }
      },
      "DriftEntry": {
        "type": "object",
        "description": "The newest scan of one place of a service",
        "required": [
          "entityRef",
          "environment",
          "against",
          "standing",
          "verdict",
          "headline",
          "counts",
          "open",
          "evidenceId",
          "source",
          "scannedAt",
          "expiresAt",
          "current"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref. Absent: none"
          },
          "tier": {
            "type": "string",
            "description": "Absent: unclassified"
          },
          "tierTitle": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "against": {
            "$ref": "#/components/schemas/DriftAgainst"
          },
          "comparedWith": {
            "allOf": [
              {
                "$ref": "#/components/schemas/DriftPlace"
              }
            ],
            "description": "The primary, where it was held against one"
          },
          "baselineVersion": {
            "type": "integer"
          },
          "standing": {
            "$ref": "#/components/schemas/DriftStanding"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "headline": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/DriftCounts"
          },
          "open": {
            "type": "object",
            "description": "Findings that are open, by what is known of who did it",
            "required": [
              "attributed",
              "unauthorised",
              "ambiguous",
              "unknown"
            ],
            "properties": {
              "attributed": {
                "type": "integer"
              },
              "unauthorised": {
                "type": "integer"
              },
              "ambiguous": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "since": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When the oldest open finding was first seen. Absent: none is open"
          },
          "evidenceId": {
            "type": "string",
            "format": "uuid"
          },
          "source": {
            "type": "string"
          },
          "scannedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "current": {
            "type": "boolean",
            "description": "Whether it may be relied on. False: it is too old"
          }
        }
      },
      "DriftPage": {
        "type": "object",
        "required": [
          "items",
          "totals"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftEntry"
            }
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          },
          "totals": {
            "type": "object",
            "description": "Of everything that the filter lets through",
            "required": [
              "services",
              "scans",
              "standings"
            ],
            "properties": {
              "services": {
                "type": "integer"
              },
              "scans": {
                "type": "integer"
              },
              "standings": {
                "type": "object",
                "required": [
                  "in-sync",
                  "attributed",
                  "unauthorised",
                  "unknown"
                ],
                "properties": {
                  "in-sync": {
                    "type": "integer"
                  },
                  "attributed": {
                    "type": "integer"
                  },
                  "unauthorised": {
                    "type": "integer"
                  },
                  "unknown": {
                    "type": "integer"
                  }
                }
              }
            }
          }
        }
      },
      "DriftValue": {
        "type": "object",
        "required": [
          "state",
          "text"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "shown",
              "masked",
              "absent"
            ],
            "description": "`masked`: it may be a secret; that it differs is all that is said"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "DriftCulprit": {
        "type": "object",
        "description": "Who is answerable for a finding",
        "required": [
          "standing",
          "reason",
          "candidates"
        ],
        "properties": {
          "standing": {
            "type": "string",
            "enum": [
              "attributed",
              "unauthorised",
              "ambiguous",
              "unknown"
            ],
            "description": "`ambiguous`: several had their time then. `unknown`: when it was written, or what happened then, is not known"
          },
          "reason": {
            "type": "string"
          },
          "window": {
            "type": "object",
            "description": "When the field was written. Absent: nobody knows",
            "required": [
              "from",
              "to",
              "by"
            ],
            "properties": {
              "from": {
                "$ref": "#/components/schemas/Instant"
              },
              "to": {
                "$ref": "#/components/schemas/Instant"
              },
              "by": {
                "type": "string",
                "enum": [
                  "owner",
                  "scans"
                ],
                "description": "Who owns the field says so, or the scans before and after"
              }
            }
          },
          "candidates": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "id",
                "title",
                "from",
                "to"
              ],
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "change",
                    "deployment",
                    "override"
                  ]
                },
                "id": {
                  "type": "string",
                  "description": "Of the change, the override, or the evidence of the deployment"
                },
                "title": {
                  "type": "string"
                },
                "from": {
                  "$ref": "#/components/schemas/Instant"
                },
                "to": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          }
        }
      },
      "DriftFinding": {
        "type": "object",
        "required": [
          "id",
          "object",
          "change",
          "what",
          "authorised",
          "firstSeen",
          "lastSeen",
          "seenLast",
          "culprit"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "object": {
            "type": "string",
            "example": "apps/Deployment shop/payments-api"
          },
          "change": {
            "type": "string",
            "enum": [
              "changed",
              "added",
              "removed",
              "reordered",
              "missing",
              "extra",
              "not-told"
            ],
            "description": "`not-told`: the report does not say how it differs"
          },
          "what": {
            "type": "string",
            "description": "In words"
          },
          "path": {
            "type": "string",
            "description": "JSON Pointer (RFC 6901)"
          },
          "label": {
            "type": "string",
            "description": "The path for people"
          },
          "desired": {
            "$ref": "#/components/schemas/DriftValue"
          },
          "live": {
            "$ref": "#/components/schemas/DriftValue"
          },
          "owner": {
            "type": "string",
            "description": "Who owns the field, in words"
          },
          "managers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "ownedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When its owner wrote it. Absent: not recorded"
          },
          "authorised": {
            "type": "string",
            "enum": [
              "yes",
              "no",
              "unknown"
            ],
            "description": "Whether a manager that deploys owns the field"
          },
          "firstSeen": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastSeen": {
            "$ref": "#/components/schemas/Instant"
          },
          "seenLast": {
            "type": "boolean",
            "description": "False: the newest scan does not list everything, so it may be there still"
          },
          "resolvedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "culprit": {
            "$ref": "#/components/schemas/DriftCulprit"
          }
        }
      },
      "DriftScan": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DriftEntry"
          },
          {
            "type": "object",
            "required": [
              "findings",
              "unlisted",
              "notCompared",
              "resolved",
              "waysOut"
            ],
            "properties": {
              "findings": {
                "type": "array",
                "description": "Those that are open",
                "items": {
                  "$ref": "#/components/schemas/DriftFinding"
                }
              },
              "unlisted": {
                "type": "integer",
                "description": "Findings that the report only counts"
              },
              "notCompared": {
                "type": "array",
                "description": "What could not be compared",
                "items": {
                  "type": "object",
                  "required": [
                    "object",
                    "what"
                  ],
                  "properties": {
                    "object": {
                      "type": "string"
                    },
                    "what": {
                      "type": "string"
                    }
                  }
                }
              },
              "resolved": {
                "type": "array",
                "description": "Those that are gone, the newest first; at most 20",
                "items": {
                  "$ref": "#/components/schemas/DriftFinding"
                }
              },
              "waysOut": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "way",
                    "text"
                  ],
                  "properties": {
                    "way": {
                      "type": "string",
                      "enum": [
                        "revert",
                        "adopt",
                        "scan"
                      ]
                    },
                    "text": {
                      "type": "string",
                      "description": "What to do, in words"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "EntityDrift": {
        "type": "object",
        "required": [
          "entityRef",
          "items"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftScan"
            }
          }
        }
      },
      "DriftParityState": {
        "type": "string",
        "enum": [
          "in-sync",
          "findings",
          "not-compared"
        ],
        "description": "`not-compared`: never, not everything, or too long ago to be relied on"
      },
      "DriftParityCell": {
        "type": "object",
        "required": [
          "environment",
          "role",
          "state",
          "findings",
          "reason"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "enum": [
              "primary",
              "secondary",
              "standby",
              "undeclared"
            ],
            "description": "`undeclared`: it was compared, and the catalog does not know it"
          },
          "comparedWith": {
            "$ref": "#/components/schemas/DriftPlace"
          },
          "state": {
            "$ref": "#/components/schemas/DriftParityState"
          },
          "findings": {
            "type": "integer"
          },
          "reason": {
            "type": "string"
          },
          "scannedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "evidenceId": {
            "type": "string",
            "format": "uuid"
          }
        }
      },
      "DriftParityRow": {
        "type": "object",
        "required": [
          "entityRef",
          "cells"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "tier": {
            "type": "string"
          },
          "tierTitle": {
            "type": "string"
          },
          "primary": {
            "$ref": "#/components/schemas/DriftPlace"
          },
          "cells": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftParityCell"
            }
          }
        }
      },
      "DriftParityPage": {
        "type": "object",
        "required": [
          "columns",
          "items",
          "totals"
        ],
        "properties": {
          "columns": {
            "type": "array",
            "description": "Every environment and region of which a service that the filter lets through has a cell",
            "items": {
              "$ref": "#/components/schemas/DriftPlace"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftParityRow"
            }
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          },
          "totals": {
            "type": "object",
            "required": [
              "services",
              "in-sync",
              "findings",
              "not-compared"
            ],
            "properties": {
              "services": {
                "type": "integer"
              },
              "in-sync": {
                "type": "integer",
                "description": "Cells"
              },
              "findings": {
                "type": "integer",
                "description": "Cells"
              },
              "not-compared": {
                "type": "integer",
                "description": "Cells"
              }
            }
          }
        }
      },
      "BaselineProposal": {
        "type": "object",
        "required": [
          "environment",
          "changeId",
          "objects"
        ],
        "additionalProperties": false,
        "properties": {
          "environment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "region": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "changeId": {
            "type": "string",
            "format": "uuid"
          },
          "objects": {
            "type": "array",
            "description": "Kubernetes objects, as they are desired or run",
            "minItems": 1,
            "maxItems": 5000,
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "note": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "Baseline": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "environment",
          "state",
          "digest",
          "objectCount",
          "masked",
          "changeId",
          "proposedBy",
          "proposedAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "Counts up in each environment and region. Absent: not promoted yet"
          },
          "state": {
            "type": "string",
            "enum": [
              "proposed",
              "current",
              "superseded"
            ]
          },
          "digest": {
            "type": "string",
            "example": "sha256:..."
          },
          "objectCount": {
            "type": "integer"
          },
          "masked": {
            "type": "integer",
            "description": "Values that are kept masked"
          },
          "changeId": {
            "type": "string",
            "format": "uuid"
          },
          "note": {
            "type": "string"
          },
          "proposedBy": {
            "type": "string"
          },
          "proposedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "promotedBy": {
            "type": "string"
          },
          "promotedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "comment": {
            "type": "string",
            "description": "Of whoever promoted it"
          }
        }
      },
      "BaselineDetails": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Baseline"
          },
          {
            "type": "object",
            "required": [
              "objects"
            ],
            "properties": {
              "objects": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          }
        ]
      },
      "BaselinesPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Baseline"
            }
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          }
        }
      },
      "ScorecardResultsPage": {
        "type": "object",
        "required": [
          "checks",
          "items",
          "totals"
        ],
        "properties": {
          "checks": {
            "type": "array",
            "description": "Ids of the checks, in the order of the states",
            "items": {
              "type": "string"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardResult"
            }
          },
          "nextCursor": {
            "type": "string",
            "description": "Absent: this was the last page"
          },
          "totals": {
            "type": "object",
            "description": "Of everything that the filter lets through",
            "required": [
              "services",
              "levels"
            ],
            "properties": {
              "services": {
                "type": "integer"
              },
              "levels": {
                "type": "array",
                "description": "By level, lowest first; without a level first of all",
                "items": {
                  "$ref": "#/components/schemas/ScorecardLevelCount"
                }
              }
            }
          }
        }
      },
      "ScorecardLevelCount": {
        "type": "object",
        "required": [
          "services"
        ],
        "properties": {
          "level": {
            "type": "string",
            "description": "Absent: not even the lowest"
          },
          "services": {
            "type": "integer"
          }
        }
      },
      "ScorecardRollUp": {
        "type": "object",
        "required": [
          "services",
          "exempt",
          "risk",
          "byTier",
          "worst"
        ],
        "properties": {
          "group": {
            "type": "string",
            "description": "Entity ref of the owner or system, or a tier. Absent: there is none"
          },
          "services": {
            "type": "integer"
          },
          "level": {
            "type": "string",
            "description": "The lowest level of its services in the strictest tier that it has. Absent: one of these has none"
          },
          "strictestTier": {
            "type": "string"
          },
          "exempt": {
            "type": "integer",
            "description": "Services with an exemption in force"
          },
          "risk": {
            "type": "integer",
            "description": "Of its services together"
          },
          "byTier": {
            "type": "array",
            "description": "Strictest first, unclassified last",
            "items": {
              "type": "object",
              "required": [
                "tier",
                "services",
                "levels"
              ],
              "properties": {
                "tier": {
                  "type": "string",
                  "description": "A tier id or `unclassified`"
                },
                "tierTitle": {
                  "type": "string",
                  "description": "Absent: unclassified, or a tier that there is no more"
                },
                "services": {
                  "type": "integer"
                },
                "lowestScore": {
                  "type": "number",
                  "description": "Lowest worst case. Absent: nothing applies to any"
                },
                "levels": {
                  "type": "array",
                  "description": "Lowest first; without a level first of all",
                  "items": {
                    "$ref": "#/components/schemas/ScorecardLevelCount"
                  }
                }
              }
            }
          },
          "worst": {
            "type": "array",
            "description": "At most three services of the greatest risk",
            "items": {
              "$ref": "#/components/schemas/ScorecardService"
            }
          }
        }
      },
      "ScorecardSummary": {
        "type": "object",
        "required": [
          "total",
          "groups"
        ],
        "properties": {
          "total": {
            "$ref": "#/components/schemas/ScorecardRollUp"
          },
          "groups": {
            "type": "array",
            "description": "The greatest risk first, at most 500",
            "items": {
              "$ref": "#/components/schemas/ScorecardRollUp"
            }
          }
        }
      },
      "ScorecardDay": {
        "type": "object",
        "required": [
          "day",
          "services",
          "levels"
        ],
        "properties": {
          "day": {
            "$ref": "#/components/schemas/Day"
          },
          "services": {
            "type": "integer"
          },
          "levels": {
            "type": "array",
            "description": "Lowest first; without a level first of all",
            "items": {
              "$ref": "#/components/schemas/ScorecardLevelCount"
            }
          }
        }
      },
      "EntityCheck": {
        "type": "object",
        "required": [
          "check",
          "title",
          "question",
          "weight",
          "state",
          "reason",
          "evidence"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "question": {
            "type": "string"
          },
          "weight": {
            "type": "integer"
          },
          "state": {
            "$ref": "#/components/schemas/ScorecardCheckState"
          },
          "reason": {
            "type": "string",
            "description": "Why, with the numbers"
          },
          "remedy": {
            "type": "string",
            "description": "What to do. Absent: it passes, or does not apply"
          },
          "action": {
            "$ref": "#/components/schemas/RemedyAction"
          },
          "evidence": {
            "type": "array",
            "description": "Ids of the evidence that it rests on",
            "items": {
              "type": "string"
            }
          },
          "until": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When time alone may change it. Absent: never"
          },
          "exemption": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ScorecardExemption"
              }
            ],
            "description": "In force; it changes neither state nor score"
          },
          "requested": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ScorecardExemption"
              }
            ],
            "description": "Waiting for a decision"
          }
        }
      },
      "EntityScorecard": {
        "type": "object",
        "required": [
          "scorecard",
          "standing",
          "points",
          "checks",
          "nextSteps",
          "stale",
          "judgedAt"
        ],
        "properties": {
          "scorecard": {
            "$ref": "#/components/schemas/Scorecard"
          },
          "standing": {
            "$ref": "#/components/schemas/ScorecardStanding"
          },
          "points": {
            "$ref": "#/components/schemas/ScorecardPoints"
          },
          "score": {
            "$ref": "#/components/schemas/ScorecardScore"
          },
          "checks": {
            "type": "array",
            "description": "In the order of the scorecard",
            "items": {
              "$ref": "#/components/schemas/EntityCheck"
            }
          },
          "nextSteps": {
            "type": "array",
            "description": "Ids of checks that do not pass, what to do first first",
            "items": {
              "type": "string"
            }
          },
          "until": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When time alone may change it. Absent: never"
          },
          "stale": {
            "type": "boolean",
            "description": "Something changed and it is not judged yet; moments later it is"
          },
          "judgedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastChangeAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "levelLostAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When it last fell to a lower level. Absent: it never did, or has come back since"
          }
        }
      },
      "ScorecardChange": {
        "type": "object",
        "required": [
          "at",
          "checks"
        ],
        "properties": {
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "level": {
            "type": "string",
            "description": "From then on. Absent: none"
          },
          "levelBefore": {
            "type": "string",
            "description": "Absent: none"
          },
          "score": {
            "$ref": "#/components/schemas/ScorecardScore"
          },
          "checks": {
            "type": "array",
            "description": "Checks whose state is another; of the first judgement, all",
            "items": {
              "type": "object",
              "required": [
                "check",
                "to"
              ],
              "properties": {
                "check": {
                  "type": "string"
                },
                "from": {
                  "$ref": "#/components/schemas/ScorecardCheckState"
                },
                "to": {
                  "$ref": "#/components/schemas/ScorecardCheckState"
                },
                "exempt": {
                  "type": "boolean",
                  "description": "From then on"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ScorecardExemptionState": {
        "type": "string",
        "enum": [
          "requested",
          "in-force",
          "refused",
          "revoked",
          "expired"
        ]
      },
      "ScorecardExemption": {
        "type": "object",
        "required": [
          "id",
          "scorecard",
          "check",
          "entityRef",
          "state",
          "reason",
          "until",
          "requestedBy",
          "requestedAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "scorecard": {
            "type": "string"
          },
          "check": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/ScorecardExemptionState"
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Day"
              }
            ],
            "description": "The last day on which it holds, UTC"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "decidedBy": {
            "type": "string",
            "description": "Never who asked for it"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "decisionComment": {
            "type": "string"
          },
          "revokedBy": {
            "type": "string"
          },
          "revokedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "revocationReason": {
            "type": "string"
          }
        }
      },
      "CampaignState": {
        "type": "string",
        "description": "`reached`, `missed`: it ended so, and stays so whatever happens to its services",
        "enum": [
          "planned",
          "running",
          "reached",
          "missed",
          "cancelled"
        ]
      },
      "CampaignStanding": {
        "type": "string",
        "description": "`exempt`: not there, and somebody approved all that is in the way; `not-known`: it may be there, and nobody knows; neither counts as reached",
        "enum": [
          "reached",
          "exempt",
          "not-known",
          "not-reached"
        ]
      },
      "CampaignScope": {
        "type": "object",
        "description": "Which services; all conditions hold together. Empty: all of the scorecard",
        "additionalProperties": false,
        "properties": {
          "owners": {
            "type": "array",
            "description": "Entity refs, or `none`",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 400
            }
          },
          "systems": {
            "type": "array",
            "description": "Entity refs, or `none`",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 400
            }
          },
          "tiers": {
            "type": "array",
            "description": "Tier ids, or `unclassified`",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 63
            }
          },
          "entities": {
            "type": "object",
            "description": "A filter predicate of Backstage over the entity, e.g. `{\"metadata.labels.area\": \"payments\"}`",
            "additionalProperties": true
          }
        }
      },
      "CampaignContent": {
        "type": "object",
        "required": [
          "title",
          "description",
          "scorecard",
          "level",
          "scope",
          "startsOn",
          "endsOn",
          "timezone",
          "owner",
          "reminders"
        ],
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "description": "Why",
            "maxLength": 4000
          },
          "scorecard": {
            "type": "string",
            "maxLength": 60
          },
          "level": {
            "type": "string",
            "maxLength": 60
          },
          "scope": {
            "$ref": "#/components/schemas/CampaignScope"
          },
          "startsOn": {
            "type": "string",
            "description": "First day, on the clock of the zone",
            "maxLength": 10,
            "example": "2027-01-04"
          },
          "endsOn": {
            "type": "string",
            "description": "Last day; it ends at the end of that day on the clock of the zone",
            "maxLength": 10,
            "example": "2027-03-31"
          },
          "timezone": {
            "type": "string",
            "maxLength": 100,
            "example": "Europe/Zurich"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref of the group or user that answers for it",
            "maxLength": 400
          },
          "reminders": {
            "type": "array",
            "description": "Days before the last day on which owners of services that are not there yet are reminded, at 09:00 on the clock of the zone",
            "maxItems": 10,
            "items": {
              "type": "integer",
              "minimum": 0,
              "maximum": 90
            }
          }
        }
      },
      "CampaignCounts": {
        "type": "object",
        "required": [
          "services",
          "reached",
          "exempt",
          "notKnown",
          "notReached"
        ],
        "properties": {
          "services": {
            "type": "integer"
          },
          "reached": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          },
          "notKnown": {
            "type": "integer"
          },
          "notReached": {
            "type": "integer"
          }
        }
      },
      "Campaign": {
        "type": "object",
        "required": [
          "id",
          "revision",
          "state",
          "content",
          "startsAt",
          "endsAt",
          "counts",
          "joined",
          "left",
          "createdBy",
          "createdAt",
          "updatedBy",
          "updatedAt",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "revision": {
            "type": "integer"
          },
          "state": {
            "$ref": "#/components/schemas/CampaignState"
          },
          "content": {
            "$ref": "#/components/schemas/CampaignContent"
          },
          "scorecardTitle": {
            "type": "string",
            "description": "Absent: the scorecard is gone"
          },
          "levelTitle": {
            "type": "string",
            "description": "Absent: the scorecard has no such level any more, and nothing counts as reached"
          },
          "startsAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endsAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "The first moment after its last day"
          },
          "counts": {
            "$ref": "#/components/schemas/CampaignCounts"
          },
          "total": {
            "allOf": [
              {
                "$ref": "#/components/schemas/CampaignCounts"
              }
            ],
            "description": "Once it has ended: how many it was then, whoever asks"
          },
          "joined": {
            "type": "integer",
            "description": "Services that joined after its beginning"
          },
          "left": {
            "type": "integer",
            "description": "Services that belonged to it and do not any more"
          },
          "mayDiffer": {
            "type": "integer",
            "description": "Services that are being judged again. Absent: none"
          },
          "concluding": {
            "type": "boolean",
            "description": "true: its last day is over, and what was due until then is being judged"
          },
          "endedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "cancellation": {
            "type": "object",
            "required": [
              "by",
              "at",
              "reason"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              },
              "reason": {
                "type": "string"
              }
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "updatedBy": {
            "type": "string"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "may": {
            "type": "object",
            "required": [
              "change",
              "cancel"
            ],
            "properties": {
              "change": {
                "type": "boolean"
              },
              "cancel": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "CampaignService": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "tier",
          "standing",
          "missing"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "system": {
            "type": "string"
          },
          "tier": {
            "type": "string"
          },
          "standing": {
            "$ref": "#/components/schemas/CampaignStanding"
          },
          "missing": {
            "type": "array",
            "description": "Ids of checks that are in the way, what to do first first",
            "items": {
              "type": "string"
            }
          },
          "next": {
            "type": "object",
            "description": "The first of them. Absent: nothing is, or it is over",
            "required": [
              "check",
              "title",
              "reason"
            ],
            "properties": {
              "check": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "reason": {
                "type": "string"
              },
              "remedy": {
                "type": "string"
              }
            }
          },
          "joinedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Absent: it was there at the beginning"
          },
          "leftAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Absent: it belongs to it"
          },
          "mayDiffer": {
            "type": "boolean",
            "description": "true: it is being judged again"
          }
        }
      },
      "CampaignProgress": {
        "type": "object",
        "required": [
          "blockers",
          "owners",
          "ownersLeftOut",
          "days",
          "lost",
          "lostLeftOut"
        ],
        "properties": {
          "blockers": {
            "type": "array",
            "description": "Checks that are in the way of most services first",
            "items": {
              "type": "object",
              "required": [
                "check",
                "title",
                "services",
                "alone"
              ],
              "properties": {
                "check": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "services": {
                  "type": "integer"
                },
                "alone": {
                  "type": "integer",
                  "description": "Services that would be there at once if it passed"
                }
              }
            }
          },
          "owners": {
            "type": "array",
            "description": "Those with most services that are not there first; at most 500",
            "items": {
              "type": "object",
              "required": [
                "counts"
              ],
              "properties": {
                "owner": {
                  "type": "string",
                  "description": "Absent: services of nobody"
                },
                "counts": {
                  "$ref": "#/components/schemas/CampaignCounts"
                }
              }
            }
          },
          "ownersLeftOut": {
            "type": "integer"
          },
          "days": {
            "type": "array",
            "description": "How many were there at the end of each day, on the clock of its zone, oldest first; of all services, whoever asks",
            "items": {
              "type": "object",
              "required": [
                "day",
                "services",
                "reached"
              ],
              "properties": {
                "day": {
                  "$ref": "#/components/schemas/Day"
                },
                "services": {
                  "type": "integer"
                },
                "reached": {
                  "type": "integer"
                }
              }
            }
          },
          "lost": {
            "type": "array",
            "description": "Services that were there since it began and are not any more, the newest loss first; at most 100",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "name",
                "lostAt"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "lostAt": {
                  "$ref": "#/components/schemas/Instant"
                }
              }
            }
          },
          "lostLeftOut": {
            "type": "integer"
          }
        }
      },
      "CampaignPreview": {
        "type": "object",
        "required": [
          "problems",
          "reminders",
          "services"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FieldProblem"
            }
          },
          "startsAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endsAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "reminders": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Instant"
            }
          },
          "counts": {
            "allOf": [
              {
                "$ref": "#/components/schemas/CampaignCounts"
              }
            ],
            "description": "Absent: it cannot be told because of the problems"
          },
          "services": {
            "type": "array",
            "description": "Those that are not there first, by name; at most 50",
            "items": {
              "$ref": "#/components/schemas/CampaignService"
            }
          }
        }
      },
      "CampaignRevision": {
        "type": "object",
        "required": [
          "revision",
          "change",
          "at",
          "by",
          "content"
        ],
        "properties": {
          "revision": {
            "type": "integer"
          },
          "change": {
            "type": "string",
            "enum": [
              "created",
              "changed",
              "started",
              "cancelled",
              "reached",
              "missed"
            ]
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "by": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          },
          "content": {
            "$ref": "#/components/schemas/CampaignContent"
          }
        }
      },
      "EntityCampaign": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state",
          "scorecard",
          "level",
          "endsOn",
          "timezone",
          "endsAt",
          "owner",
          "standing",
          "missing"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/CampaignState"
          },
          "scorecard": {
            "type": "string"
          },
          "level": {
            "type": "string",
            "description": "Its title"
          },
          "startsOn": {
            "$ref": "#/components/schemas/Day"
          },
          "endsOn": {
            "$ref": "#/components/schemas/Day"
          },
          "timezone": {
            "type": "string"
          },
          "endsAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "owner": {
            "type": "string"
          },
          "standing": {
            "$ref": "#/components/schemas/CampaignStanding"
          },
          "missing": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "CatalogChange": {
        "type": "object",
        "required": [
          "entityRef",
          "summary",
          "patch"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "summary": {
            "type": "string"
          },
          "patch": {
            "type": "string",
            "description": "YAML to merge into the entity; its whole spec.continuity.dependencies"
          },
          "file": {
            "type": "string",
            "description": "Where the entity is declared; absent when not known"
          },
          "editUrl": {
            "type": "string",
            "description": "Where that is edited; absent when not known"
          }
        }
      },
      "SaasPlanning": {
        "type": "string",
        "enum": [
          "yes",
          "no",
          "unknown"
        ]
      },
      "Saas": {
        "type": "object",
        "required": [
          "node",
          "inPlanning",
          "decidedBy",
          "reasons",
          "problems",
          "dependants"
        ],
        "properties": {
          "node": {
            "$ref": "#/components/schemas/GraphNode"
          },
          "vendor": {
            "type": "string"
          },
          "availability": {
            "type": "number",
            "description": "Contractual, e.g. 0.999"
          },
          "supportHours": {
            "type": "string",
            "example": "24x7"
          },
          "exitPlan": {
            "type": "string",
            "description": "Where it is; absent when none is declared"
          },
          "dataRegions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "substitutes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphNode"
            }
          },
          "inPlanning": {
            "$ref": "#/components/schemas/SaasPlanning"
          },
          "decidedBy": {
            "type": "string",
            "description": "`decision`: somebody decided, and it is not due for review; `rule`: nobody did. A decision that is past its review date no longer counts, and the rule answers",
            "enum": [
              "decision",
              "rule"
            ]
          },
          "reasons": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "problems": {
            "type": "array",
            "description": "What planning for it lacks, e.g. no exit plan",
            "items": {
              "type": "object",
              "required": [
                "message",
                "remedy"
              ],
              "properties": {
                "message": {
                  "type": "string"
                },
                "remedy": {
                  "type": "string"
                }
              }
            }
          },
          "mentions": {
            "type": "array",
            "description": "What the reasons name by ref and the caller may see, so that a page can show titles; each once, in the order in which it is named",
            "items": {
              "$ref": "#/components/schemas/GraphNode"
            }
          },
          "dependants": {
            "type": "object",
            "required": [
              "total",
              "hidden",
              "failing",
              "businessFunctions"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "hidden": {
                "type": "integer"
              },
              "failing": {
                "type": "integer",
                "description": "How many of them fail without it"
              },
              "mostCritical": {
                "$ref": "#/components/schemas/Tier"
              },
              "businessFunctions": {
                "type": "array",
                "description": "That fail without it; at most 50",
                "items": {
                  "$ref": "#/components/schemas/GraphNode"
                }
              }
            }
          },
          "decision": {
            "$ref": "#/components/schemas/SaasDecision"
          }
        }
      },
      "SaasDecision": {
        "type": "object",
        "required": [
          "entityRef",
          "revision",
          "inPlanning",
          "reason",
          "reviewOn",
          "decidedBy",
          "decidedAt",
          "due"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "revision": {
            "type": "integer"
          },
          "inPlanning": {
            "type": "string",
            "enum": [
              "yes",
              "no"
            ]
          },
          "ruleSaid": {
            "allOf": [
              {
                "$ref": "#/components/schemas/SaasPlanning"
              }
            ],
            "description": "What the rule said when it was decided"
          },
          "reason": {
            "type": "string"
          },
          "reviewOn": {
            "$ref": "#/components/schemas/Day"
          },
          "decidedBy": {
            "type": "string"
          },
          "decidedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "due": {
            "type": "boolean",
            "description": "The review date is reached"
          }
        }
      },
      "Span": {
        "type": "object",
        "description": "Half-open",
        "required": [
          "start",
          "end"
        ],
        "additionalProperties": false,
        "properties": {
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "end": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ChangePlaces": {
        "type": "array",
        "minItems": 1,
        "maxItems": 20,
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        }
      },
      "ChangeState": {
        "type": "string",
        "enum": [
          "draft",
          "assessed",
          "awaiting-approval",
          "approved",
          "scheduled",
          "implementing",
          "in-review",
          "closed",
          "cancelled",
          "rejected",
          "expired"
        ]
      },
      "ChangeEvent": {
        "type": "string",
        "enum": [
          "assess",
          "revise",
          "request-approval",
          "pre-approve",
          "approve",
          "suspend",
          "reject",
          "schedule",
          "start",
          "finish",
          "complete-review",
          "cancel",
          "expire"
        ]
      },
      "ChangeOutcome": {
        "type": "string",
        "enum": [
          "succeeded",
          "failed",
          "rolled-back"
        ]
      },
      "Refusal": {
        "type": "object",
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "ReleaseDeclaredFacts": {
        "type": "object",
        "description": "What only whoever changes it knows; what is left out is not known",
        "additionalProperties": false,
        "properties": {
          "migration": {
            "type": "string",
            "enum": [
              "none",
              "reversible",
              "irreversible"
            ]
          },
          "touches": {
            "type": "array",
            "maxItems": 2,
            "items": {
              "type": "string",
              "enum": [
                "configuration",
                "infrastructure"
              ]
            }
          },
          "size": {
            "type": "object",
            "required": [
              "files",
              "lines"
            ],
            "additionalProperties": false,
            "properties": {
              "files": {
                "type": "integer",
                "minimum": 0
              },
              "lines": {
                "type": "integer",
                "minimum": 0
              }
            }
          },
          "majorUpdates": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          },
          "pipeline": {
            "type": "string",
            "enum": [
              "conformant",
              "divergent"
            ]
          }
        }
      },
      "JudgedReleaseRule": {
        "type": "object",
        "required": [
          "rule",
          "title",
          "class",
          "outcome",
          "explanation"
        ],
        "properties": {
          "rule": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "met",
              "not-met",
              "unknown"
            ]
          },
          "explanation": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "ReleaseProtocol": {
        "type": "object",
        "required": [
          "approvals",
          "checks",
          "windows",
          "communication"
        ],
        "properties": {
          "approvals": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "required",
                "from"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "required": {
                  "type": "integer"
                },
                "from": {
                  "type": "object",
                  "properties": {
                    "groups": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    },
                    "owners": {
                      "type": "boolean"
                    }
                  }
                },
                "except": {
                  "type": "array",
                  "items": {
                    "type": "string",
                    "enum": [
                      "author",
                      "committer",
                      "implementer"
                    ]
                  }
                }
              }
            }
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "windows": {
            "type": "string",
            "enum": [
              "open-only",
              "any"
            ]
          },
          "communication": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reviewWithin": {
            "type": "string"
          }
        }
      },
      "ReleaseClassification": {
        "type": "object",
        "required": [
          "class",
          "rules",
          "protocol"
        ],
        "properties": {
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "rules": {
            "type": "array",
            "description": "Those that decide first, then others that count, then those that are not met",
            "items": {
              "$ref": "#/components/schemas/JudgedReleaseRule"
            }
          },
          "protocol": {
            "$ref": "#/components/schemas/ReleaseProtocol"
          },
          "chosen": {
            "type": "object",
            "description": "What becomes of the class that was chosen. Absent: none was",
            "required": [
              "class",
              "problems",
              "needsApproval"
            ],
            "properties": {
              "class": {
                "$ref": "#/components/schemas/ReleaseClass"
              },
              "problems": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FieldProblem"
                }
              },
              "needsApproval": {
                "type": "boolean",
                "description": "It is below what the rules say, so somebody else has to agree"
              }
            }
          }
        }
      },
      "FieldProblem": {
        "type": "object",
        "required": [
          "path",
          "message"
        ],
        "properties": {
          "path": {
            "type": "string",
            "example": "rollbackPlan.steps"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ChangeContentInput": {
        "type": "object",
        "description": "A ChangeContent; checked in full by the server, which names the fields that are wrong",
        "additionalProperties": true
      },
      "ChangeContent": {
        "type": "object",
        "description": "What a change says of itself; what is left out was not said yet",
        "required": [
          "title",
          "entities",
          "environments"
        ],
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "regions": {
            "type": "array",
            "description": "Absent: every region of those environments",
            "items": {
              "type": "string"
            }
          },
          "digests": {
            "type": "object",
            "description": "What is deployed, `sha256:...` by entity ref",
            "additionalProperties": {
              "type": "string"
            }
          },
          "window": {
            "$ref": "#/components/schemas/Span"
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "classReason": {
            "type": "string"
          },
          "incident": {
            "type": "string"
          },
          "plan": {
            "type": "string"
          },
          "rollbackPlan": {
            "type": "object",
            "required": [
              "steps",
              "decisionOwner",
              "decisionDeadline",
              "expectedDuration",
              "dataHandling"
            ],
            "properties": {
              "steps": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "decisionOwner": {
                "type": "string"
              },
              "decisionDeadline": {
                "type": "string",
                "example": "PT15M"
              },
              "expectedDuration": {
                "type": "string",
                "example": "PT10M"
              },
              "dataHandling": {
                "type": "string"
              }
            }
          },
          "tests": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "summary"
              ],
              "properties": {
                "summary": {
                  "type": "string"
                },
                "link": {
                  "type": "string"
                }
              }
            }
          },
          "communication": {
            "type": "string"
          },
          "implementer": {
            "type": "string"
          },
          "committers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "facts": {
            "$ref": "#/components/schemas/ReleaseDeclaredFacts"
          }
        }
      },
      "ChangeDecisionResult": {
        "type": "object",
        "description": "What came of one of several decisions",
        "required": [
          "change",
          "done"
        ],
        "properties": {
          "change": {
            "type": "string",
            "format": "uuid"
          },
          "done": {
            "type": "boolean"
          },
          "summary": {
            "$ref": "#/components/schemas/ChangeSummary"
          },
          "refusal": {
            "type": "object",
            "description": "Why it was not done. Absent: it was",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string",
                "description": "Of the error, as if it was decided alone"
              },
              "message": {
                "type": "string"
              }
            }
          }
        }
      },
      "ChangeRisk": {
        "type": "object",
        "description": "How risky a change is beside others; no probability of anything",
        "required": [
          "points",
          "factors"
        ],
        "properties": {
          "points": {
            "type": "integer",
            "minimum": 0,
            "maximum": 140
          },
          "factors": {
            "type": "array",
            "description": "What the points come from, the most first",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "points",
                "explanation"
              ],
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "class",
                    "tier",
                    "blast-radius",
                    "migration",
                    "checks",
                    "closings",
                    "history"
                  ]
                },
                "points": {
                  "type": "integer",
                  "minimum": 0
                },
                "explanation": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "CabBoard": {
        "type": "object",
        "required": [
          "group",
          "isMember"
        ],
        "properties": {
          "group": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "isMember": {
            "type": "boolean",
            "description": "Whether the caller belongs to it"
          }
        }
      },
      "CabVote": {
        "type": "object",
        "required": [
          "by",
          "decision",
          "at"
        ],
        "properties": {
          "by": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "comment": {
            "type": "string"
          },
          "beforeMeeting": {
            "type": "boolean",
            "description": "Given before the meeting began. Absent: there is no meeting"
          }
        }
      },
      "CabAgendaItem": {
        "type": "object",
        "required": [
          "change",
          "risk",
          "votes",
          "asksCaller"
        ],
        "properties": {
          "change": {
            "$ref": "#/components/schemas/ChangeSummary"
          },
          "risk": {
            "$ref": "#/components/schemas/ChangeRisk"
          },
          "votes": {
            "type": "array",
            "description": "That count, the oldest first",
            "items": {
              "$ref": "#/components/schemas/CabVote"
            }
          },
          "suspendedBecause": {
            "type": "array",
            "description": "Why what was approved does not count any more. Absent: it was not suspended",
            "items": {
              "type": "string"
            }
          },
          "escalatesAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "asksCaller": {
            "type": "boolean",
            "description": "Whether the caller may fill a seat that is empty"
          }
        }
      },
      "CabAgenda": {
        "type": "object",
        "required": [
          "group",
          "items",
          "more"
        ],
        "properties": {
          "group": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "items": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/CabAgendaItem"
            }
          },
          "more": {
            "type": "boolean",
            "description": "Whether there are more than are listed"
          }
        }
      },
      "CabMeetingState": {
        "type": "string",
        "enum": [
          "planned",
          "closed",
          "cancelled"
        ]
      },
      "CabMeeting": {
        "type": "object",
        "required": [
          "id",
          "group",
          "title",
          "start",
          "state",
          "calledBy",
          "calledAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "group": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "title": {
            "type": "string"
          },
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "$ref": "#/components/schemas/CabMeetingState"
          },
          "calledBy": {
            "$ref": "#/components/schemas/EntityRef"
          },
          "calledAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "ended": {
            "type": "object",
            "description": "Absent: it is planned",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "$ref": "#/components/schemas/EntityRef"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              },
              "note": {
                "type": "string",
                "description": "What whoever closed it wrote down, or why it was called off"
              }
            }
          }
        }
      },
      "CabMinute": {
        "type": "object",
        "description": "What became of one change in a meeting",
        "required": [
          "change",
          "title",
          "class",
          "outcome",
          "risk",
          "votes"
        ],
        "properties": {
          "change": {
            "type": "string",
            "format": "uuid"
          },
          "title": {
            "type": "string"
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "approved",
              "rejected",
              "waiting",
              "withdrawn"
            ],
            "description": "`waiting`: others have to decide, or it was put off. `withdrawn`: it is not up for approval any more"
          },
          "risk": {
            "type": "integer",
            "minimum": 0
          },
          "votes": {
            "type": "array",
            "description": "By whomever, since the meeting was called; the oldest first",
            "items": {
              "$ref": "#/components/schemas/CabVote"
            }
          },
          "note": {
            "type": "string"
          }
        }
      },
      "CabMinutes": {
        "type": "object",
        "required": [
          "present",
          "absent",
          "items"
        ],
        "properties": {
          "present": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "absent": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "items": {
            "type": "array",
            "description": "The riskiest first; those of which the caller may not see everything are left out",
            "items": {
              "$ref": "#/components/schemas/CabMinute"
            }
          }
        }
      },
      "CabMeetingDetails": {
        "type": "object",
        "required": [
          "meeting",
          "members",
          "mayLead",
          "decided"
        ],
        "properties": {
          "meeting": {
            "$ref": "#/components/schemas/CabMeeting"
          },
          "members": {
            "type": "array",
            "description": "Of the group now. Empty: it has none, or they are not known",
            "items": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          "mayLead": {
            "type": "boolean",
            "description": "Whether the caller may close it and call it off"
          },
          "decided": {
            "type": "array",
            "description": "What it has a say in and was voted on since it was called, the riskiest first; empty once it has ended",
            "items": {
              "$ref": "#/components/schemas/CabMinute"
            }
          },
          "minutes": {
            "$ref": "#/components/schemas/CabMinutes"
          }
        }
      },
      "ChangeSummary": {
        "type": "object",
        "required": [
          "id",
          "revision",
          "state",
          "class",
          "title",
          "entities",
          "environments",
          "suspended",
          "seats",
          "createdBy",
          "createdAt",
          "updatedAt"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "revision": {
            "type": "integer"
          },
          "state": {
            "$ref": "#/components/schemas/ChangeState"
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "title": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "window": {
            "$ref": "#/components/schemas/Span"
          },
          "implementer": {
            "type": "string"
          },
          "suspended": {
            "type": "boolean",
            "description": "It was approved, and is not any more because something is different"
          },
          "retrospective": {
            "type": "boolean",
            "description": "It was drafted because of a deployment without a change"
          },
          "seats": {
            "type": "object",
            "description": "Approvals that are needed and given",
            "required": [
              "filled",
              "required"
            ],
            "properties": {
              "filled": {
                "type": "integer"
              },
              "required": {
                "type": "integer"
              }
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ReadinessSnapshot": {
        "type": "object",
        "description": "What an approval is given on; a part that is absent is not known",
        "required": [
          "at"
        ],
        "properties": {
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "class": {
            "$ref": "#/components/schemas/ReleaseClass"
          },
          "digests": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "checks": {
            "type": "object",
            "additionalProperties": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          "window": {
            "$ref": "#/components/schemas/Span"
          },
          "closings": {
            "type": "object",
            "description": "Windows that close at the planned time, with their titles",
            "additionalProperties": {
              "type": "string"
            }
          },
          "blastRadius": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ReadinessDifference": {
        "type": "object",
        "required": [
          "part",
          "regressed",
          "explanation"
        ],
        "properties": {
          "part": {
            "type": "string",
            "enum": [
              "class",
              "digests",
              "checks",
              "window",
              "closings",
              "blastRadius"
            ]
          },
          "subject": {
            "type": "string"
          },
          "regressed": {
            "type": "boolean",
            "description": "An approval does not cover it"
          },
          "explanation": {
            "type": "string"
          }
        }
      },
      "ChangeApproval": {
        "type": "object",
        "required": [
          "id",
          "by",
          "decision",
          "at",
          "state",
          "revision"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "by": {
            "type": "string"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "comment": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "state": {
            "type": "string",
            "enum": [
              "counts",
              "suspended",
              "superseded",
              "withdrawn",
              "expired"
            ],
            "description": "Only what counts fills a seat"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "revision": {
            "type": "integer",
            "description": "Of what the change said"
          },
          "endedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "endedBecause": {
            "type": "string"
          },
          "differences": {
            "type": "array",
            "description": "What is not as it was when it was given",
            "items": {
              "$ref": "#/components/schemas/ReadinessDifference"
            }
          }
        }
      },
      "ChangeSeatRule": {
        "type": "object",
        "required": [
          "id",
          "title",
          "required",
          "filledBy",
          "eligible",
          "eligibleCount"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "required": {
            "type": "integer"
          },
          "filledBy": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "eligible": {
            "type": "array",
            "description": "Who may fill a seat, at most 50",
            "items": {
              "type": "string"
            }
          },
          "eligibleCount": {
            "type": "integer"
          }
        }
      },
      "Change": {
        "type": "object",
        "required": [
          "summary",
          "content",
          "authors",
          "updatedBy",
          "problems",
          "approvals",
          "readiness",
          "conflicts",
          "next"
        ],
        "properties": {
          "summary": {
            "$ref": "#/components/schemas/ChangeSummary"
          },
          "content": {
            "$ref": "#/components/schemas/ChangeContent"
          },
          "authors": {
            "type": "array",
            "description": "Everybody who wrote a part of it; none of them may approve it",
            "items": {
              "type": "string"
            }
          },
          "updatedBy": {
            "type": "string"
          },
          "classification": {
            "$ref": "#/components/schemas/ReleaseClassification"
          },
          "protocol": {
            "$ref": "#/components/schemas/ReleaseProtocol"
          },
          "problems": {
            "type": "array",
            "description": "What it has to say and does not",
            "items": {
              "$ref": "#/components/schemas/FieldProblem"
            }
          },
          "approvals": {
            "type": "object",
            "required": [
              "rules",
              "isComplete",
              "given"
            ],
            "properties": {
              "rules": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ChangeSeatRule"
                }
              },
              "isComplete": {
                "type": "boolean"
              },
              "preApproved": {
                "type": "boolean",
                "description": "As a standard change for which nobody has to be asked"
              },
              "missing": {
                "type": "string"
              },
              "shortage": {
                "type": "string",
                "description": "Why the seats cannot be filled, whoever approves"
              },
              "unknown": {
                "type": "string",
                "description": "Why it is not known who may approve"
              },
              "given": {
                "type": "array",
                "description": "Those of the newest approvals that count or were suspended, newest first",
                "items": {
                  "$ref": "#/components/schemas/ChangeApproval"
                }
              },
              "escalatesAt": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "readiness": {
            "type": "object",
            "required": [
              "now",
              "fingerprint"
            ],
            "properties": {
              "fingerprint": {
                "type": "string",
                "description": "Another one as soon as what an approval would be given on is anything else"
              },
              "approved": {
                "$ref": "#/components/schemas/ReadinessSnapshot"
              },
              "now": {
                "$ref": "#/components/schemas/ReadinessSnapshot"
              },
              "differences": {
                "type": "array",
                "description": "Between what was approved and now. Absent: nothing was approved",
                "items": {
                  "$ref": "#/components/schemas/ReadinessDifference"
                }
              },
              "refusals": {
                "type": "array",
                "description": "What keeps it from beginning now. Absent: it is not looked at before it is approved, nor once it has begun",
                "items": {
                  "$ref": "#/components/schemas/Refusal"
                }
              }
            }
          },
          "suspension": {
            "type": "object",
            "required": [
              "at",
              "because"
            ],
            "properties": {
              "at": {
                "$ref": "#/components/schemas/Instant"
              },
              "because": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "conflicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChangeConflict"
            }
          },
          "next": {
            "type": "array",
            "description": "What can happen to it from here",
            "items": {
              "type": "object",
              "required": [
                "event",
                "allowed",
                "refusals"
              ],
              "properties": {
                "event": {
                  "$ref": "#/components/schemas/ChangeEvent"
                },
                "allowed": {
                  "type": "boolean"
                },
                "refusals": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Refusal"
                  }
                }
              }
            }
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "outcome": {
            "$ref": "#/components/schemas/ChangeOutcome"
          },
          "review": {
            "type": "object",
            "required": [
              "summary",
              "followUp",
              "by",
              "at"
            ],
            "properties": {
              "summary": {
                "type": "string"
              },
              "followUp": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "reviewDueAt": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ChangeRevision": {
        "type": "object",
        "required": [
          "revision",
          "at",
          "by",
          "content"
        ],
        "properties": {
          "revision": {
            "type": "integer"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "by": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          },
          "content": {
            "$ref": "#/components/schemas/ChangeContent"
          }
        }
      },
      "ChangeHappening": {
        "type": "object",
        "required": [
          "id",
          "at",
          "by",
          "event",
          "from",
          "to"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "by": {
            "type": "string"
          },
          "event": {
            "type": "string",
            "description": "A ChangeEvent, or what changed no state: create, approval, withdraw, escalate, overdue",
            "enum": [
              "create",
              "assess",
              "revise",
              "request-approval",
              "pre-approve",
              "approval",
              "approve",
              "withdraw",
              "suspend",
              "reject",
              "schedule",
              "start",
              "finish",
              "complete-review",
              "cancel",
              "escalate",
              "overdue",
              "expire"
            ]
          },
          "from": {
            "$ref": "#/components/schemas/ChangeState"
          },
          "to": {
            "$ref": "#/components/schemas/ChangeState"
          },
          "revision": {
            "type": "integer"
          },
          "comment": {
            "type": "string"
          },
          "details": {
            "type": "array",
            "description": "On what evidence, or because of what; sentences",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ChangeConflict": {
        "type": "object",
        "required": [
          "kind",
          "blocks",
          "start",
          "end",
          "explanation",
          "remedy"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "same-entity",
              "dependency",
              "freeze",
              "peak",
              "maintenance",
              "implementer-busy",
              "approver-busy",
              "region",
              "unknown"
            ]
          },
          "blocks": {
            "type": "boolean"
          },
          "with": {
            "type": "string"
          },
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "end": {
            "$ref": "#/components/schemas/Instant"
          },
          "explanation": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "ConnectorProblem": {
        "type": "object",
        "description": "Something that could not be carried over, and what to do about it",
        "required": [
          "reason",
          "remedy",
          "at"
        ],
        "properties": {
          "reason": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ConnectorPush": {
        "type": "object",
        "description": "A change that waits to be written to another system",
        "required": [
          "changeId",
          "revision",
          "since",
          "attempts",
          "refused",
          "writing"
        ],
        "properties": {
          "changeId": {
            "type": "string",
            "format": "uuid"
          },
          "revision": {
            "type": "integer",
            "description": "The newest that is known to wait; what is written is the newest there is then"
          },
          "since": {
            "$ref": "#/components/schemas/Instant"
          },
          "attempts": {
            "type": "integer",
            "description": "How often it failed"
          },
          "nextAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When it is tried. Absent: not before somebody says so, or the change is changed"
          },
          "refused": {
            "type": "boolean",
            "description": "true: that system refused it, and trying again alone does not help"
          },
          "writing": {
            "type": "boolean",
            "description": "A replica writes it at this moment"
          },
          "problem": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ConnectorProblem"
              }
            ],
            "description": "Why it failed last. Absent: it was not tried yet"
          }
        }
      },
      "ChangeRecordDecision": {
        "type": "object",
        "required": [
          "by",
          "decision",
          "at",
          "outcome"
        ],
        "properties": {
          "by": {
            "type": "string",
            "description": "Ref of the user where exactly one fits, else what the person is called there"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "at": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "By the clock of that system"
          },
          "outcome": {
            "type": "string",
            "description": "counted: it is the vote of that person here, too. shown: it is not",
            "enum": [
              "counted",
              "shown"
            ]
          },
          "note": {
            "type": "string",
            "description": "Why it does not count"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "ChangeRecord": {
        "type": "object",
        "description": "What a change is in another system",
        "required": [
          "connector",
          "title",
          "problems",
          "decisions"
        ],
        "properties": {
          "connector": {
            "type": "string",
            "example": "servicenow"
          },
          "title": {
            "type": "string",
            "example": "ServiceNow"
          },
          "number": {
            "type": "string",
            "description": "Absent: there is no record of it there yet",
            "example": "CHG0030192"
          },
          "url": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "description": "There, in the words of that system",
            "example": "Authorize"
          },
          "revision": {
            "type": "integer",
            "description": "The last one that was written there. Absent: none was"
          },
          "synchronisedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When it was last written, or read with news"
          },
          "waiting": {
            "allOf": [
              {
                "$ref": "#/components/schemas/ConnectorPush"
              }
            ],
            "description": "What waits to be written. Absent: nothing"
          },
          "problems": {
            "type": "array",
            "description": "What could not be carried over; empty: nothing",
            "items": {
              "$ref": "#/components/schemas/ConnectorProblem"
            }
          },
          "decisions": {
            "type": "array",
            "description": "What people approved or refused there, newest first",
            "items": {
              "$ref": "#/components/schemas/ChangeRecordDecision"
            }
          }
        }
      },
      "Connector": {
        "type": "object",
        "required": [
          "id",
          "title",
          "active",
          "approvals",
          "waiting",
          "failing",
          "queue",
          "conflicts",
          "untaken"
        ],
        "properties": {
          "id": {
            "type": "string",
            "example": "servicenow"
          },
          "title": {
            "type": "string",
            "example": "ServiceNow"
          },
          "active": {
            "type": "boolean",
            "description": "false: something of it is kept, and no such connector is configured"
          },
          "approvals": {
            "type": "string",
            "description": "What approvals of that system are worth here",
            "enum": [
              "show",
              "count"
            ]
          },
          "waiting": {
            "type": "integer",
            "description": "How many changes wait to be written there"
          },
          "failing": {
            "type": "integer",
            "description": "How many of them have failed"
          },
          "queue": {
            "type": "array",
            "description": "Those that wait, what fails first; at most 100",
            "items": {
              "$ref": "#/components/schemas/ConnectorPush"
            }
          },
          "pulledAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When it was last asked for news and answered. Absent: never"
          },
          "pullFailing": {
            "type": "object",
            "description": "Absent: the last question was answered",
            "required": [
              "problem",
              "since",
              "retryAt"
            ],
            "properties": {
              "problem": {
                "$ref": "#/components/schemas/ConnectorProblem"
              },
              "since": {
                "$ref": "#/components/schemas/Instant"
              },
              "retryAt": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "conflicts": {
            "type": "array",
            "description": "What could not be carried over, newest first; at most 100",
            "items": {
              "type": "object",
              "required": [
                "changeId",
                "number",
                "url",
                "problem"
              ],
              "properties": {
                "changeId": {
                  "type": "string",
                  "format": "uuid"
                },
                "number": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                },
                "problem": {
                  "$ref": "#/components/schemas/ConnectorProblem"
                }
              }
            }
          },
          "untaken": {
            "type": "array",
            "description": "Records there that could not become drafts here, newest first; at most 100",
            "items": {
              "type": "object",
              "required": [
                "number",
                "url",
                "title",
                "problem"
              ],
              "properties": {
                "number": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "problem": {
                  "$ref": "#/components/schemas/ConnectorProblem"
                }
              }
            }
          }
        }
      },
      "Collector": {
        "type": "object",
        "required": [
          "id",
          "title",
          "active",
          "kinds",
          "running",
          "failures",
          "reports",
          "problemCount",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string",
            "example": "oci"
          },
          "title": {
            "type": "string",
            "example": "OCI registries"
          },
          "active": {
            "type": "boolean",
            "description": "false: something of it is kept, and it is not part of this backend"
          },
          "kinds": {
            "type": "array",
            "description": "Ids of the kinds of evidence that it reports",
            "items": {
              "type": "string"
            }
          },
          "everySeconds": {
            "type": "number",
            "description": "From the beginning of a run to the beginning of the next. Absent: it is not active"
          },
          "running": {
            "type": "boolean",
            "description": "Whether a replica is at it"
          },
          "startedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When the newest run began. Absent: it never ran"
          },
          "finishedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When a run last ended, whatever came of it. Absent: none has"
          },
          "completedAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When a run last came to its end without failing. Absent: none has"
          },
          "nextAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "When it runs next. Absent: nobody runs it"
          },
          "failures": {
            "type": "integer",
            "description": "How many runs in a row failed"
          },
          "failing": {
            "type": "object",
            "description": "Why the last run failed. Absent: it did not",
            "required": [
              "reason",
              "remedy",
              "since",
              "at"
            ],
            "properties": {
              "reason": {
                "type": "string"
              },
              "remedy": {
                "type": "string"
              },
              "since": {
                "$ref": "#/components/schemas/Instant"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          },
          "reports": {
            "type": "object",
            "description": "What became of the reports of the last run",
            "required": [
              "accepted",
              "unchanged",
              "refused"
            ],
            "properties": {
              "accepted": {
                "type": "integer"
              },
              "unchanged": {
                "type": "integer",
                "description": "That said what was known, so they were not stored again"
              },
              "refused": {
                "type": "integer"
              }
            }
          },
          "problemCount": {
            "type": "integer",
            "description": "How much it cannot see; not all of it may be listed"
          },
          "problems": {
            "type": "array",
            "description": "What it cannot see, first what is about no single service, then what lasts longest; at most 100",
            "items": {
              "$ref": "#/components/schemas/CollectorProblem"
            }
          }
        }
      },
      "CollectorProblem": {
        "type": "object",
        "required": [
          "reason",
          "remedy",
          "since",
          "at"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "description": "Of the service. Absent: it is about none in particular"
          },
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "place": {
            "type": "string",
            "description": "What was asked, to show. Absent: nothing in particular"
          },
          "reason": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "since": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "Since when every run has found it"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          }
        }
      },
      "ChangeSlots": {
        "type": "object",
        "required": [
          "period",
          "slots",
          "taken"
        ],
        "properties": {
          "period": {
            "$ref": "#/components/schemas/Span"
          },
          "slots": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "start",
                "end",
                "notes"
              ],
              "properties": {
                "start": {
                  "$ref": "#/components/schemas/Instant"
                },
                "end": {
                  "$ref": "#/components/schemas/Instant"
                },
                "openUntil": {
                  "$ref": "#/components/schemas/Instant"
                },
                "after": {
                  "type": "string",
                  "description": "What keeps it from beginning earlier"
                },
                "before": {
                  "type": "string",
                  "description": "Before what it has to be over"
                },
                "notes": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "taken": {
            "type": "array",
            "description": "What takes the time, the longest first",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "explanation",
                "seconds"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "explanation": {
                  "type": "string"
                },
                "seconds": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "ApprovalDelegation": {
        "type": "object",
        "required": [
          "id",
          "from",
          "to",
          "start",
          "end"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "end": {
            "$ref": "#/components/schemas/Instant"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "OverrideState": {
        "type": "string",
        "enum": [
          "requested",
          "in-force",
          "in-review",
          "reviewed",
          "refused",
          "withdrawn",
          "lapsed"
        ]
      },
      "Override": {
        "type": "object",
        "required": [
          "id",
          "state",
          "rules",
          "reason",
          "incident",
          "entities",
          "environments",
          "duration",
          "requestedBy",
          "requestedAt",
          "approvals",
          "seats"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "state": {
            "$ref": "#/components/schemas/OverrideState"
          },
          "rules": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reason": {
            "type": "string"
          },
          "incident": {
            "type": "string"
          },
          "entities": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "regions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "duration": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lapsesAt": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Instant"
              }
            ],
            "description": "The request is over then if not everybody has approved it. Absent: it waits for nobody"
          },
          "approvals": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "by",
                "at"
              ],
              "properties": {
                "by": {
                  "type": "string"
                },
                "at": {
                  "$ref": "#/components/schemas/Instant"
                },
                "comment": {
                  "type": "string"
                }
              }
            }
          },
          "seats": {
            "type": "object",
            "required": [
              "filled",
              "required"
            ],
            "properties": {
              "filled": {
                "type": "integer"
              },
              "required": {
                "type": "integer"
              },
              "open": {
                "type": "array",
                "description": "Those that are still empty. Absent: it waits for nobody",
                "items": {
                  "type": "object",
                  "required": [
                    "title",
                    "count",
                    "from"
                  ],
                  "properties": {
                    "title": {
                      "type": "string"
                    },
                    "count": {
                      "type": "integer"
                    },
                    "from": {
                      "type": "array",
                      "description": "Refs of the people and groups one of whom may fill it",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "start": {
            "$ref": "#/components/schemas/Instant"
          },
          "end": {
            "$ref": "#/components/schemas/Instant"
          },
          "closedBy": {
            "type": "string"
          },
          "closedBecause": {
            "type": "string"
          },
          "reviewDueAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "review": {
            "type": "object",
            "required": [
              "summary",
              "justified",
              "followUp",
              "by",
              "at"
            ],
            "properties": {
              "summary": {
                "type": "string"
              },
              "justified": {
                "type": "boolean"
              },
              "followUp": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "at": {
                "$ref": "#/components/schemas/Instant"
              }
            }
          }
        }
      },
      "UnauthorisedDeployment": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "environment",
          "version",
          "openedAt",
          "lastSeenAt",
          "times",
          "reason"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "artifactDigest": {
            "type": "string"
          },
          "evidenceId": {
            "type": "string",
            "format": "uuid"
          },
          "openedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "lastSeenAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "times": {
            "type": "integer",
            "description": "How often it was seen; more than once opens no other finding"
          },
          "reason": {
            "type": "string",
            "description": "Why no change covers it"
          },
          "remedy": {
            "type": "string",
            "description": "What to do next. Absent: somebody has answered for it"
          },
          "changeId": {
            "type": "string",
            "format": "uuid",
            "description": "The change that was drafted afterwards"
          },
          "resolvedBy": {
            "type": "string"
          },
          "resolvedAt": {
            "$ref": "#/components/schemas/Instant"
          },
          "resolution": {
            "type": "string"
          }
        }
      }
    }
  }
};
