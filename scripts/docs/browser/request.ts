import { type OperationFacts, operations } from '../../../generated/facts.ts'
import { readBaseUrl } from '../../../src/client/base-url.ts'
import { fillPath } from '../../../src/client/path-segment.ts'
import { curlLine } from '../../../src/contract/curl.ts'

/** The token as a variable of the reader's shell. */
const shellToken = `\${OPENCOPILOT_TOKEN}`

/** What the form holds, by the names of the contract's parameters. An empty field is left out of the request. */
export interface FormValues {
  /** The name of the operation. */
  operation: string
  baseUrl: string
  token: string
  parameters: Readonly<Record<string, string>>
}

/** A request as it goes out, and the line that repeats it in a shell without the token in it. */
export interface PreparedRequest {
  url: string
  headers: Record<string, string>
  curl: string
}

/** What the contract says of an operation. */
export function operationNamed(name: string): OperationFacts {
  const operation = Object.values<OperationFacts>(operations).find(({ id }) => id === name)
  if (!operation) throw new Error(`${name} is no operation of the contract`)
  return operation
}

/** Makes the request of the form's values. Throws with one line where they can't be a request. */
export function prepareRequest(
  { operation: name, baseUrl, token, parameters: given }: FormValues,
  operation = operationNamed(name),
): PreparedRequest {
  const { parameters } = operation
  const [missing] = Object.entries(parameters).filter(([name, { required }]) => required && !given[name])
  if (missing) throw new Error(`${missing[0]} is required`)
  const url = fillPath(`${readBaseUrl(baseUrl)}${operation.path}`, given)
  const valuesIn = (place: string) =>
    Object.entries(parameters).flatMap(([name, facts]): [string, string][] => {
      const value = given[name]
      return facts.in === place && value ? [[name, value]] : []
    })
  const query = new URLSearchParams(valuesIn('query')).toString()
  const own = Object.fromEntries(valuesIn('header'))
  const whole = query === '' ? url : `${url}?${query}`
  return {
    url: whole,
    headers: token === '' ? own : { ...own, Authorization: `Bearer ${token}` },
    curl: curlLine({
      method: operation.method,
      url: whole,
      authorization: token === '' ? null : `Bearer ${shellToken}`,
      headers: own,
    }),
  }
}
