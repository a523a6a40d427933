// The table of docs/quality.md that the measurements write.
import os from 'node:os'
import type { Shown, Table } from './goals.ts'

/** What one measurement or group of tests said. */
export type Told = { command: string; figure: string; ok: boolean }

const begin = '<!-- made by npm run bench:all: begin -->'
const end = '<!-- made by npm run bench:all: end -->'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Every goal with what was said of it; what was not run this time says so. */
export function tableOf(tables: readonly Table[], told: ReadonlyMap<Shown, Told>, at = new Date()): string {
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const lines = [
    `Run on ${at.toISOString().slice(0, 10)}: ${os.availableParallelism()} cores, ${memory} GB, Node ${process.versions.node}, ${os.type()} ${os.release()}.`,
  ]
  for (const { title, goals } of tables) {
    lines.push(
      '',
      `### ${title}`,
      '',
      '| # | Goal | Shown by | Figure | Planted, and caught |',
      '| --- | --- | --- | --- | --- |',
    )
    for (const { id, goal, shown } of goals) {
      for (const one of shown) {
        const said = told.get(one)
        const by =
          one.by === 'bench' ? `\`npm run bench:${one.name}\`` : one.files.map((file) => `\`${file}*\``).join(', ')
        const figure = said ? `${said.ok ? '' : '**FAILED** '}${said.figure}` : 'not in this run'
        lines.push(`| ${[id, goal, by, figure, one.planted].map(cell).join(' | ')} |`)
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
