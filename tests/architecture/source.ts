// The files a rule looks at: the project on disk, or a set made in memory to prove that the rule can fail.
import fs from 'node:fs'
import path from 'node:path'
import { readSyntax, type Syntax } from './syntax'

export type Sources = {
  paths: readonly string[]
  text(file: string): string
  syntax(file: string): Syntax
  has(file: string): boolean
}

const isCode = (file: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.endsWith('.d.ts')

/** Program text in the given top folders (all of them when none is named). */
export function codeIn(sources: Sources, ...folders: string[]): string[] {
  const inside = (file: string) => folders.length === 0 || folders.some((folder) => file.startsWith(`${folder}/`))
  return sources.paths.filter((file) => isCode(file) && inside(file))
}

export function virtualSources(files: Record<string, string>): Sources {
  return makeSources(Object.keys(files).sort(), (file) => files[file] ?? '')
}

/** Every file that git would keep: what .gitignore names is left out. Works without git and without a first commit. */
export function projectSources(root: string): Sources {
  const ignored = ignoredNames(fs.readFileSync(path.join(root, '.gitignore'), 'utf8'))
  const paths: string[] = []
  const visit = (folder: string) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.name === '.git' || ignored(entry.name)) continue
      if (entry.isDirectory()) visit(file)
      else if (entry.isFile()) paths.push(file)
    }
  }
  visit('')
  return makeSources(paths.sort(), (file) => fs.readFileSync(path.join(root, file), 'utf8'))
}

function makeSources(paths: string[], read: (file: string) => string): Sources {
  const known = new Set(paths)
  const texts = new Map<string, string>()
  const parsed = new Map<string, Syntax>()
  const remember = <T>(kept: Map<string, T>, file: string, make: () => T): T => {
    const found = kept.get(file) ?? make()
    kept.set(file, found)
    return found
  }
  const text = (file: string) => remember(texts, file, () => read(file))
  return {
    paths,
    text,
    syntax: (file) => remember(parsed, file, () => readSyntax(file, text(file))),
    has: (file) => known.has(file),
  }
}

/** The project's .gitignore uses names and "*" only; anything cleverer is refused rather than misread. */
function ignoredNames(gitignore: string): (name: string) => boolean {
  const lines = gitignore.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const patterns = lines.map((line) => {
    const name = line.trim().replace(/^\//, '').replace(/\/$/, '')
    if (/[/!?[\]]/.test(name)) throw new Error(`.gitignore: the architecture tests do not understand "${line}"`)
    return new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
  })
  return (name) => patterns.some((pattern) => pattern.test(name))
}

const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '.json']

/** The project file that an import names, or null when it is a package. Unknown project files keep their bare name. */
export function resolveImport(sources: Sources, from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null
  if (base === null) return null
  return endings.map((ending) => base + ending).find((file) => sources.has(file)) ?? base
}
