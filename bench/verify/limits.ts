/** Milliseconds that a request may take, for each tool that can be told. */
export const requestLimit = 1_000

/** Milliseconds after which a tool that still runs is stopped; it has then noticed nothing. */
export const checkLimit = 120_000
