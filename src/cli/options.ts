import { InvalidArgumentError, Option } from 'commander'
import { server } from '../../generated/facts.ts'
import { environment } from './environment.ts'

/** Where the server is, for every command. */
export const baseUrlOption = () =>
  new Option('--base-url <url>', 'where the server is').env(environment.baseUrl).default(server)

/** Whose conversations, for every command. */
export const organizationOption = () =>
  new Option('--organization <id>', 'the organization').env(environment.organizationId)

/** Reads a number of at least `minimum`; whole unless told otherwise. */
export function numberOf(minimum: number, { whole = true } = {}) {
  return (value: string): number => {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number) || number < minimum || (whole && !Number.isInteger(number))) {
      throw new InvalidArgumentError(`Allowed: a ${whole ? 'whole ' : ''}number of at least ${minimum}.`)
    }
    return number
  }
}

/** Collects the values of an option that may be given several times or with commas. */
export const collect = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
]
