/** Paces the requests of one walk: while the server has some of them wait, the others hold too. */
export interface Gate {
  /** Settles when those that had to wait are through. */
  clear?: Promise<void>
}

/** Waits for those that had to wait before, and has the others wait until what it gives is called. */
export async function takeTurn(gate: Gate): Promise<() => void> {
  const before = gate.clear
  let end!: () => void
  gate.clear = new Promise((resolve) => {
    end = resolve
  })
  await before
  return end
}
