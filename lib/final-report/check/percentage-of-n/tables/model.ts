import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { impossible, isPossible } from '@/lib/final-report/check/percentage-of-n/possible/model'
import { answeredIn } from '@/lib/final-report/check/percentage-of-n/text/model'
import { placeOf } from '@/lib/final-report/check/sections/model'
import { type ReadCell, type ReadTable, sizeIn } from '@/lib/final-report/check/tables/model'

/** Shares of a table against the n of their row, their column or the table. */
export function impossibleInTable(table: ReadTable, section: CheckedSection, report: CheckedReport): Finding[] {
  const { block, columns, rows } = table
  const where = placeOf(section, block.id)
  const whole = sizeIn(block.caption, report.language) ?? sizeIn(block.columns[0] ?? '', report.language)
  const column = columns.map((head) => sizeIn(head, report.language))
  const sizeColumn = columns.findIndex((head) =>
    /^(?:n|vastaajia|vastaajien määrä|vastauksia|antal svar|svarande|respondents)$/i.test(head.trim()),
  )
  const bySize = new Map<string, { size: ReadNumber; shares: ReadNumber[] }>()
  for (const row of rows) {
    const given = row.cells[sizeColumn]
    const own = sizeIn(row.label, report.language) ?? (given?.kind === 'number' ? given.read : null)
    for (const [index, cell] of row.cells.entries()) {
      const share = shareOf(cell, `${columns[index] ?? ''} ${block.caption}`, index === sizeColumn)
      const size = own ?? column[index] ?? whole
      if (!share || !size) continue
      const known = bySize.get(size.number) ?? { size, shares: [] }
      known.shares.push(share)
      bySize.set(size.number, known)
    }
  }
  return [...bySize.values()].flatMap(({ size, shares }) =>
    impossible(shares, size, where, report).map((found) => withText(found, shares, section, report)),
  )
}

/** When the section's text tells how many answered, and all the shares can come from that, both numbers are told. */
function withText(
  found: Finding,
  shares: readonly ReadNumber[],
  section: CheckedSection,
  report: CheckedReport,
): Finding {
  const told = answeredIn(section, report).find(({ read }) =>
    shares.every((share) => isPossible(share, Number(read.number))),
  )
  if (!told) return found
  return { ...found, variant: 'nInText', other: told.place, params: { ...found.params, other: told.read.asWritten } }
}

/** A cell with `%`, or a bare number under a heading that says per cent. */
function shareOf(cell: ReadCell, heading: string, isSize: boolean): ReadNumber | null {
  if (cell.kind !== 'number' || isSize || cell.read.form === 'year') return null
  if (cell.read.unit === '%') return cell.read
  const headed = cell.read.unit === null && /%|prosent|procent|per cent/i.test(heading.replace(/\(n\s?=.*?\)/i, ''))
  return headed ? { ...cell.read, unit: '%' } : null
}
