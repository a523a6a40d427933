import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayMiss, type Shown, tables } from '../bench/all/goals'
import { type Told, tableOf, withTable } from '../bench/all/table'

const shown = tables.flatMap(({ goals }) => goals.flatMap((goal) => goal.shown))
const benches = shown.flatMap((one) => (one.by === 'bench' ? [one.name] : []))
const scripts = Object.keys(JSON.parse(fs.readFileSync('package.json', 'utf8')).scripts)

describe('the table of goals', () => {
  it('has every measurement of the project, each once', () => {
    const all = scripts.flatMap((name) => /^bench:(?!all$|short$)(.+)/.exec(name)?.[1] ?? [])
    expect([...benches].sort()).toEqual(all.sort())
    expect(mayMiss.filter((name) => !benches.includes(name))).toEqual([])
  })

  it('names only tests that exist', () => {
    const beginnings = shown.flatMap((one) => (one.by === 'tests' ? one.files : []))
    const files = fs.readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((file) => `tests/${file}`)
    expect(beginnings.length).toBeGreaterThan(10)
    expect(beginnings.filter((start) => !files.some((file) => file.startsWith(start)))).toEqual([])
  })

  it('tells what was said, what failed and what was not run', () => {
    const [first, second] = shown
    if (!first || !second) throw new Error('nothing is shown')
    const told = new Map<Shown, Told>([
      [first, { command: 'a', figure: '7 | 8', ok: true }],
      [second, { command: 'b', figure: '9', ok: false }],
    ])
    const table = tableOf(tables, told, new Date('2026-11-22T00:00:00Z'))
    expect(table).toContain('Run on 2026-11-22')
    expect(table).toContain('7 \\| 8')
    expect(table).toContain('**FAILED** 9')
    expect(table.split('not in this run').length - 1).toBe(shown.length - 2)
  })

  it('goes to its place in the document and leaves the rest', () => {
    const document = 'a\n<!-- made by npm run bench:all: begin -->old<!-- made by npm run bench:all: end -->\nb'
    expect(withTable(document, 'new')).toMatch(/^a\n<!--.*begin -->\n\nnew\n\n<!--.*end -->\nb$/s)
    expect(() => withTable('a', 'new')).toThrow('no place')
    expect(() => withTable(fs.readFileSync('docs/quality.md', 'utf8'), 'new')).not.toThrow()
  })
})
