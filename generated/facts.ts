// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** How well a statement of the contract is known: said in words, shown in a sample, seen elsewhere, or taken for granted. */
export type Evidence = 'documented' | 'example' | 'history' | 'assumed'

/** A statement of the contract: where it stands, and how well it is known. */
export interface Statement {
  /** JSON pointer into the contract. */
  readonly pointer: string
  readonly evidence: Evidence
}

/** A statement whose keywords may be known better or worse than the whole. */
export interface StatementFacts extends Statement {
  readonly evidenceOf?: { readonly [keyword: string]: Evidence }
}

/** What a value may be. */
export interface ValueFacts extends StatementFacts {
  /** Its type in JSON, null aside; undefined when any will do. */
  readonly type?: string
  readonly nullable: boolean
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
  /** The values of a closed set. */
  readonly allowed?: readonly (string | number | boolean | null)[]
  /** The known values of an open set. */
  readonly known?: readonly string[]
  readonly example?: unknown
}

export interface ParameterFacts extends ValueFacts {
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  /** The first sentence of its description, without the full stop. */
  readonly says?: string
}

/** A field of an object. */
export interface FieldFacts extends ValueFacts {
  readonly required: boolean
  /** The boolean field that must be true for this one to have a value. */
  readonly availableWhen?: string
  /** The path parameter whose value this field has. */
  readonly equalsParameter?: string
  /** What an object in this field can't be without. */
  readonly fields?: { readonly [name: string]: FieldFacts }
}

/** A schema by its name. */
export interface SchemaFacts extends ValueFacts {
  /** The fields of an object; none of anything else. */
  readonly fields: { readonly [name: string]: FieldFacts }
  /** The name of the schema of an array's items. */
  readonly items?: string
}

export interface ResponseFacts extends StatementFacts {
  /** Absent when the response has no body. */
  readonly contentType?: string
  /** The name of the schema of a body of JSON. */
  readonly schema?: string
  readonly headers: { readonly [name: string]: StatementFacts }
}

/** Which parameters and which fields of an item make the answer to an operation a list that is read page by page. */
export interface ListFacts {
  /** The parameter that is the number of the page. */
  readonly page: string
  /** The parameter that is the number of items on a page. */
  readonly limit?: string
  /** The parameter that is the field to sort by. */
  readonly sortBy?: string
  /** The parameter that is the direction of the sort; its first value is the ascending one. */
  readonly sortDirection?: string
  /** The field that tells the items apart. */
  readonly id: string
  /** The field that is the time at which an item came to be. */
  readonly time?: string
  /** The parameters by which the list is filtered: each has the name of the field whose value it asks for. */
  readonly filters: readonly string[]
}

/** Where there is a value for a path parameter: in another operation's answer, or in the path that it was asked for. */
export interface LinkFacts {
  /** The name of the other operation. */
  readonly operation: string
  /** JSON pointer into its answer. */
  readonly pointer?: string
  /** The parameter of its path. */
  readonly parameter?: string
}

export interface OperationFacts extends StatementFacts {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Whether it takes a token. */
  readonly secured: boolean
  readonly parameters: { readonly [name: string]: ParameterFacts }
  readonly responses: { readonly [status: string]: ResponseFacts }
  readonly list?: ListFacts
  /** Where values for its path parameters come from, by the name of the parameter. */
  readonly links: { readonly [parameter: string]: LinkFacts }
}

export const contract = {
  "title": "OpenCopilot chat",
  "version": "0.1.0"
} as const

export const server = "https://api-v2.opencopilot.so" as const

export const security = {
  "scheme": "bearer",
  "pointer": "#/components/securitySchemes/bearerToken",
  "evidence": "documented",
  "evidenceOf": {
    "bearerFormat": "history"
  }
} as const

export const operations = {
  "listConversations": {
    "id": "listConversations",
    "method": "GET",
    "path": "/backend/chat/{organization_id}",
    "secured": true,
    "pointer": "#/paths/~1backend~1chat~1{organization_id}/get",
    "evidence": "documented",
    "parameters": {
      "organization_id": {
        "in": "path",
        "required": true,
        "says": "The organization's unique identifier",
        "type": "string",
        "nullable": false,
        "minLength": 1,
        "example": "4ef0737b-976a-450e-8188-4f1f5a1a1b0b",
        "pointer": "#/components/parameters/organization_id",
        "evidence": "documented",
        "evidenceOf": {
          "minLength": "assumed"
        }
      },
      "page": {
        "in": "query",
        "required": false,
        "says": "The page to read, counted from 1",
        "type": "integer",
        "nullable": false,
        "minimum": 1,
        "default": 1,
        "example": 1,
        "pointer": "#/components/parameters/page",
        "evidence": "documented",
        "evidenceOf": {
          "minimum": "assumed"
        }
      },
      "limit": {
        "in": "query",
        "required": false,
        "says": "The number of conversations per page",
        "type": "integer",
        "nullable": false,
        "minimum": 1,
        "default": 10,
        "example": 10,
        "pointer": "#/components/parameters/limit",
        "evidence": "documented",
        "evidenceOf": {
          "minimum": "assumed"
        }
      },
      "sortBy": {
        "in": "query",
        "required": false,
        "says": "The field to sort by",
        "type": "string",
        "nullable": false,
        "minLength": 1,
        "default": "created_at",
        "known": [
          "created_at",
          "id",
          "channel",
          "classification",
          "assignee_id",
          "handoff",
          "handoff_sentiment",
          "status",
          "action_called",
          "total_messages"
        ],
        "example": "created_at",
        "pointer": "#/components/parameters/sortBy",
        "evidence": "documented",
        "evidenceOf": {
          "x-extensible-enum": "assumed",
          "minLength": "assumed"
        }
      },
      "sortDirection": {
        "in": "query",
        "required": false,
        "says": "The direction of the sort over the whole list, not within a page",
        "type": "string",
        "nullable": false,
        "default": "ASC",
        "allowed": [
          "ASC",
          "DESC"
        ],
        "example": "ASC",
        "pointer": "#/components/parameters/sortDirection",
        "evidence": "documented"
      }
    },
    "responses": {
      "200": {
        "contentType": "application/json",
        "schema": "ConversationList",
        "headers": {},
        "pointer": "#/components/responses/Conversations",
        "evidence": "documented"
      },
      "400": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {},
        "pointer": "#/components/responses/BadRequest",
        "evidence": "assumed"
      },
      "401": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {
          "WWW-Authenticate": {
            "pointer": "#/components/headers/WWW-Authenticate",
            "evidence": "assumed"
          }
        },
        "pointer": "#/components/responses/Unauthorized",
        "evidence": "assumed"
      },
      "403": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {},
        "pointer": "#/components/responses/Forbidden",
        "evidence": "assumed"
      },
      "404": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {},
        "pointer": "#/components/responses/NotFound",
        "evidence": "assumed"
      },
      "429": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {
          "Retry-After": {
            "pointer": "#/components/headers/Retry-After",
            "evidence": "assumed"
          }
        },
        "pointer": "#/components/responses/TooManyRequests",
        "evidence": "assumed"
      },
      "5XX": {
        "contentType": "application/json",
        "schema": "ErrorBody",
        "headers": {
          "Retry-After": {
            "pointer": "#/components/headers/Retry-After",
            "evidence": "assumed"
          }
        },
        "pointer": "#/components/responses/ServerError",
        "evidence": "assumed"
      }
    },
    "list": {
      "page": "page",
      "limit": "limit",
      "sortBy": "sortBy",
      "sortDirection": "sortDirection",
      "id": "id",
      "time": "created_at",
      "filters": []
    },
    "links": {}
  }
} as const satisfies Readonly<Record<string, OperationFacts>>

export const schemas = {
  "Page": {
    "type": "integer",
    "nullable": false,
    "minimum": 1,
    "default": 1,
    "pointer": "#/components/schemas/Page",
    "evidence": "assumed",
    "fields": {}
  },
  "Limit": {
    "type": "integer",
    "nullable": false,
    "minimum": 1,
    "default": 10,
    "pointer": "#/components/schemas/Limit",
    "evidence": "assumed",
    "fields": {}
  },
  "SortBy": {
    "type": "string",
    "nullable": false,
    "minLength": 1,
    "default": "created_at",
    "known": [
      "created_at",
      "id",
      "channel",
      "classification",
      "assignee_id",
      "handoff",
      "handoff_sentiment",
      "status",
      "action_called",
      "total_messages"
    ],
    "pointer": "#/components/schemas/SortBy",
    "evidence": "assumed",
    "fields": {}
  },
  "SortDirection": {
    "type": "string",
    "nullable": false,
    "default": "ASC",
    "allowed": [
      "ASC",
      "DESC"
    ],
    "pointer": "#/components/schemas/SortDirection",
    "evidence": "assumed",
    "fields": {}
  },
  "ConversationList": {
    "type": "array",
    "nullable": false,
    "items": "Conversation",
    "pointer": "#/components/schemas/ConversationList",
    "evidence": "example",
    "fields": {}
  },
  "Conversation": {
    "type": "object",
    "nullable": false,
    "pointer": "#/components/schemas/Conversation",
    "evidence": "documented",
    "evidenceOf": {
      "required": "example"
    },
    "fields": {
      "id": {
        "required": true,
        "type": "string",
        "nullable": false,
        "minLength": 1,
        "example": "5003584a-be1f-4754-a0c7-703f48589e03",
        "pointer": "#/components/schemas/Conversation/properties/id",
        "evidence": "documented"
      },
      "copilot_id": {
        "required": true,
        "type": "string",
        "nullable": false,
        "minLength": 1,
        "example": "4ef0737b-976a-450e-8188-4f1f5a1a1b0b",
        "equalsParameter": "organization_id",
        "pointer": "#/components/schemas/Conversation/properties/copilot_id",
        "evidence": "documented"
      },
      "created_at": {
        "required": true,
        "type": "string",
        "nullable": false,
        "format": "date-time",
        "example": "2024-06-03T11:57:48.000Z",
        "pointer": "#/components/schemas/Conversation/properties/created_at",
        "evidence": "documented",
        "evidenceOf": {
          "format": "example"
        }
      },
      "channel": {
        "required": true,
        "type": "string",
        "nullable": false,
        "known": [
          "whatsapp",
          "email",
          "web",
          "phone"
        ],
        "example": "web",
        "pointer": "#/components/schemas/Conversation/properties/channel",
        "evidence": "documented"
      },
      "summary": {
        "required": false,
        "type": "string",
        "nullable": true,
        "example": "The customer is dissatisfied with the product and is looking for a refund.",
        "availableWhen": "handoff",
        "pointer": "#/components/schemas/Conversation/properties/summary",
        "evidence": "documented",
        "evidenceOf": {
          "null": "assumed"
        }
      },
      "classification": {
        "required": true,
        "type": "string",
        "nullable": true,
        "example": "REFUND_REQUEST",
        "pointer": "#/components/schemas/Conversation/properties/classification",
        "evidence": "documented",
        "evidenceOf": {
          "null": "assumed"
        }
      },
      "assignee_id": {
        "required": true,
        "type": "string",
        "nullable": false,
        "minLength": 1,
        "example": "copilot",
        "pointer": "#/components/schemas/Conversation/properties/assignee_id",
        "evidence": "documented",
        "evidenceOf": {
          "minLength": "example"
        }
      },
      "handoff": {
        "required": true,
        "type": "boolean",
        "nullable": false,
        "example": true,
        "pointer": "#/components/schemas/Conversation/properties/handoff",
        "evidence": "documented"
      },
      "handoff_sentiment": {
        "required": true,
        "type": "string",
        "nullable": true,
        "known": [
          "angry",
          "neutral",
          "happy"
        ],
        "example": "neutral",
        "availableWhen": "handoff",
        "pointer": "#/components/schemas/Conversation/properties/handoff_sentiment",
        "evidence": "documented",
        "evidenceOf": {
          "null": "history",
          "x-extensible-enum": "history",
          "x-available-when": "history"
        }
      },
      "status": {
        "required": true,
        "type": "string",
        "nullable": false,
        "known": [
          "OPEN",
          "RESOLVED",
          "CLOSED"
        ],
        "example": "OPEN",
        "pointer": "#/components/schemas/Conversation/properties/status",
        "evidence": "documented"
      },
      "meta": {
        "required": true,
        "type": "object",
        "nullable": true,
        "pointer": "#/components/schemas/Conversation/properties/meta",
        "evidence": "documented",
        "evidenceOf": {
          "null": "example"
        }
      },
      "action_called": {
        "required": true,
        "type": "integer",
        "nullable": false,
        "minimum": 0,
        "example": 1,
        "pointer": "#/components/schemas/Conversation/properties/action_called",
        "evidence": "documented"
      },
      "total_messages": {
        "required": true,
        "type": "integer",
        "nullable": false,
        "minimum": 0,
        "example": 9,
        "pointer": "#/components/schemas/Conversation/properties/total_messages",
        "evidence": "documented"
      }
    }
  },
  "ErrorBody": {
    "type": "object",
    "nullable": false,
    "pointer": "#/components/schemas/ErrorBody",
    "evidence": "history",
    "fields": {
      "statusCode": {
        "required": false,
        "type": "integer",
        "nullable": false,
        "example": 401,
        "pointer": "#/components/schemas/ErrorBody/properties/statusCode",
        "evidence": "history"
      },
      "message": {
        "required": false,
        "nullable": false,
        "example": "Unauthorized",
        "pointer": "#/components/schemas/ErrorBody/properties/message",
        "evidence": "history"
      },
      "error": {
        "required": false,
        "type": "string",
        "nullable": false,
        "example": "Unauthorized",
        "pointer": "#/components/schemas/ErrorBody/properties/error",
        "evidence": "history"
      }
    }
  }
} as const satisfies Readonly<Record<string, SchemaFacts>>
