// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

export const server = "https://api-v2.opencopilot.so" as const

export const method = "GET" as const

export const path = "/backend/chat/{organization_id}" as const

export const query = {
  "page": {
    "type": "integer",
    "minimum": 1,
    "default": 1
  },
  "limit": {
    "type": "integer",
    "minimum": 1,
    "default": 10
  },
  "sortBy": {
    "type": "string",
    "minLength": 1,
    "default": "created_at"
  },
  "sortDirection": {
    "type": "string",
    "default": "ASC",
    "allowed": [
      "ASC",
      "DESC"
    ]
  }
} as const
