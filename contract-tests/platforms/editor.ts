import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What an editor knows about a program that uses the package. */
export interface Editor {
  /** The string literals that are suggested where the program has `|`. */
  suggestions(program: string): string[]
  /** The first line of each error in it. */
  problems(program: string): string[]
}

/** The language service that editors use, on one file of this project that exists in memory only. */
export function openEditor(): Editor {
  const name = `${project}contract-tests/platforms/in-memory.ts`
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${project}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    project,
  )
  let text = ''
  let version = 0
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => ({ ...options, noUnusedLocals: false }),
    getScriptFileNames: () => [name],
    getScriptVersion: (file) => (file === name ? String(version) : '0'),
    getScriptSnapshot: (file) => {
      const content = file === name ? text : ts.sys.readFile(file)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => project,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === name || ts.sys.fileExists(file),
  })
  const type = (program: string) => {
    text = program
    version++
  }
  return {
    suggestions(program) {
      const at = program.indexOf('|')
      type(program.slice(0, at) + program.slice(at + 1))
      const entries = service.getCompletionsAtPosition(name, at, {})?.entries ?? []
      return entries.filter(({ kind }) => kind === ts.ScriptElementKind.string).map((entry) => entry.name)
    },
    problems(program) {
      type(program)
      return [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)].map(
        ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '',
      )
    },
  }
}
