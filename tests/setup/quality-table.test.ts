import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayMiss, tables } from '../bench/all/goals'
import { type Book, bookFile, isChosen, nameOf, readBook, tidyBook, withFigure } from '../bench/all/kept'
import { tableOf, withTable } from '../bench/all/table'

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

  it('tells what was said, when and where, what failed and what was never run', () => {
    const [first, second] = shown
    if (!first || !second) throw new Error('nothing is shown')
    const run = { on: '2026-11-22', machine: '2 cores', short: true }
    const table = tableOf(tables, {
      [nameOf(first)]: { figure: '7 | 8', ok: true, ...run },
      [nameOf(second)]: { figure: '9', ok: false, ...run, machine: '4 cores', short: false },
    })
    expect(table).toContain('- Machine A: 2 cores.\n- Machine B: 4 cores.')
    expect(table).toContain('| 7 \\| 8 | 2026-11-22, A, short |')
    expect(table).toContain('| **FAILED** 9 | 2026-11-22, B |')
    expect(table.split('never run').length - 1).toBe(shown.length - 2)
  })

  it('goes to its place in the document and leaves the rest', () => {
    const document = 'a\n<!-- made by npm run bench:all: begin -->old<!-- made by npm run bench:all: end -->\nb'
    expect(withTable(document, 'new')).toMatch(/^a\n<!--.*begin -->\n\nnew\n\n<!--.*end -->\nb$/s)
    expect(() => withTable('a', 'new')).toThrow('no place')
    expect(() => withTable(fs.readFileSync('docs/quality.md', 'utf8'), 'new')).not.toThrow()
  })
})

describe('the book of figures', () => {
  const [one] = shown
  if (!one) throw new Error('nothing is shown')
  const told = (figure: string, ok = true) => ({ command: 'a', figure, ok })
  const at = new Date('2026-11-22T10:00:00Z')
  const keep = (book: Book, figure: string, short: boolean, ok = true) =>
    withFigure(book, one, told(figure, ok), { short, at })
  const figureOf = (book: Book) => book[nameOf(one)]?.figure

  it('keeps what a whole run said until another one, or until a short one fails', () => {
    const short = keep({}, 'short', true)
    expect(short[nameOf(one)]).toMatchObject({ figure: 'short', ok: true, on: '2026-11-22', short: true })
    const whole = keep(short, 'whole', false)
    expect(figureOf(whole)).toBe('whole')
    expect(figureOf(keep(whole, 'short', true))).toBe('whole')
    expect(figureOf(keep(whole, 'failed', true, false))).toBe('failed')
    expect(figureOf(keep(keep(whole, 'failed', true, false), 'short', true))).toBe('short')
    expect(figureOf(keep(whole, 'new', false))).toBe('new')
  })

  it('forgets what the table no longer names, and refuses what is not a book', () => {
    const book = keep({ gone: { figure: '1', ok: true, on: '2026-11-22', machine: 'm', short: false } }, 'whole', false)
    expect(Object.keys(tidyBook(book, tables))).toEqual([nameOf(one)])
    expect(() => readBook('{"a":{"figure":1}}')).toThrow()
  })

  it('is the one the document was written from', () => {
    const book = readBook(fs.readFileSync(bookFile, 'utf8'))
    const document = fs.readFileSync('docs/quality.md', 'utf8')
    expect(withTable(document, tableOf(tables, book))).toBe(document)
    expect(tidyBook(book, tables)).toEqual(book)
  })

  it('is asked by measurement, by goal, or for the tests', () => {
    const goals = tables.flatMap(({ goals }) => goals)
    const chosen = (only: string[] | null) =>
      goals.flatMap((goal) => goal.shown.filter((each) => isChosen(only, goal, each))).length
    expect(chosen(null)).toBe(shown.length)
    expect([chosen(['crash']), chosen(['R1']), chosen(['R8']), chosen(['nothing'])]).toEqual([1, 1, 3, 0])
    expect(chosen(['tests'])).toBe(shown.filter(({ by }) => by === 'tests').length)
  })
})
