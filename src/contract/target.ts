import { operations, server } from '../../generated/facts.ts'
import { baseUrlProblem, withoutSlash } from '../http/base-url.ts'
import { isPathSegment } from '../http/path-segment.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { type OptionNames, optionNames } from './option-names.ts'

const { parameters } = operations.listConversations

/** The server that is checked, and what is needed to read one organization's conversations from it. */
export interface Target {
  /** Where the server is; a path is kept. Default: the vendor's production server. */
  baseUrl?: string | undefined
  /** The organization's bearer token. Never shown in a report. */
  token: string
  /** The organization whose conversations are read. */
  organizationId: string
  /** The token of a second organization, to check that neither can read the other. */
  otherToken?: string | undefined
  /** The second organization. */
  otherOrganizationId?: string | undefined
}

/** A target with its defaults filled in and its values checked. */
export type ResolvedTarget = Target & { baseUrl: string }

/** Checks what was given before anything is sent. Throws `CouldNotRunError` with one line that names what is wrong. */
export function resolveTarget(target: Target, names: OptionNames = optionNames): ResolvedTarget {
  const baseUrl = target.baseUrl || server
  // Plain http too: a server is checked where it stands.
  const problem = baseUrlProblem(baseUrl, true)
  if (problem) throw new CouldNotRunError(`The base URL (${names.baseUrl}) must ${problem}`)
  if (!isHeaderValue(target.token)) {
    throw new CouldNotRunError(`The token is missing, or can't be sent in a header. Set ${names.token}`)
  }
  requireSegment(target.organizationId, names.organizationId)
  if (target.otherOrganizationId) requireSegment(target.otherOrganizationId, names.otherOrganizationId)
  if (target.otherToken && !isHeaderValue(target.otherToken)) {
    throw new CouldNotRunError(`${names.otherToken} can't be sent in a header`)
  }
  if (target.otherOrganizationId && target.otherOrganizationId === target.organizationId) {
    throw new CouldNotRunError(`${names.otherOrganizationId} is the same organization as ${names.organizationId}`)
  }
  return { ...target, baseUrl: withoutSlash(baseUrl) }
}

function requireSegment(id: string | undefined, name: string) {
  if (!id || id.length < parameters.organization_id.minLength) {
    throw new CouldNotRunError(`The organization id is missing. Set ${name}`)
  }
  if (!isPathSegment(id)) {
    throw new CouldNotRunError(`The organization id "${id}" can't be sent as one segment of a path. Set ${name}`)
  }
}

/** Whether a text can stand in a header, and in one piece. */
const isHeaderValue = (token: string | undefined) => token !== undefined && /^[\x21-\x7e]+$/.test(token)
