// bench:all – every measurement and every test named in tests/bench/all/goals.ts, one after the other. What each said is kept in
// docs/quality.json and the table of docs/quality.md is written from it after each: the figure, when, on what machine, and the
// planted defect it catches. A run that is broken off loses only what it was at.
// bench:short (--short) – the measurements in their short forms, as CI runs them after `npm run check`, which has run the tests.
// All of them run whatever one says; it ends with an error when one failed. --write: keeps the figures of a short run, too.
// --only a,R1,tests: only these measurements, goals, or the tests. --never: only what has no figure of a whole run yet.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { root } from '../../scripts/runtime.mjs'
import { mayMiss, onlyWhole, type Shown, tables } from './all/goals.ts'
import { bookFile, isChosen, nameOf, readBook, type Told, tidyBook, withFigure } from './all/kept.ts'
import { tableOf, withTable } from './all/table.ts'

const short = process.argv.includes('--short')
const writes = !short || process.argv.includes('--write')
const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1]?.split(',') ?? [])
  : null
const never = process.argv.includes('--never')
const lastCheck = path.join(root, '.cache/check/last.json')
const checkSchema = z.object({ seconds: z.number(), passed: z.int(), failed: z.int() })
const bookPath = path.join(root, bookFile)

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
  return { command: nameOf(shown), figure, ok: code === 0 && passed !== null }
}

/** The time of a whole check: of one that is run now, or in the short form of the one that CI has just run here. */
async function timeCheck(): Promise<Told> {
  if (!short) await run(['scripts/check/main.mts'])
  const { seconds, passed, failed } = checkSchema.parse(JSON.parse(fs.readFileSync(lastCheck, 'utf8')))
  const limit = 20
  const minutes = seconds / 60
  const figure = `${minutes.toFixed(1)} minutes (limit ${limit}) ${minutes > limit ? 'MISSED' : 'ok'}, ${passed} passed, ${failed} failed`
  return { command: 'npm run check', figure, ok: failed === 0 && passed > 0 }
}

const inShort = (shown: Shown) =>
  shown.by === 'check' ? fs.existsSync(lastCheck) : shown.by === 'bench' && !onlyWhole.includes(shown.name)

function tell(shown: Shown): Promise<Told> {
  if (shown.by === 'check') return timeCheck()
  return shown.by === 'bench' ? measure(shown) : tryTests(shown)
}

/** Keeps a figure and writes the table from all that are kept. The book is read each time: two runs may go at once. */
function keep(shown: Shown, told: Told): void {
  const book = tidyBook(
    withFigure(readBook(fs.readFileSync(bookPath, 'utf8')), shown, told, { short, at: new Date() }),
    tables,
  )
  fs.writeFileSync(bookPath, `${JSON.stringify(book, null, 2)}\n`)
  const file = path.join(root, 'docs/quality.md')
  fs.writeFileSync(file, withTable(fs.readFileSync(file, 'utf8'), tableOf(tables, book)))
}

const whole = (shown: Shown) => readBook(fs.readFileSync(bookPath, 'utf8'))[nameOf(shown)]?.short === false
const failed: string[] = []
let done = 0
const began = performance.now()
for (const goal of tables.flatMap(({ goals }) => goals)) {
  for (const shown of goal.shown) {
    if (!isChosen(only, goal, shown) || (never && whole(shown))) continue
    if (short && !inShort(shown)) continue
    const start = performance.now()
    const told = await tell(shown)
    console.log(
      `── ${told.command}: ${told.ok ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(0)} s\n`,
    )
    done += 1
    if (!told.ok) failed.push(told.command)
    if (writes) keep(shown, told)
  }
}
for (const command of failed) console.error(`failed: ${command}`)
console.log(`${done - failed.length} of ${done} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
process.exit(failed.length === 0 && done > 0 ? 0 : 1)
