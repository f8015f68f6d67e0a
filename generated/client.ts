// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

export const server = "https://api-v2.opencopilot.so" as const

export const listConversations = {
  "method": "GET",
  "path": "/backend/chat/{organization_id}",
  "time": "created_at",
  "query": {
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
  }
} as const

const isString = (value: unknown) => typeof value === 'string'
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])t([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/** Reports what a Conversation should be and isn't: the places within it, as JSON pointers, and what belongs there in words. */
export function checkConversation(value: any, report: (place: string, expected: string) => void): void {
  if (!(isObject(value))) report("", "of type object")
  else if (value) {
    if (!(isString(value.id) && value.id.length >= 1)) report("/id", "of type string and not empty")
    if (!(isString(value.copilot_id) && value.copilot_id.length >= 1)) report("/copilot_id", "of type string and not empty")
    if (!(isString(value.created_at) && dateTime.test(value.created_at))) report("/created_at", "of type date-time")
    if (!(isString(value.channel))) report("/channel", "of type string")
    if (!(value.summary == null || isString(value.summary))) report("/summary", "of type string or null")
    if (!(value.classification === null || isString(value.classification))) report("/classification", "of type string or null")
    if (!(isString(value.assignee_id) && value.assignee_id.length >= 1)) report("/assignee_id", "of type string and not empty")
    if (!(typeof value.handoff === 'boolean')) report("/handoff", "of type boolean")
    if (!(value.handoff_sentiment === null || isString(value.handoff_sentiment))) report("/handoff_sentiment", "of type string or null")
    if (!(isString(value.status))) report("/status", "of type string")
    const value_meta = value.meta
    if (!(value_meta === null || isObject(value_meta))) report("/meta", "of type object or null")
    else if (value_meta) {
      if (!(value_meta.title == null || isString(value_meta.title))) report("/meta/title", "of type string or null")
      if (!(value_meta.title_generation_type == null || isString(value_meta.title_generation_type))) report("/meta/title_generation_type", "of type string or null")
      if (!(value_meta.summary == null || isString(value_meta.summary))) report("/meta/summary", "of type string or null")
      if (!(value_meta.phoneNumber == null || isString(value_meta.phoneNumber))) report("/meta/phoneNumber", "of type string or null")
      if (!(value_meta.whatsappToNumber == null || isString(value_meta.whatsappToNumber))) report("/meta/whatsappToNumber", "of type string or null")
      if (!(value_meta.recordingUrl == null || isString(value_meta.recordingUrl))) report("/meta/recordingUrl", "of type string or null")
    }
    if (!(Number.isInteger(value.action_called) && value.action_called >= 0)) report("/action_called", "a whole number from 0")
    if (!(Number.isInteger(value.total_messages) && value.total_messages >= 0)) report("/total_messages", "a whole number from 0")
  }
}
