// The planted defects: unified diffs that begin by saying what the defect is and which tests catch it.
import fs from 'node:fs'
import path from 'node:path'

export const kinds = ['reliability', 'security', 'accessibility'] as const

export type Planted = {
  kind: (typeof kinds)[number]
  name: string
  /** The patch, absolute */
  file: string
  /** What is wrong with it, in one sentence */
  defect: string
  project: 'unit' | 'db'
  tests: readonly string[]
}

const here = import.meta.dirname

/** Every patch. @throws where one does not say what it is */
export function readPlanted(): Planted[] {
  return kinds.flatMap((kind) =>
    fs
      .readdirSync(path.join(here, kind))
      .sort()
      .map((name) => {
        const file = path.join(here, kind, name)
        const text = fs.readFileSync(file, 'utf8')
        const [, defect] = /^Defect: (.+)$/m.exec(text) ?? []
        const [, project, tests] = /^Caught by: (unit|db) (.+)$/m.exec(text) ?? []
        if (!defect || !tests || (project !== 'unit' && project !== 'db'))
          throw new Error(`${name} says not what it is`)
        return { kind, name: name.replace(/\.patch$/, ''), file, defect, project, tests: tests.split(' ') }
      }),
  )
}
