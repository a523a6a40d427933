// bench:all – every measurement and every test named in tests/bench/all/goals.ts, one after the other, and the table of
// docs/quality.md written anew from what they said: the figure, when, on what machine, and the planted defect they catch.
// bench:short (--short) – the measurements in their short forms, as CI runs them after `npm run check`, which has run the tests.
// All of them run whatever one says; it ends with an error when one failed. --write: writes the table of a short run, too.
// --only a,b: only these measurements.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../../scripts/runtime.mjs'
import { mayMiss, onlyWhole, type Shown, tables } from './all/goals.ts'
import { type Told, tableOf, withTable } from './all/table.ts'

const short = process.argv.includes('--short')
const writes = !short || process.argv.includes('--write')
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const chosen = (name: string) => !process.argv.includes('--only') || only?.includes(name)

/** Runs a program of the project, showing what it says; gives it back with its exit code. */
function run(args: readonly string[]): Promise<{ text: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'scripts/run.mjs'), ...args], { cwd: root })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        process.stdout.write(chunk)
      })
    }
    child.once('close', (code) => resolve({ text, code }))
  })
}

const scripts: Readonly<Record<string, string>> = { api: 'bench/reporting-api', planted: 'planted/run' }

async function measure(shown: Extract<Shown, { by: 'bench' }>): Promise<Told> {
  const { name, lines } = shown
  const more = [...(short ? ['--short'] : []), ...(mayMiss.includes(name) ? ['--report'] : [])]
  const { text, code } = await run([`tests/${scripts[name] ?? `bench/${name}`}.mts`, ...more])
  const said = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.startsWith(`bench:${name} `))
  const figures = lines ? said.filter((line) => lines.test(line)) : said.slice(-1)
  const figure = figures.map((line) => line.slice(`bench:${name} `.length)).join('; ')
  return { command: `npm run bench:${name}${short ? ' -- --short' : ''}`, figure, ok: code === 0 && figure !== '' }
}

const runners = { unit: 'unit', db: 'db' } as const

async function tryTests(shown: Extract<Shown, { by: 'tests' }>): Promise<Told> {
  const { project, files } = shown
  const browser = project === 'browser'
  const args = browser
    ? ['node_modules/@playwright/test/cli.js', 'test', ...files]
    : ['node_modules/vitest/vitest.mjs', 'run', '--project', runners[project], ...files]
  const { text, code } = await run(args)
  const passed = browser
    ? /(\d+) passed/.exec(stripVTControlCharacters(text))
    : /Tests +(?:.*\| )?(\d+) passed/.exec(stripVTControlCharacters(text))
  const figure = passed ? `${passed[1]} tests passed` : 'no test passed'
  return { command: files.map((file) => `\`${file}*\``).join(', '), figure, ok: code === 0 && passed !== null }
}

const told = new Map<Shown, Told>()
const failed: string[] = []
const began = performance.now()
for (const shown of tables.flatMap(({ goals }) => goals.flatMap((goal) => goal.shown))) {
  if (shown.by === 'tests' && short) continue
  if (shown.by === 'bench' && (!chosen(shown.name) || (short && onlyWhole.includes(shown.name)))) continue
  const start = performance.now()
  const one = await (shown.by === 'bench' ? measure(shown) : tryTests(shown))
  told.set(shown, one)
  console.log(`── ${one.command}: ${one.ok ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
  if (!one.ok) failed.push(one.command)
}
if (writes) {
  const file = path.join(root, 'docs/quality.md')
  fs.writeFileSync(file, withTable(fs.readFileSync(file, 'utf8'), tableOf(tables, told)))
}
for (const command of failed) console.error(`failed: ${command}`)
console.log(`${told.size - failed.length} of ${told.size} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
process.exit(failed.length === 0 && told.size > 0 ? 0 : 1)
