import type { Size } from './measure.ts'

/** Bytes as people read them. */
const bytes = (count: number) => `${count.toLocaleString('en')} B`

/** The size beside its budget, and, over budget, where the bytes are. */
export function reportSize({ minified, compressed, parts }: Size, budget: number): string {
  const line = `The client for browsers: ${bytes(compressed)} min+gzip of ${bytes(budget)} (${bytes(minified)} min)`
  if (compressed <= budget) return line
  const largest = parts.slice(0, 8).map(([file, count]) => `  ${bytes(count).padStart(8)} min  ${file}`)
  return [`${line}: ${bytes(compressed - budget)} too many`, ...largest].join('\n')
}
