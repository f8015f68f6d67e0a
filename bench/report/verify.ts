import type { MeasuredTools } from '../results.ts'
import { type ToolScore, type VerifySummary, withAdvisories } from '../verify/summary.ts'
import { share } from './numbers.ts'
import { table } from './table.ts'
import { where } from './where.ts'

/** The part of the report that is about the tools that check a server. */
export function verifySection(measured: MeasuredTools): string {
  const summary = measured.results
  const { every, catalogue, sample, whole, tools, absent } = summary
  const [first] = sample
  const faults = (first?.caught.length ?? 0) + (first?.missed.length ?? 0)
  return `## verify

${scoreTable(sample, summary)}

Servers: the sandbox with every ${ordinal(every)} of the ${catalogue.faults} faults in [\`contract-tests/faults\`](../contract-tests/faults) (${faults} of them), and with every ${ordinal(every)} of the ${catalogue.oddities} oddities that the contract allows, and as it is. All tools got the same servers, a fresh one for each check, and took turns at being first. ${where(measured)}

- **Caught**: the tool failed the faulty server. **False alarms**: it failed a server that keeps the contract.
- **Requests** and **seconds**: medians over all servers, a tool's own start included.
- The catalogue was made for this package, from the contract, so it holds what this package looks for. It says what a tool can't see, and not how many bugs of the world it would find.

By what the fault is in:

${groupTable(summary)}

${onlyPeers(summary)}

${sample.flatMap((score) => alarmLine(score, summary)).join('\n')}

On the whole catalogue, for the tools that are quick enough:

${scoreTable(whole, summary)}

${whole.flatMap((score) => [...missedLine(score, summary), ...alarmLine(score, summary)]).join('\n')}

How each was used, telemetry off:

${tools.map(({ label, version, use }) => `- **${label}** ${version}: ${use}`).join('\n')}
${absent.map(({ label, reason }) => `- **${label}** could not run here: ${reason}`).join('\n')}
`
}

function scoreTable(scores: readonly ToolScore[], summary: VerifySummary): string {
  return table(
    ['tool', 'faults caught', '', 'false alarms', 'requests', 'seconds'],
    scores.map((score) => [
      labelOf(score.id, summary),
      `${score.caught.length} of ${score.caught.length + score.missed.length}`,
      share(score.caught.length, score.caught.length + score.missed.length),
      `${score.falseAlarms.length} of ${score.conforming}`,
      String(Math.round(score.requests)),
      score.seconds.toFixed(1),
    ]),
  )
}

function groupTable({ groups, sample, ...summary }: VerifySummary): string {
  const names = [...new Set(Object.values(groups))]
  return table(
    ['group', 'faults', ...sample.map(({ id }) => labelOf(id, { groups, sample, ...summary }))],
    names.map((group) => {
      const of = (faults: readonly string[]) => faults.filter((fault) => groups[fault] === group).length
      const total = Object.values(groups).filter((each) => each === group).length
      return [group, String(total), ...sample.map(({ caught }) => String(of(caught)))]
    }),
  )
}

/** Where a peer is better. */
function onlyPeers({ sample }: VerifySummary): string {
  const [own, peers] = [sample.filter(({ id }) => isOwn(id)), sample.filter(({ id }) => !isOwn(id))]
  const caught = new Set(own.flatMap((score) => score.caught))
  const names = [...new Set(peers.flatMap((score) => score.caught))].filter((name) => !caught.has(name))
  return names.length === 0
    ? 'No peer caught a fault of the sample that this package missed.'
    : `Faults that a peer caught and this package missed: ${quoted(names)}.`
}

const isOwn = (id: string) => id.startsWith('opencopilot-chat')

const alarmLine = ({ id, falseAlarms }: ToolScore, summary: VerifySummary) =>
  falseAlarms.length === 0 ? [] : [`- False alarms of ${labelOf(id, summary)}: ${quoted(falseAlarms)}.`]

const missedLine = ({ id, missed }: ToolScore, summary: VerifySummary) =>
  missed.length === 0 || !isOwn(id) ? [] : [`- Missed by ${labelOf(id, summary)}: ${quoted(missed)}.`]

function labelOf(id: string, { tools }: VerifySummary): string {
  const strict = tools.find((tool) => tool.id === id)
  if (strict) return strict.label
  const mild = tools.find((tool) => withAdvisories(tool.id) === id)
  return mild ? `${mild.label} \`--fail-on advisory\`` : id
}

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

function ordinal(n: number): string {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
  return words[n - 1] ?? `${n}th`
}
