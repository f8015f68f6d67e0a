interface Init {
  method: string
  headers: Headers
  signal?: AbortSignal | undefined
}

/**
 * As much of a Request as openapi-fetch needs where no middleware looks at it. A real one costs a tenth of the whole
 * call, and the signal that it derives may be collected before it fires.
 */
export class PlainRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly signal: AbortSignal | undefined

  constructor(url: string, { method, headers, signal }: Init) {
    this.url = url
    this.method = method
    this.headers = headers
    this.signal = signal
  }
}
