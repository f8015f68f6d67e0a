import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** Milliseconds without a change, after which a burst of them (an editor saves in several steps) is over. */
const quiet = 100

/**
 * Calls back after files change: those named, and all below the folders named. Files are watched by their folder, since
 * many editors write a new file and rename it. Returns what ends the watching.
 */
export async function watchPaths(paths: readonly string[], onChange: () => void): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, quiet)
  }
  const watchers = await Promise.all(
    paths.map(async (path): Promise<FSWatcher> => {
      if ((await stat(path)).isDirectory()) return watch(path, { recursive: true }, changed)
      return watch(dirname(path), (_, name) => {
        if (name === basename(path)) changed()
      })
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
