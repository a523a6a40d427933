import { readBlock } from '@/components/status-reports/form/grid/block'
import { joinBreakdown, splitBreakdown, type TypedPart } from '@/lib/indicators/values/breakdown/typing/model'

/** One part on the page: known by the earlier values of the indicator, or named here. */
export type PartRow = TypedPart & { given: boolean }
export type PartRows = { total: string; rows: PartRow[] }

/** Empty rows for parts that nobody has named yet. */
const spare = 2
const most = 200

const alike = (one: string, other: string) =>
  one.trim().toLocaleLowerCase('fi') === other.trim().toLocaleLowerCase('fi')
const isEmpty = ({ label, value }: TypedPart) => label === '' && value === ''

/** The rows in which the text of a field is written: those of the known parts first, then the others and some empty ones. */
export function rowsOfText(text: string, known: readonly string[]): PartRows {
  const { total, parts } = splitBreakdown(text)
  const others = [...parts]
  const given = known.map((label): PartRow => {
    const at = others.findIndex((part) => alike(part.label, label))
    const [own] = at < 0 ? [] : others.splice(at, 1)
    return { label, value: own?.value ?? '', given: true }
  })
  return withSpare({ total, rows: [...given, ...others.map((part) => ({ ...part, given: false }))] })
}

/** The rows that are kept: a known name counts only with a value. */
function toldRows({ rows }: PartRows): { row: PartRow; at: number }[] {
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row: { given, label, value } }) => value.trim() !== '' || (!given && label.trim() !== ''))
}

export function textOfRows(parts: PartRows): string {
  return joinBreakdown({ total: parts.total, parts: toldRows(parts).map(({ row }) => row) })
}

/** What is wrong with the parts of the kept text, by their order in it → by row; `total` stays. */
export function errorsByRow(parts: PartRows, errors: Readonly<Record<string, string>>): Record<string, string> {
  const told = toldRows(parts)
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, message]) => {
      const [, no, which] = /^part\/(\d+)\/(label|value)$/.exec(name) ?? []
      if (no === undefined) return [[name, message]]
      const at = told[Number(no)]?.at
      return at === undefined ? [] : [[`${at}/${which}`, message]]
    }),
  )
}

/** Cells of the rows by their names, `3/value`, `3/label`, `total`, with what is written in them now. */
export function writeCells(parts: PartRows, texts: readonly { cell: string; text: string }[]): PartRows {
  const rows = parts.rows.map((row) => ({ ...row }))
  let { total } = parts
  for (const { cell, text } of texts) {
    const [no, which] = cell.split('/')
    const row = rows[Number(no)]
    if (cell === 'total') total = text
    else if (row && which === 'value') row.value = text
    else if (row && which === 'label') row.label = text
  }
  return withSpare({ total, rows })
}

/** A pasted text that names its parts, in lines or in two columns; null when it does not. */
export function namedParts(pasted: string): { total: string; parts: TypedPart[] } | null {
  if (pasted.includes('\t')) {
    const block = readBlock(pasted).filter((cells) => cells.some((cell) => cell.trim() !== ''))
    const named = block.every(
      ([label = '', value, ...more]) => /\p{L}/u.test(label) && value !== undefined && !more.length,
    )
    if (!named) return null
    return { total: '', parts: block.map(([label = '', value = '']) => ({ label: label.trim(), value: value.trim() })) }
  }
  const read = splitBreakdown(pasted)
  return read.parts.length > 0 && read.parts.every(({ label, value }) => label && value) ? read : null
}

/** Puts named parts where they belong: into the row of that name, else into a new one. What is not named stays. */
export function mergeParts(before: PartRows, named: { total: string; parts: readonly TypedPart[] }): PartRows {
  const rows = before.rows.filter((row) => row.given || !isEmpty(row)).map((row) => ({ ...row }))
  for (const part of named.parts) {
    const own = rows.find(({ label }) => alike(label, part.label))
    if (own) own.value = part.value
    else rows.push({ ...part, given: false })
  }
  return withSpare({ total: named.total || before.total, rows })
}

function withSpare({ total, rows }: PartRows): PartRows {
  const empty = [...rows].reverse().findIndex((row) => row.given || !isEmpty(row))
  const free = empty < 0 ? rows.length : empty
  const more = Math.min(spare - free, most - rows.length)
  return {
    total,
    rows: [...rows, ...Array.from({ length: Math.max(0, more) }, () => ({ label: '', value: '', given: false }))],
  }
}
