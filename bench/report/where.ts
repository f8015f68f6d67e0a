import type { MeasuredClients, MeasuredTools } from '../results.ts'

/** When and where a part was measured, in two sentences. */
export function where({ date, minutes, machine }: MeasuredClients | MeasuredTools): string {
  const { processor, cores, memory, system, node, load } = machine
  const busy = load > cores ? ' (others were at work too: read ratios rather than times)' : ''
  return `Measured on ${date} in ${minutes} minutes with Node ${node.slice(1)} on ${system}, ${cores} cores of ${processor}, ${memory} GiB. The machine's load when it began was ${load}${busy}.`
}
