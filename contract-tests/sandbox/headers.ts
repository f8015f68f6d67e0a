import { allowedMethods } from './routes.ts'

/** Headers of every answer: readable for a page of any origin, and never kept, since it is people's data. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id, WWW-Authenticate',
  'X-Content-Type-Options': 'nosniff',
}

/** What a browser asks before it sends a token to another origin. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  Allow: allowedMethods,
  'Access-Control-Allow-Methods': allowedMethods,
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Allow-Private-Network': 'true',
  'Access-Control-Max-Age': '600',
}
