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
      "name": "status",
      "description": "What the service itself knows and how old that is"
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
        "description": "Idempotent by (kind, source, externalId). 201 when it was stored, 200 when the same report is known already. 409 when a different report has taken that identity.",
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
                    "description": "A FreezeCalendar entity as YAML or an iCalendar file"
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
                    "maxLength": 1000000
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
        "description": "The caller must belong to the owner, or have continuity.window.administer. 409 when the owner has a window of that id already.",
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
        "maxLength": 2000
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
            "description": "The next ten occurrences",
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
                }
              }
            }
          },
          "firstSlot": {
            "type": "object",
            "description": "When all of them are open for the wanted length; absent when there is none in the period",
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
            "description": "Reference of the change request"
          },
          "at": {
            "$ref": "#/components/schemas/Instant"
          },
          "dryRun": {
            "type": "boolean",
            "default": false
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
      }
    }
  }
};
