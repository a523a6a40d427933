import { sectionRule } from '@/lib/final-report/check/kept/model'
import type { CheckedReport, Finding, FindingPlace } from '@/lib/final-report/check/model'
import type { ReadNumber } from '@/lib/final-report/check/numbers/model'
import { enumerations } from '@/lib/final-report/check/row-total/items/model'
import { listTotals } from '@/lib/final-report/check/row-total/lists/model'
import { sumOf, totalFinding, totalWord } from '@/lib/final-report/check/row-total/sums/model'
import { textTotals } from '@/lib/final-report/check/row-total/text/model'
import { placeOf } from '@/lib/final-report/check/sections/model'
import { type ReadCell, type ReadTable, tablesIn } from '@/lib/final-report/check/tables/model'
import { compare, multiply, subtract } from '@/lib/values/decimal'

/** Rows, columns and enumerations that do not add up to the total that is told. Where a part is not known nothing is said. */
export const rowTotal = sectionRule('row-total', (section, report) => [
  ...tablesIn(section, report).flatMap((table) => [
    ...downwards(table, placeOf(section, table.block.id), report),
    ...across(table, placeOf(section, table.block.id), report),
  ]),
  ...textTotals(section, report),
  ...listTotals(section, report),
  ...enumerations(section, report),
])

const everyone = /^(?:kaikki|alla|all|koko alue)$/iu
/** A row that tells a part of the one above it. */
const partOf = /^(?:[-–•]\s*)?(?:joista|josta|siitä|niistä|heistä|varav|därav|of which|of whom)(?!\p{L})/iu
/** What does not add up whatever the rows are. */
const notAdditive =
  /%|prosent|procent|per cent|keskiarvo|mediaani|keskim|medeltal|medel|median|average|mean|nps|indeksi|index|osuus|andel|share|muutos|förändring|change|hinta\/|per\s|\/(?:kk|v|hlö|htv|kpl|asukas)/iu

type Row = ReadTable['rows'][number]

function isTotalRow(row: Row, index: number, rows: readonly Row[]): boolean {
  if (row.isTotal || totalWord.test(row.label)) return true
  return everyone.test(row.label.trim()) && (index === 0 || index === rows.length - 1)
}

/** Each total row against the rows before it (or after it, when it comes first). */
function downwards({ block, columns, rows }: ReadTable, where: FindingPlace, report: CheckedReport): Finding[] {
  const totals = rows.map((row, index) => isTotalRow(row, index, rows))
  return rows.flatMap((row, index) => {
    if (!totals[index] || notAdditive.test(row.label)) return []
    const first = totals.slice(0, index).every((total) => total) && index < rows.length - 1
    const since = totals.lastIndexOf(true, index - 1)
    const candidates = first
      ? [rows.slice(index + 1).filter((_, at) => !totals[index + 1 + at])]
      : [
          rows.slice(since + 1, index),
          rows.slice(0, index).filter((_, at) => !totals[at]),
          rows.slice(0, index).filter((_, at) => totals[at]),
        ]
    const loose = everyone.test(row.label.trim())
    return row.cells.flatMap((cell, column) => {
      const heading = columns[column] ?? ''
      if (cell.kind !== 'number' || notAdditive.test(`${heading} ${columns.length === 1 ? block.caption : ''}`))
        return []
      const told = candidates.map((parts) => partsIn(parts, column)).filter((parts) => parts.length > 1)
      return unequal(cell, told, { where, label: [row.label, heading].filter(Boolean).join(', '), loose, report })
    })
  })
}

/** The cells of a column, with the rows that are parts of others and without them. */
function partsIn(rows: readonly Row[], column: number): ReadCell[] {
  return rows.filter(({ label }) => !partOf.test(label.trim())).map(({ cells }) => cells[column] ?? { kind: 'unknown' })
}

function across({ columns, rows }: ReadTable, where: FindingPlace, report: CheckedReport): Finding[] {
  const at = columns.findLastIndex((head) => totalWord.test(head) && !notAdditive.test(head))
  if (at < 0 || columns.filter((head) => totalWord.test(head)).length > 1) return []
  const additive = columns.flatMap((head, index) => (index !== at && !notAdditive.test(head) ? [index] : []))
  const before = additive.filter((index) => index < at)
  const found = rows.map((row) => {
    const cell = row.cells[at]
    if (cell?.kind !== 'number' || notAdditive.test(row.label)) return { told: false, findings: [] }
    const told = [before, additive].map((indexes) =>
      indexes.map((index) => row.cells[index] ?? ({ kind: 'unknown' } as const)),
    )
    const full = told.filter((parts) => parts.length > 1)
    const label = [row.label, columns[at]].filter(Boolean).join(', ')
    const findings = isProduct(cell.read, full) ? [] : unequal(cell, full, { where, label, loose: false, report })
    return { told: full.some((parts) => parts.every(({ kind }) => kind === 'number')), findings }
  })
  // A total column that no row adds up to is a total of something else.
  const right = found.filter(({ told, findings }) => told && findings.length === 0).length
  const wrong = found.filter(({ findings }) => findings.length > 0).length
  return right >= wrong || found.length === 1 ? found.flatMap(({ findings }) => findings) : []
}

/** Price times amount. */
function isProduct(total: ReadNumber, candidates: readonly (readonly ReadCell[])[]): boolean {
  return candidates.some((parts) => {
    const [one, other, more] = parts
    return (
      one?.kind === 'number' &&
      other?.kind === 'number' &&
      !more &&
      compare(multiply(one.read.number, other.read.number), total.number) === 0
    )
  })
}

type Told = { where: FindingPlace; label: string; loose: boolean; report: CheckedReport }

function unequal(
  total: Extract<ReadCell, { kind: 'number' }>,
  candidates: readonly (readonly ReadCell[])[],
  told: Told,
): Finding[] {
  const sums = candidates.map((parts) =>
    sumOf(
      parts.map((part) => (part.kind === 'number' ? part.read : null)),
      total.read,
    ),
  )
  const [first] = sums
  if (!first || sums.some((sum) => sum === null || sum.matches)) return []
  if (total.read.unit === '%') return []
  const off = subtract(total.read.number, first.sum).replace('-', '')
  // Groups under "all" may overlap or leave some out: only a near miss is an error.
  if (told.loose && compare(multiply(off, '10'), total.read.number) > 0) return []
  return [totalFinding(told.where, 'table', total.text, first.sum, told.label, told.report)]
}
