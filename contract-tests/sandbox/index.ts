/** The sandbox: a live server of the contract's endpoint, for tests, demonstrations and trying out. */

export { environmentOf, targetOf } from './access.ts'
export { cachedStore } from './cached-store.ts'
export type { Clock } from './clock.ts'
export { errorReply, type Reply } from './reply.ts'
export type { Organization, PageQuery, RequestContext, SandboxRequest } from './request.ts'
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'
export type { Place, Seams } from './seams.ts'
export type { StoreQuery } from './sql.ts'
export { openStore, type Store } from './store.ts'
