import type { PrepareTool, Tool } from './tool.ts'
import { prepareDredd } from './tools/dredd.ts'
import { prepareOpencopilotChat } from './tools/opencopilot-chat.ts'
import { preparePrism } from './tools/prism.ts'
import { prepareRespect } from './tools/respect.ts'
import { prepareSchemathesis } from './tools/schemathesis.ts'

const candidates: Record<string, PrepareTool> = {
  'opencopilot-chat verify': prepareOpencopilotChat,
  'Prism validation proxy': preparePrism,
  'Redocly Respect': prepareRespect,
  Dredd: prepareDredd,
  Schemathesis: prepareSchemathesis,
}

/** A tool that can't run on this machine, and why. */
export interface Absent {
  label: string
  reason: string
}

/** Readies every tool that can run here. */
export async function prepareTools(): Promise<{ tools: Tool[]; absent: Absent[] }> {
  const tools: Tool[] = []
  const absent: Absent[] = []
  for (const [label, prepare] of Object.entries(candidates)) {
    try {
      tools.push(await prepare())
    } catch (error) {
      absent.push({ label, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { tools, absent }
}
