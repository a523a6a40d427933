// The table of docs/quality.md that the measurements write.
import type { Table } from './goals.ts'
import { type Book, nameOf } from './kept.ts'

const begin = '<!-- made by npm run bench:all: begin -->'
const end = '<!-- made by npm run bench:all: end -->'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Every goal with what was said of it last, when and on which machine; what was never run says so. */
export function tableOf(tables: readonly Table[], book: Book): string {
  const machines = [...new Set(Object.values(book).map(({ machine }) => machine))]
  const letterOf = (machine: string) => String.fromCharCode(65 + machines.indexOf(machine))
  const lines = machines.map((machine) => `- Machine ${letterOf(machine)}: ${machine}.`)
  for (const { title, goals } of tables) {
    lines.push(
      '',
      `### ${title}`,
      '',
      '| # | Goal | Shown by | Figure | Run | Planted, and caught |',
      '| --- | --- | --- | --- | --- | --- |',
    )
    for (const { id, goal, shown } of goals) {
      for (const one of shown) {
        const kept = book[nameOf(one)]
        const figure = kept ? `${kept.ok ? '' : '**FAILED** '}${kept.figure}` : 'never run'
        const run = kept ? `${kept.on}, ${letterOf(kept.machine)}${kept.short ? ', short' : ''}` : '–'
        lines.push(`| ${[id, goal, nameOf(one), figure, run, one.planted].map(cell).join(' | ')} |`)
      }
    }
  }
  return lines.join('\n')
}

/** The document with its table exchanged. Throws where the document has no place for it. */
export function withTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < from) throw new Error('docs/quality.md has no place for the table of bench:all')
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`
}
