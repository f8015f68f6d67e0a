import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'

/** A public member of an error class. */
export interface ErrorMember {
  name: string
  /** As it is written in the source. */
  type: string
  optional: boolean
  description: string
}

/** A class of errors, as its source declares and describes it. */
export interface ErrorClass {
  name: string
  description: string
  /** The class it extends; `Error` for the family's own base. */
  base: string
  /** What programs branch on; none for the base. */
  code: string | undefined
  members: ErrorMember[]
}

/** Reads every exported class of a folder, sorted by name. Fails for one without a description. */
export async function readErrorClasses(folder: string): Promise<ErrorClass[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()
  const classes: ErrorClass[] = []
  for (const file of files) {
    const path = join(folder, file)
    classes.push(...parseErrorClasses(path, await readFile(path, 'utf8')))
  }
  return classes
}

/** Reads the exported classes of one source file. */
export function parseErrorClasses(path: string, source: string): ErrorClass[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  return file.statements
    .filter(ts.isClassDeclaration)
    .filter((node) => (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0)
    .map((node) => errorClass(node, path))
}

function errorClass(node: ts.ClassDeclaration, path: string): ErrorClass {
  const name = node.name?.text ?? 'default'
  const description = describe(node)
  if (!description) throw new Error(`${path}: the class ${name} has no doc comment, which the docs show.`)
  const extended = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
  return {
    name,
    description,
    base: extended?.types[0]?.expression.getText() ?? '',
    code: codeOf(node),
    members: node.members.filter(isPublicMember).map(member),
  }
}

function codeOf(node: ts.ClassDeclaration): string | undefined {
  const property = node.members.filter(ts.isPropertyDeclaration).find(({ name }) => name.getText() === 'code')
  return property?.initializer && ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined
}

type Member = ts.PropertyDeclaration | ts.GetAccessorDeclaration | ts.MethodDeclaration

/** What callers can read, but for the names that every class of the family repeats. */
function isPublicMember(node: ts.ClassElement): node is Member {
  if (!ts.isPropertyDeclaration(node) && !ts.isGetAccessorDeclaration(node) && !ts.isMethodDeclaration(node))
    return false
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static
  if ((ts.getCombinedModifierFlags(node) & hidden) !== 0 || ts.isPrivateIdentifier(node.name)) return false
  return !['name', 'code'].includes(node.name.getText())
}

function member(node: Member): ErrorMember {
  const isMethod = ts.isMethodDeclaration(node)
  return {
    name: isMethod ? `${node.name.getText()}()` : node.name.getText(),
    type: node.type?.getText() ?? '',
    optional: node.questionToken !== undefined,
    description: describe(node),
  }
}

/** The words of a node's doc comment, in one line. */
function describe(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const text = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(' ')
  return text.replace(/\s+/g, ' ').trim()
}
