import { baseline, contenders } from '../client/contenders.ts'
import type { MeasuredClients, MeasuredTools, Results } from '../results.ts'

interface Bar {
  label: string
  value: number
  /** The number, as it is written beside the bar. */
  text: string
  ours: boolean
}

interface Panel {
  title: string
  note: string
  bars: Bar[]
  /** The value of a bar of full width. */
  full: number
}

const width = 850
const margin = 20
const labelWidth = 335
const barWidth = 380
const rowHeight = 22
const headHeight = 52

// The scheme is the reader's system's, which need not be the page's: so the picture has a ground of its own.
const style = `
.ground { fill: #ffffff; stroke: #d1d9e0 }
text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 15px }
.note { fill: #59636e; font-size: 12px }
.peer { fill: #8c959f }
.ours { fill: #0969da }
.own { font-weight: 600 }
@media (prefers-color-scheme: dark) {
  .ground { fill: #0d1117; stroke: #3d444d }
  text { fill: #e6edf3 }
  .note { fill: #9198a1 }
  .peer { fill: #6e7681 }
  .ours { fill: #4493f8 }
}`

/** The main numbers as an SVG picture. */
export function chart({ client, verify }: Results): string {
  const panels = [...(client ? [cpuPanel(client), latencyPanel(client)] : []), ...(verify ? [faultPanel(verify)] : [])]
  let top = 0
  const drawn = panels.map((panel) => {
    const text = draw(panel, top)
    top += headHeight + panel.bars.length * rowHeight + 18
    return text
  })
  const spoken = panels.map(
    ({ title, bars }) => `${title}: ${bars.map(({ label, text }) => `${label} ${text}`).join(', ')}`,
  )
  const whole = { width: width + 2 * margin, height: top + 2 * margin - 18 }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img">
<title>${escapeXml(spoken.join('. '))}</title>
<style>${style}
</style>
<rect class="ground" x="${0.5 - margin}" y="${0.5 - margin}" width="${whole.width - 1}" height="${whole.height - 1}" rx="6"/>
${drawn.join('\n')}
</svg>
`
}

function draw({ title, note, bars, full }: Panel, top: number): string {
  const head = [
    `<text class="title" x="0" y="${top + 16}">${escapeXml(title)}</text>`,
    `<text class="note" x="0" y="${top + 36}">${escapeXml(note)}</text>`,
  ]
  const rows = bars.map(({ label, value, text, ours }, index) => {
    const y = top + headHeight + index * rowHeight
    const length = Math.max(1, Math.round((Math.min(value, full) / full) * barWidth))
    const emphasis = ours ? ' class="own"' : ''
    return [
      `<text${emphasis} x="${labelWidth - 10}" y="${y + 12}" text-anchor="end">${escapeXml(label)}</text>`,
      `<rect class="${ours ? 'ours' : 'peer'}" x="${labelWidth}" y="${y}" width="${length}" height="16" rx="2"/>`,
      `<text${emphasis} x="${labelWidth + length + 8}" y="${y + 12}">${escapeXml(text)}</text>`,
    ].join('')
  })
  return [...head, ...rows].join('\n')
}

function cpuPanel({ results: { plan, cpu } }: MeasuredClients): Panel {
  const [{ limit, conversations } = { limit: 0, conversations: 0 }] = plan.cpu.reads
  return {
    title: 'CPU to read everything, against raw fetch',
    note: `${conversations.toLocaleString('en-US')} conversations by pages of ${limit}; less is better`,
    ...barsOf(
      (id) => cpu.find((each) => each.id === id && each.limit === limit)?.ratio.median ?? 0,
      (value) => `${value.toFixed(2)}×`,
    ),
  }
}

function latencyPanel({ results: { plan, latency } }: MeasuredClients): Panel {
  return {
    title: `Time for ${plan.latency.pages} pages of ${plan.latency.delay} ms each`,
    note: 'with default options; less is better',
    ...barsOf(
      (id) => (latency.find((each) => each.id === id)?.wall.median ?? 0) / 1_000,
      (value) => `${value.toFixed(2)} s`,
    ),
  }
}

function barsOf(numberOf: (id: string) => number, textOf: (value: number) => string): Pick<Panel, 'bars' | 'full'> {
  const bars = contenders.map(({ id, label, validation, ours = false }) => {
    const value = numberOf(id)
    const mark = validation === 'none' && id !== baseline ? ', unchecked' : ''
    return { label: plain(label), value, text: textOf(value) + mark, ours }
  })
  return { bars, full: Math.max(...bars.map(({ value }) => value)) }
}

function faultPanel({ results: { sample, tools } }: MeasuredTools): Panel {
  const bars = sample.flatMap((score) => {
    const tool = tools.find(({ id }) => id === score.id)
    if (!tool) return []
    const faults = score.caught.length + score.missed.length
    const value = score.caught.length / faults
    const alarms = score.falseAlarms.length === 1 ? '1 false alarm' : `${score.falseAlarms.length} false alarms`
    return [
      {
        label: tool.label,
        value,
        text: `${Math.round(100 * value)} %, ${alarms}`,
        ours: tool.id === 'opencopilot-chat',
      },
    ]
  })
  const [first] = sample
  return {
    title: 'Faulty servers that are noticed',
    note: `${(first?.caught.length ?? 0) + (first?.missed.length ?? 0)} faulty and ${first?.conforming ?? 0} conforming servers; more is better`,
    bars,
    full: 1,
  }
}

const plain = (label: string) => label.replaceAll('`', '').replace('opencopilot-chat, ', 'opencopilot-chat ')

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
