// What `npm run check` does, in order. A stage either counts its tests or is one check by itself.
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../runtime.mjs'
import { ensureBuild } from '../steps/next-build.mts'
import { runTool } from './run-tool.mts'

export type Outcome = { passed: number; failed: number; note?: string }

export type Stage = { name: string; what: string; run(): Promise<Outcome> }

const modules = path.join(root, 'node_modules')
const results = path.join(root, '.cache/check/results')

const asOne = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

async function vitest(project: 'architecture' | 'unit' | 'db'): Promise<Outcome> {
  const file = path.join(results, `${project}.json`)
  fs.rmSync(file, { force: true })
  const program = [path.join(modules, 'vitest/vitest.mjs'), 'run', '--project', project]
  const ok = await runTool([...program, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  if (!fs.existsSync(file)) return asOne(false)
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  }
  return counted(ok, report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests)
}

async function playwright(): Promise<Outcome> {
  const file = path.join(results, 'browser.json')
  fs.rmSync(file, { force: true })
  const ok = await runTool([path.join(modules, '@playwright/test/cli.js'), 'test'])
  if (!fs.existsSync(file)) return asOne(false)
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  return counted(ok, stats.expected, stats.unexpected + stats.flaky, stats.skipped)
}

/** A runner that fails without a failed test (a file that does not load, no tests found) counts as one failure. */
export function counted(ok: boolean, passed: number, failed: number, skipped: number): Outcome {
  const silent = !ok && failed === 0 ? 1 : 0
  return { passed, failed: failed + silent, ...(skipped > 0 ? { note: `${skipped} skipped` } : {}) }
}

export const stages: readonly Stage[] = [
  {
    name: 'style',
    what: 'format and lint (Biome)',
    run: async () =>
      asOne(await runTool([path.join(modules, '@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'])),
  },
  {
    name: 'types',
    what: 'TypeScript, strict',
    run: async () => {
      const routes = await runTool([path.join(modules, 'next/dist/bin/next'), 'typegen'])
      return asOne(routes && (await runTool([path.join(modules, 'typescript/bin/tsc'), '--noEmit'])))
    },
  },
  {
    name: 'architecture',
    what: 'the house and its habits',
    run: () => vitest('architecture'),
  },
  {
    name: 'unit',
    what: 'rules, without a database',
    run: () => vitest('unit'),
  },
  {
    name: 'integration',
    what: 'commands and queries on real PostgreSQL',
    run: () => vitest('db'),
  },
  {
    name: 'build',
    what: 'next build',
    run: async () => ({
      ...asOne(true),
      ...((await ensureBuild()) ? {} : { note: 'nothing changed since the last build' }),
    }),
  },
  { name: 'browser', what: 'Chromium with axe against a real server', run: playwright },
]
