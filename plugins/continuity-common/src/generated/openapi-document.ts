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
          "windowId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "enforcement": {
            "$ref": "#/components/schemas/Enforcement"
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
                "enforcement": {
                  "$ref": "#/components/schemas/Enforcement"
                },
                "services": {
                  "type": "integer",
                  "description": "How many services it is for"
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
