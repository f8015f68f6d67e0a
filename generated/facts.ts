// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

export const contract = {
  "title": "OpenCopilot chat",
  "version": "0.1.0"
} as const

export const server = "https://api-v2.opencopilot.so" as const

export const operation = {
  "id": "listConversations",
  "method": "GET",
  "path": "/backend/chat/{organization_id}",
  "pointer": "#/paths/~1backend~1chat~1{organization_id}/get",
  "evidence": "documented"
} as const

export const security = {
  "scheme": "bearer",
  "pointer": "#/components/securitySchemes/bearerToken",
  "evidence": "documented",
  "evidenceOf": {
    "bearerFormat": "history"
  }
} as const

export const parameters = {
  "organization_id": {
    "in": "path",
    "required": true,
    "type": "string",
    "nullable": false,
    "minLength": 1,
    "pointer": "#/components/parameters/organization_id",
    "evidence": "documented",
    "evidenceOf": {
      "minLength": "assumed"
    }
  },
  "page": {
    "in": "query",
    "required": false,
    "type": "integer",
    "nullable": false,
    "minimum": 1,
    "default": 1,
    "pointer": "#/components/parameters/page",
    "evidence": "documented",
    "evidenceOf": {
      "minimum": "assumed"
    }
  },
  "limit": {
    "in": "query",
    "required": false,
    "type": "integer",
    "nullable": false,
    "minimum": 1,
    "default": 10,
    "pointer": "#/components/parameters/limit",
    "evidence": "documented",
    "evidenceOf": {
      "minimum": "assumed"
    }
  },
  "sortBy": {
    "in": "query",
    "required": false,
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
    "type": "string",
    "nullable": false,
    "default": "ASC",
    "allowed": [
      "ASC",
      "DESC"
    ],
    "pointer": "#/components/parameters/sortDirection",
    "evidence": "documented"
  }
} as const

export const responses = {
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
} as const

export const list = {
  "pointer": "#/components/schemas/ConversationList",
  "evidence": "example"
} as const

export const conversation = {
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
      "pointer": "#/components/schemas/Conversation/properties/id",
      "evidence": "documented"
    },
    "copilot_id": {
      "required": true,
      "type": "string",
      "nullable": false,
      "minLength": 1,
      "pointer": "#/components/schemas/Conversation/properties/copilot_id",
      "evidence": "documented"
    },
    "created_at": {
      "required": true,
      "type": "string",
      "nullable": false,
      "format": "date-time",
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
      "pointer": "#/components/schemas/Conversation/properties/channel",
      "evidence": "documented"
    },
    "summary": {
      "required": false,
      "type": "string",
      "nullable": true,
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
      "pointer": "#/components/schemas/Conversation/properties/action_called",
      "evidence": "documented"
    },
    "total_messages": {
      "required": true,
      "type": "integer",
      "nullable": false,
      "minimum": 0,
      "pointer": "#/components/schemas/Conversation/properties/total_messages",
      "evidence": "documented"
    }
  }
} as const
