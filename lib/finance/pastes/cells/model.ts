import type { ActualInput } from '@/lib/finance/actuals/schema'
import { fundingSources } from '@/lib/finance/model'
import type { PasteGround } from '@/lib/finance/pastes/model'
import { readAmount } from '@/lib/finance/schema'
import { parseTime } from '@/lib/values/parse-time'

/** What a column of a pasted table can hold. */
export const pasteColumns = ['investment', 'package', 'period', 'amount', 'costType', 'source', 'asOf', 'note'] as const
export type PasteColumn = (typeof pasteColumns)[number]

/** Why a cell was not understood; each has its sentence, which repeats the cell. */
export type CellError =
  | 'amountMissing'
  | 'amount'
  | 'thousands'
  | 'decimals'
  | 'tooLarge'
  | 'investment'
  | 'investmentTwice'
  | 'package'
  | 'packageTwice'
  | 'period'
  | 'source'
  | 'day'
  | 'tooLong'
  | 'sums'

type Read = Partial<Omit<ActualInput, 'projectId'>> | { error: CellError }

/** What a cell says, for the column it stands in. An empty cell says nothing, but an amount must be there. */
export function readCell(column: PasteColumn, cell: string, ground: PasteGround): Read {
  if (cell === '' && column !== 'amount') return {}
  return readers[column](cell, ground)
}

const readers: Record<PasteColumn, (cell: string, ground: PasteGround) => Read> = {
  amount: (cell) => {
    if (cell === '') return { error: 'amountMissing' }
    const read = readAmount(cell)
    return 'amount' in read
      ? { amount: read.amount, amountAsWritten: cell }
      : { error: read.error.replace('finance.error.', '') as CellError }
  },
  investment: (cell, { investments }) => {
    const found = named(investments, cell)
    return found.length === 1 ? { investmentId: found[0]?.id ?? null } : { error: missing(found, 'investment') }
  },
  package: (cell, { packages }) => {
    const found = named(packages, cell)
    return found.length === 1 ? { workPackageId: found[0]?.id ?? null } : { error: missing(found, 'package') }
  },
  period: (cell, { periods }) => {
    const found = named(periods, cell)
    return found[0] ? { periodId: found[0].id } : { error: 'period' }
  },
  source: (cell, { sources }) => {
    const found = fundingSources.find((source) => sources[source].includes(cell.toLowerCase()))
    return found ? { fundingSource: found } : { error: 'source' }
  },
  asOf: (cell) => {
    const time = parseTime(cell)
    const day = time.ok && time.value.from === time.value.to ? time.value.from : null
    return day ? { asOf: day } : { error: 'day' }
  },
  costType: (cell) => (cell.length > 300 ? { error: 'tooLong' } : { costType: cell }),
  note: (cell) => (cell.length > 5000 ? { error: 'tooLong' } : { note: cell }),
}

const missing = (found: readonly unknown[], what: 'investment' | 'package'): CellError =>
  found.length === 0 ? what : `${what}Twice`

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** Those that go by this name, in whatever letters and dashes it is written. */
function named<T extends { names: readonly string[] }>(things: readonly T[], cell: string): T[] {
  const wanted = plain(cell)
  return things.filter(({ names }) => names.some((name) => plain(name) === wanted))
}
