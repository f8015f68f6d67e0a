import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A made-up token in the form of a JWT, the same for the same organization and seed. */
export function makeToken(organizationId: string, seed: string): string {
  const header = encode({ alg: 'HS256', typ: 'JWT' })
  const payload = encode({ sub: organizationId, iat: 1717415868 })
  const signature = createHmac('sha256', `sandbox/${seed}`).update(`${header}.${payload}`).digest('base64url')
  return `${header}.${payload}.${signature}`
}

/** Compares two tokens in a time that tells nothing about how much of them is equal. */
export function sameToken(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

/** The token of an `Authorization: Bearer <token>` header; the scheme's letter case carries no meaning (RFC 9110). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+)\s*$/i.exec(authorization ?? '')?.[1]
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest()
