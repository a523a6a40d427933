import { type PurchaseRow, vatBases } from '@/lib/finance/model'
import { compare } from '@/lib/values/decimal'
import type { FormatLocale } from '@/lib/values/intl'
import { collator } from '@/lib/values/sort'

export const purchaseSorts = ['no', 'title', 'supplier', 'amount', 'decided'] as const
export type PurchaseSort = (typeof purchaseSorts)[number]

/** What the register shows, and in which order; an empty value shows all. Lives in the address of the page. */
export type PurchaseFilter = {
  investment: string
  package: string
  period: string
  /** known, unknown */
  amount: string
  vat: string
  size: string
  text: string
  sort: PurchaseSort
  order: 'ascending' | 'descending'
}

const everything: PurchaseFilter = {
  investment: '',
  package: '',
  period: '',
  amount: '',
  vat: '',
  size: '',
  text: '',
  sort: 'no',
  order: 'ascending',
}

type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; a value that is not on offer is left out. */
export function readPurchaseFilter(given: Given): PurchaseFilter {
  const one = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) ?? ''
  }
  const known = (value: string, offered: readonly string[]) => (offered.includes(value) ? value : '')
  return {
    investment: one('investment'),
    package: one('package'),
    period: one('period'),
    amount: known(one('amount'), ['known', 'unknown']),
    vat: known(one('vat'), [...vatBases, 'unknown']),
    size: known(one('size'), ['small', 'other']),
    text: one('text'),
    sort: purchaseSorts.find((sort) => sort === one('sort')) ?? 'no',
    order: one('order') === 'descending' ? 'descending' : 'ascending',
  }
}

/** The query part of the address of a filter: "" or "?investment=…&sort=amount". */
export function purchaseQuery(filter: Partial<PurchaseFilter>): string {
  const whole = Object.entries({ ...everything, ...filter })
  const given = whole.filter(([name, value]) => value !== everything[name as keyof PurchaseFilter])
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** The same filter sorted by a column; by the same column again the other way round. */
export function sortedQuery(filter: PurchaseFilter, sort: PurchaseSort): string {
  const turned = filter.sort === sort && filter.order === 'ascending'
  return purchaseQuery({ ...filter, sort, order: turned ? 'descending' : 'ascending' })
}

/** Rows that the filter lets through, in its order. `branch`: an investment with everything under it. */
export function filterPurchases(
  rows: readonly PurchaseRow[],
  filter: PurchaseFilter,
  branch: ReadonlySet<string>,
  locale: FormatLocale,
): PurchaseRow[] {
  const text = filter.text.toLowerCase()
  const isPaidBy = ({ investmentId, shares }: PurchaseRow) =>
    [investmentId, ...shares.map((part) => part.investmentId)].some((id) => id !== null && branch.has(id))
  const found = rows.filter(
    (row) =>
      (filter.investment === '' || (filter.investment === 'none' ? row.investmentId === null : isPaidBy(row))) &&
      (filter.package === '' || (row.workPackageId ?? 'none') === filter.package) &&
      (filter.period === '' || (row.periodId ?? 'none') === filter.period) &&
      (filter.amount === '' || (row.amount === null) === (filter.amount === 'unknown')) &&
      (filter.vat === '' || (row.vatBasis ?? 'unknown') === filter.vat) &&
      (filter.size === '' || row.isSmall === (filter.size === 'small')) &&
      (text === '' || wordsOf(row).includes(text)),
  )
  const order = orders(locale)[filter.sort]
  const sorted = filter.sort === 'no' ? found : found.sort(order)
  return filter.order === 'descending' ? sorted.reverse() : sorted
}

function wordsOf(row: PurchaseRow): string {
  const { sourceId, title, supplier, contract, caseNumber, note, contractors } = row
  const names = contractors.map(({ name, businessId }) => `${name} ${businessId ?? ''}`)
  return [sourceId, title, supplier, contract, caseNumber, note, ...names].filter(Boolean).join(' ').toLowerCase()
}

type Order = (a: PurchaseRow, b: PurchaseRow) => number

/** What is not told comes last. */
function orders(locale: FormatLocale): Record<PurchaseSort, Order> {
  const names = collator(locale)
  const told = <T>(read: (row: PurchaseRow) => T | null, order: (a: T, b: T) => number): Order => {
    return (a, b) => {
      const [one, other] = [read(a), read(b)]
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      return order(one, other)
    }
  }
  return {
    no: () => 0,
    title: (a, b) => names.compare(a.title, b.title),
    supplier: told((row) => row.supplier, names.compare),
    amount: told((row) => row.amount, compare),
    decided: told((row) => row.decidedOn, names.compare),
  }
}
