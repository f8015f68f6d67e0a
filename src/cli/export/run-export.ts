import type { ChatClient } from '../../index.ts'
import { byteOrderMark } from '../formats/csv.ts'
import { formats } from '../formats/index.ts'
import type { ExportState, Progress } from './export-state.ts'
import { limitsUpTo, openPages } from './open-pages.ts'
import type { Output } from './output.ts'
import type { ExportRequest } from './request.ts'
import { findResumePage } from './resume-page.ts'
import { writePages } from './write-pages.ts'

export interface ExportOptions {
  chat: Pick<ChatClient, 'pages' | 'listConversations'>
  output: Output
  request: ExportRequest
  /** Whether the limit may become smaller where the server refuses it. */
  canLowerLimit: boolean
  /** How many pages are asked for at the same time. */
  concurrency: number
  /** Stop before the first page with a conversation that breaks the contract. */
  strict: boolean
  signal: AbortSignal
  /** Told that the server gave a page, before it is written: that may take long, while others are asked for. */
  onFirstPage(): void
  /** Told where it begins, and after each page. */
  onPage(progress: Progress): void
  /** Told the limit that the server takes, where it is another one than asked for. */
  onLimit(limit: number | null): void
}

/** How an export ended. */
export interface Outcome {
  /** What was written, or where it failed, what is kept to go on with; undefined where nothing is. */
  progress: Progress | undefined
  /** Why it isn't complete; absent when it is. */
  error?: unknown
}

/** Writes all conversations to an output. */
export async function runExport(options: ExportOptions): Promise<Outcome> {
  const { output, signal, onPage } = options
  const { earlier } = output
  const request = earlier?.request ?? options.request
  const format = formats[request.format]
  const before: Progress = earlier ?? { page: 0, count: 0, bytes: 0, breaks: {} }
  try {
    onPage(before)
    const { startPage, pages, limit } = await startWalk(options, request, earlier)
    if (!earlier) await output.append(`${request.bom ? byteOrderMark : ''}${format.open}`)
    const pageDone = async (progress: Progress) => {
      await output.pageDone({ version: 1, request: { ...request, limit }, ...progress })
      onPage(progress)
    }
    const progress = await writePages({ ...options, pages, startPage, format, before, pageDone })
    signal.throwIfAborted()
    await output.append(format.close(progress.count))
    await output.complete()
    return { progress: { ...progress, bytes: output.size } }
  } catch (error) {
    return { progress: await output.abandon(), error }
  }
}

/** The walk through the pages: from the first, or from where an interrupted export stopped. */
async function startWalk(options: ExportOptions, request: ExportRequest, earlier: ExportState | undefined) {
  const { chat, output, concurrency, signal, canLowerLimit, onFirstPage, onLimit } = options
  const { organization, limit: wanted, filters, sortBy, sortDirection } = request
  const query = { ...filters, ...(wanted !== null && { limit: wanted }), sortBy, sortDirection, signal }
  const startPage = earlier
    ? await findResumePage({
        page: earlier.page,
        // As many as were under way together, and as many again: the earlier walk may have been going back by these.
        margin: 2 * concurrency,
        readPage: (page) => chat.listConversations(organization, { ...query, page }),
        isKnown: ({ id }) => output.isKnown(id),
      })
    : 1
  // Another limit would make other pages of what was written before.
  const limits = canLowerLimit && !earlier ? limitsUpTo(wanted) : [wanted]
  const { limit, pages } = await openPages({ chat, request, startPage, concurrency, signal }, limits)
  onFirstPage()
  if (limit !== wanted) onLimit(limit)
  return { startPage, pages, limit }
}
