// What each measurement and each group of tests said last, kept in docs/quality.json between the runs of bench:all, so that
// every row of the table tells its own day and machine, also when not everything was run at once.
import os from 'node:os'
import { z } from 'zod'
import type { Goal, Shown, Table } from './goals.ts'

/** What one measurement or group of tests said. */
export type Told = { command: string; figure: string; ok: boolean }

const keptSchema = z.strictObject({
  figure: z.string(),
  ok: z.boolean(),
  /** the day it was run, ISO 8601 */
  on: z.iso.date(),
  machine: z.string(),
  /** run in the short form of CI */
  short: z.boolean(),
})
export type Kept = z.infer<typeof keptSchema>
const bookSchema = z.record(z.string(), keptSchema)

/** By what shows it, as {@link nameOf} says it. */
export type Book = Readonly<Record<string, Kept>>

export const bookFile = 'docs/quality.json'

/** The book of a text. Throws where it does not hold what a book holds. */
export const readBook = (text: string): Book => bookSchema.parse(JSON.parse(text))

/** What shows a goal, as the table says it. */
export function nameOf(one: Shown): string {
  if (one.by === 'check') return '`npm run check`'
  return one.by === 'bench' ? `\`npm run bench:${one.name}\`` : one.files.map((file) => `\`${file}*\``).join(', ')
}

/** The machine a figure was measured on. */
export const thisMachine = (): string =>
  `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${os.type()} ${os.release().split('-')[0]}`

/**
 * The book with one more figure. What a whole run said stays where a short one says it holds, since it is worth more; a short
 * one that fails takes its place.
 */
export function withFigure(book: Book, one: Shown, told: Told, run: { short: boolean; at: Date }): Book {
  const name = nameOf(one)
  const before = book[name]
  if (run.short && told.ok && before?.ok && !before.short) return book
  const on = run.at.toISOString().slice(0, 10)
  return { ...book, [name]: { figure: told.figure, ok: told.ok, on, machine: thisMachine(), short: run.short } }
}

/** The figures of what the table still names, in its order. */
export function tidyBook(book: Book, tables: readonly Table[]): Book {
  const names = tables.flatMap(({ goals }) => goals.flatMap(({ shown }) => shown.map(nameOf)))
  return Object.fromEntries(names.flatMap((name) => (book[name] ? [[name, book[name]] as const] : [])))
}

/** Whether a row was asked for: by the name of its measurement, by its goal (R1), or as one of the `tests`. */
export function isChosen(only: readonly string[] | null, { id }: Goal, one: Shown): boolean {
  if (only === null) return true
  const names = [...id.split(', '), one.by === 'bench' ? one.name : one.by]
  return names.some((name) => only.includes(name))
}
