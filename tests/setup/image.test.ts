// What the image is made of: the files that reach its build, and the packages that stay in it.
import { describe, expect, it } from 'vitest'
import { codeIn, projectSources, resolveImport, type Sources, virtualSources } from '@/tests/architecture/source'
import { root } from '../../scripts/runtime.mjs'

const project = projectSources(root)
const leftOut = project.text('docs/operations/Containerfile.dockerignore').split('\n').filter(Boolean)
const packages = JSON.parse(project.text('package.json')) as Record<'dependencies' | 'devDependencies', object>

/** The files that .dockerignore lets through: its lines here are names at the top, and "*" within them. */
function sent(sources: Sources, patterns = leftOut): string[] {
  const tops = patterns.map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`))
  return sources.paths.filter((file) => !tops.some((top) => top.test(file)))
}

/** What a file that is sent needs of one that is not: the build in the image, which looks at types, would end there. */
function missing(sources: Sources, files: readonly string[]): string[] {
  const there = new Set(files)
  return codeIn(sources)
    .filter((file) => there.has(file))
    .flatMap((from) =>
      sources.syntax(from).imports.flatMap(({ specifier }) => {
        const to = resolveImport(sources, from, specifier)
        return to !== null && sources.has(to) && !there.has(to) ? [`${from} needs ${to}`] : []
      }),
    )
}

/** Only the check drives browsers; all else may run where only what the product needs is installed. */
const folders = ['app', 'components', 'lib', 'prisma', 'scripts']
const checks = /^scripts\/check\b/

function onlyForWork(sources: Sources, files: readonly string[]): string[] {
  return codeIn(sources, ...folders)
    .filter((file) => files.includes(file) && !checks.test(file))
    .flatMap((file) =>
      sources.syntax(file).imports.flatMap(({ specifier, typeOnly }) => {
        const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
        return !typeOnly && name in packages.devDependencies ? [`${file} needs ${name}`] : []
      }),
    )
}

describe('the image', () => {
  const files = sent(project)

  it('is built from files that need none of those left out', () => {
    expect(files.length).toBeGreaterThan(1500)
    expect(missing(project, files)).toEqual([])
  })

  it('would not be, with the settings of the tests among them (planted)', () => {
    const careless = sent(
      project,
      leftOut.filter((line) => line !== 'vitest.config.ts'),
    )
    expect(missing(project, careless)).toEqual(['vitest.config.ts needs tests/support/slow-first.ts'])
  })

  it('runs without the packages that only building and checking need', () => {
    expect(onlyForWork(project, files)).toEqual([])
  })

  it('would not, with one of them in a script that a server runs (planted)', () => {
    const made = virtualSources({ 'scripts/up/run.mts': "import { parseSync } from 'oxc-parser'\n" })
    expect(onlyForWork(made, ['scripts/up/run.mts'])).toEqual(['scripts/up/run.mts needs oxc-parser'])
  })
})
