import { type PartialSum, partialSum } from '@/lib/finance/model'

/** What a line of a table belongs to. Two parts may bear one name; `key` tells them apart. */
export type NamedPart = { key: string; name: string }

/** One amount of a table by part, row and year. Null amount: unknown; null year: not told. */
export type YearItem = { part: NamedPart; row: string; year: number | null; amount: string | null }

/** Null: nothing is written there at all, which is neither zero nor unknown. */
export type YearCells = (PartialSum | null)[]

type YearRow = { key: string; cells: YearCells; total: PartialSum }
type YearPart = NamedPart & { rows: YearRow[]; cells: YearCells; total: PartialSum }

/** Parts and their rows in the order in which they first appear; years in order, those not told last. */
export type YearTable = { years: (number | null)[]; parts: YearPart[]; cells: YearCells; total: PartialSum }

/** Sums by part, by row and by year, each with how many amounts it lacks. Exact decimals throughout. */
export function yearTable(items: readonly YearItem[]): YearTable {
  const known = [...new Set(items.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const years = items.some(({ year }) => year === null) ? [...known, null] : known
  const parts = grouped(items, ({ part }) => part.key).map(([key, own]) => ({
    key,
    name: own[0]?.part.name ?? key,
    rows: grouped(own, ({ row }) => row).map(([row, cells]) => ({ key: row, ...sums(cells, years) })),
    ...sums(own, years),
  }))
  return { years, parts, ...sums(items, years) }
}

function sums(items: readonly YearItem[], years: readonly (number | null)[]): { cells: YearCells; total: PartialSum } {
  const cells = years.map((year) => {
    const own = items.filter((item) => item.year === year)
    return own.length === 0 ? null : partialSum(own.map(({ amount }) => amount))
  })
  return { cells, total: partialSum(items.map(({ amount }) => amount)) }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}
