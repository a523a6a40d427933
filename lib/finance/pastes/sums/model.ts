import { compare, sum } from '@/lib/values/decimal'

const sumWords = [
  'yhteensä',
  'yht',
  'summa',
  'välisumma',
  'loppusumma',
  'kokonaissumma',
  'totalt',
  'sammanlagt',
  'delsumma',
  'slutsumma',
  'total',
  'subtotal',
  'grand total',
  'sum',
]

/**
 * Whether a row of a pasted sheet only sums up others: "Yhteensä", "Palkat yhteensä". Taken in as a row of its own it would
 * count the same money twice.
 */
export function isSumRow(cells: readonly string[], amountAt: number): boolean {
  return cells.some((cell, at) => at !== amountAt && isSumWord(cell))
}

function isSumWord(cell: string): boolean {
  const plain = cell.toLowerCase().replace(/[\s.:€]+$/, '')
  return sumWords.includes(plain) || plain.startsWith('yhteensä ') || plain.endsWith(' yhteensä')
}

type SummedRow = { sums: boolean; amount: string | null }

/**
 * What the rows that a row of sums stands for come to, when that is not what it says; null when they agree or nothing can
 * be said, because an amount is missing. It may stand for the rows since the one before, for all so far, or for the whole table.
 */
export function sumThatDiffers(rows: readonly SummedRow[], at: number): string | null {
  const said = rows[at]?.amount ?? null
  const before = rows.findLastIndex(({ sums }, index) => sums && index < at)
  const all = amountsOf(rows)
  const [since, soFar] = [amountsOf(rows.slice(before + 1, at)), amountsOf(rows.slice(0, at))]
  if (said === null || all.includes(null)) return null
  const totals = [soFar, since, all].flatMap((amounts) => (amounts.length > 0 ? (sum(amounts).total ?? []) : []))
  return totals.some((total) => compare(total, said) === 0) ? null : (totals[0] ?? null)
}

const amountsOf = (rows: readonly SummedRow[]): (string | null)[] =>
  rows.flatMap(({ sums, amount }) => (sums ? [] : [amount]))
