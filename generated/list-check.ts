// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Violation } from './validators.ts'

type Fields = Record<string, unknown>

interface Check {
  violations: Violation[]
  /** After so many no more are looked for. */
  most: number
  /** The keys that lead to what is being checked. */
  at: (string | number)[]
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function wrong({ violations, at }: Check, schema: string, keyword: string, params: Fields) {
  violations.push({ instancePath: ['', ...at].join('/'), schemaPath: schema + '/' + keyword, keyword, params })
}

/** A field is wrong, or it is required and isn't there. */
function wrongField(check: Check, schema: string, fields: Fields, name: string, keyword: string, params: Fields) {
  if (fields[name] === undefined) return wrong(check, schema, 'required', { missingProperty: name })
  check.at.push(name)
  wrong(check, schema + '/properties/' + name, keyword, params)
  check.at.pop()
}

const formats = {
  'date-time': /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
}

function checkConversationMeta(fields: Fields, check: Check) {
  const schema = '#/components/schemas/Conversation/properties/meta'
  if (fields["title"] !== undefined && !(typeof fields["title"] === 'string' || fields["title"] === null)) wrongField(check, schema, fields, "title", 'type', {"type":["string","null"]})
  if (fields["title_generation_type"] !== undefined && !(typeof fields["title_generation_type"] === 'string' || fields["title_generation_type"] === null)) wrongField(check, schema, fields, "title_generation_type", 'type', {"type":["string","null"]})
  if (fields["summary"] !== undefined && !(typeof fields["summary"] === 'string' || fields["summary"] === null)) wrongField(check, schema, fields, "summary", 'type', {"type":["string","null"]})
  if (fields["phoneNumber"] !== undefined && !(typeof fields["phoneNumber"] === 'string' || fields["phoneNumber"] === null)) wrongField(check, schema, fields, "phoneNumber", 'type', {"type":["string","null"]})
  if (fields["whatsappToNumber"] !== undefined && !(typeof fields["whatsappToNumber"] === 'string' || fields["whatsappToNumber"] === null)) wrongField(check, schema, fields, "whatsappToNumber", 'type', {"type":["string","null"]})
  if (fields["recordingUrl"] !== undefined && !(typeof fields["recordingUrl"] === 'string' || fields["recordingUrl"] === null)) wrongField(check, schema, fields, "recordingUrl", 'type', {"type":["string","null"]})
}

function checkConversation(fields: Fields, check: Check) {
  const schema = '#/components/schemas/Conversation'
  if (!(typeof fields["id"] === 'string')) wrongField(check, schema, fields, "id", 'type', {"type":"string"})
  if (typeof fields["id"] === 'string' && fields["id"].length < 1) wrongField(check, schema, fields, "id", 'minLength', {"limit":1})
  if (!(typeof fields["copilot_id"] === 'string')) wrongField(check, schema, fields, "copilot_id", 'type', {"type":"string"})
  if (typeof fields["copilot_id"] === 'string' && fields["copilot_id"].length < 1) wrongField(check, schema, fields, "copilot_id", 'minLength', {"limit":1})
  if (!(typeof fields["created_at"] === 'string')) wrongField(check, schema, fields, "created_at", 'type', {"type":"string"})
  if (typeof fields["created_at"] === 'string' && !formats["date-time"].test(fields["created_at"])) wrongField(check, schema, fields, "created_at", 'format', {"format":"date-time"})
  if (!(typeof fields["channel"] === 'string')) wrongField(check, schema, fields, "channel", 'type', {"type":"string"})
  if (fields["summary"] !== undefined && !(typeof fields["summary"] === 'string' || fields["summary"] === null)) wrongField(check, schema, fields, "summary", 'type', {"type":["string","null"]})
  if (!(typeof fields["classification"] === 'string')) wrongField(check, schema, fields, "classification", 'type', {"type":"string"})
  if (!(typeof fields["assignee_id"] === 'string')) wrongField(check, schema, fields, "assignee_id", 'type', {"type":"string"})
  if (!(typeof fields["handoff"] === 'boolean')) wrongField(check, schema, fields, "handoff", 'type', {"type":"boolean"})
  if (!(typeof fields["handoff_sentiment"] === 'string' || fields["handoff_sentiment"] === null)) wrongField(check, schema, fields, "handoff_sentiment", 'type', {"type":["string","null"]})
  if (!(typeof fields["status"] === 'string')) wrongField(check, schema, fields, "status", 'type', {"type":"string"})
  if (!(isObject(fields["meta"]) || fields["meta"] === null)) wrongField(check, schema, fields, "meta", 'type', {"type":["object","null"]})
  check.at.push("meta")
  if (isObject(fields["meta"])) checkConversationMeta(fields["meta"], check)
  check.at.pop()
  if (!(Number.isInteger(fields["action_called"]))) wrongField(check, schema, fields, "action_called", 'type', {"type":"integer"})
  if (typeof fields["action_called"] === 'number' && fields["action_called"] < 0) wrongField(check, schema, fields, "action_called", 'minimum', {"comparison":">=","limit":0})
  if (!(Number.isInteger(fields["total_messages"]))) wrongField(check, schema, fields, "total_messages", 'type', {"type":"integer"})
  if (typeof fields["total_messages"] === 'number' && fields["total_messages"] < 0) wrongField(check, schema, fields, "total_messages", 'minimum', {"comparison":">=","limit":0})
}

function checkConversationList(items: unknown[], check: Check) {
  for (let index = 0; index < items.length && check.violations.length < check.most; index++) {
    const item = items[index]
    check.at.push(index)
    if (!(isObject(item))) wrong(check, '#/components/schemas/Conversation', 'type', {"type":"object"})
    if (isObject(item)) checkConversation(item, check)
    check.at.pop()
  }
}

/** What in a value breaks ConversationList: at most so many rules, and none where it keeps the contract. */
export function violationsOfConversationList(value: unknown, most: number): Violation[] {
  const check: Check = { violations: [], most, at: [] }
  if (!(Array.isArray(value))) wrong(check, '#/components/schemas/ConversationList', 'type', {"type":"array"})
  if (Array.isArray(value)) checkConversationList(value, check)
  return check.violations.slice(0, most)
}
