/** Milliseconds on a clock that only goes forward: the time of day is set back by people, servers of time, and tests. */
export const now = () => performance.now()
