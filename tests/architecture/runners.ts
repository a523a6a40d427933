// Every test file is run by exactly one runner, and every runner's pattern stands in its configuration.
import { matches } from './matching'
import type { Rule } from './rule'
import { runners } from './rules'
import { codeIn, type Sources } from './source'

const runnersOf = (file: string): string[] =>
  runners.filter((r) => matches(file, r.include) && !r.exclude.some((p) => matches(file, p))).map((r) => r.name)

/** Calls itself a test, or imports a runner's `it` or `test` and calls it. */
function isTest(sources: Sources, file: string): boolean {
  if (/[._-](test|spec|e2e)\.[cm]?[jt]sx?$/.test(file)) return true
  const calls = /(^|\n)\s*(it|test)(\.\w+)*\(/.test(sources.text(file))
  const known = (specifier: string) => specifier === 'vitest' || specifier === '@playwright/test'
  return (
    calls &&
    sources.syntax(file).imports.some((i) => known(i.specifier) && i.names.some((n) => n === 'it' || n === 'test'))
  )
}

export const runnerRules: Rule[] = [
  {
    name: 'every test file belongs to exactly one runner',
    unit: 'test files',
    floor: 45,
    check: (sources) => {
      const tests = codeIn(sources).filter((file) => isTest(sources, file))
      const findings = tests.flatMap((file) => {
        const found = runnersOf(file)
        if (found.length === 1) return []
        return [`${file}: ${found.length === 0 ? 'no runner runs it' : `run by ${found.join(' and ')}`}`]
      })
      return { looked: tests.length, findings }
    },
    planted: [
      {
        files: { 'lib/risks/model.test.ts': "import { it } from 'vitest'\nit('a', () => {})" },
        finding: /no runner runs it/,
      },
      {
        files: { 'tests/risks/scores.spec.ts': "import { it } from 'vitest'\nit('a', () => {})" },
        finding: /no runner runs it/,
      },
      {
        files: { 'tests/risks/scores.ts': "import { it } from 'vitest'\nit('a', () => {})" },
        finding: /no runner runs it/,
      },
      {
        files: { 'tests/risks/page.e2e.ts': "import { test } from '@playwright/test'\ntest('a', () => {})" },
        finding: /no runner/,
      },
    ],
  },
  {
    name: 'every pattern of a runner stands in its configuration',
    unit: 'patterns',
    floor: 5,
    check: (sources) => {
      const absent = runners.filter((runner) => {
        if (!sources.has(runner.config)) return true
        const text = sources.text(runner.config)
        return ![runner.include, ...runner.exclude].every((p) => text.includes(`'${p}'`))
      })
      return {
        looked: runners.length,
        findings: absent.map((r) => `${r.config} does not name the pattern of ${r.name}`),
      }
    },
    planted: [
      {
        files: { 'vitest.config.ts': "export default { include: ['tests/**/*.spec.ts'] }" },
        finding: /pattern of vitest db/,
      },
    ],
  },
]
