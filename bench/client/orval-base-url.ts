/** Where orval's client reads: its output has one base URL for all calls, imported from here. */
export let orvalBaseUrl = ''

export function setOrvalBaseUrl(baseUrl: string) {
  orvalBaseUrl = baseUrl
}
