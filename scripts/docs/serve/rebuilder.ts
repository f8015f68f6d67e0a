/** Runs a build whenever it is asked to, never two at a time: whatever is asked for meanwhile makes one more. */
export function createRebuilder(build: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const run = async () => {
    do {
      again = false
      await build()
    } while (again)
  }
  return () => {
    if (running) again = true
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
}
