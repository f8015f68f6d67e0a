import { Survey } from './survey.ts'
import type { Walk } from './walk.ts'

const nothing: Walk = { query: {}, pages: [], end: 'unfinished' }

/** The survey of a check that has ended: it reads no more, so that a clause judges what was exchanged. */
export class EndedSurvey extends Survey {
  override async forward(): Promise<Walk[]> {
    return []
  }

  override async wide(): Promise<Walk> {
    return nothing
  }

  override async reversed(): Promise<Walk> {
    return nothing
  }
}
