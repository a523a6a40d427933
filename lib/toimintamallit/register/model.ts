import { type Gap, gaps, gapsOf, type TaggedInvestment } from '@/lib/toimintamallit/gaps/model'
import { isDescribed, type ToimintamalliRow, takenInto, type UseState, useStates } from '@/lib/toimintamallit/model'
import type { FormatLocale } from '@/lib/values/intl'
import { collator } from '@/lib/values/sort'

/** A model as the register reads it; `isOwnUnit`: the viewer reports for its work package. */
export type RegisterModel = ToimintamalliRow & { evidence: number; isOwnUnit: boolean }

/** A model in the register, with what the plan tells of its place. */
export type RegisterRow = RegisterModel & {
  unit: { id: string; title: string } | null
  investments: PlacedInvestment[]
  gaps: Gap[]
}

export type PlacedInvestment = TaggedInvestment & { id: string; label: string }

/** A place in the plan: where the work packages lie and which investment each belongs to. */
export type Plan = {
  units: readonly { id: string; title: string; investments: readonly PlacedInvestment[] }[]
  investments: readonly PlacedInvestment[]
  /** Ids of the investments among which the place of a model is chosen */
  offered: readonly string[]
}

/** Rows of the register. A model without investments of its own has those of its work package. */
export function registerRows(
  models: readonly RegisterModel[],
  { units, investments }: Omit<Plan, 'offered'>,
): RegisterRow[] {
  return models.map((model) => {
    const unit = units.find(({ id }) => id === model.workPackageId)
    const own = investments.filter(({ id }) => model.investmentIds.includes(id))
    const placed = own.length > 0 ? own : [...(unit?.investments ?? [])]
    const surroundings = { investments: placed, evidence: model.evidence }
    return {
      ...model,
      unit: unit ? { id: unit.id, title: unit.title } : null,
      investments: placed,
      gaps: gapsOf(model, surroundings),
    }
  })
}

export const registerSorts = ['register', 'name', 'unit', 'gaps'] as const
export type RegisterSort = (typeof registerSorts)[number]

export const answers = [...useStates, 'unknown'] as const
export type Answer = (typeof answers)[number]

/** What the list shows; an empty value shows all. Lives in the address of the page. */
export type RegisterFilter = {
  investment: string
  unit: string
  piloted: '' | Answer
  stayed: '' | Answer
  gap: '' | 'any' | 'none' | Gap
  text: string
  sort: RegisterSort
}

export const everyRow: RegisterFilter = {
  investment: '',
  unit: '',
  piloted: '',
  stayed: '',
  gap: '',
  text: '',
  sort: 'register',
}

type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; a value that is not on offer is left out. */
export function readRegisterFilter(given: Given): RegisterFilter {
  const one = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) ?? ''
  }
  const known = <T extends string>(value: string, offered: readonly T[]): T | '' =>
    offered.find((offer) => offer === value) ?? ''
  return {
    investment: one('investment'),
    unit: one('unit'),
    piloted: known(one('piloted'), answers),
    stayed: known(one('stayed'), answers),
    gap: known(one('gap'), ['any', 'none', ...gaps]),
    text: one('text'),
    sort: known(one('sort'), registerSorts) || 'register',
  }
}

/** The query part of the address of a filter: "" or "?piloted=unknown&sort=gaps". */
export function registerQuery(filter: RegisterFilter): string {
  const given = Object.entries(filter).filter(
    ([name, value]) => value !== '' && !(name === 'sort' && value === 'register'),
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Rows that the filter lets through, in the order it asks for. */
export function filterRegister(
  rows: readonly RegisterRow[],
  filter: RegisterFilter,
  locale: FormatLocale,
): RegisterRow[] {
  const text = filter.text.toLowerCase()
  const answer = (wanted: string, state: UseState | null) => wanted === '' || wanted === (state ?? 'unknown')
  const shown = rows.filter(
    (row) =>
      (filter.investment === '' || row.investments.some(({ id }) => id === filter.investment)) &&
      (filter.unit === '' || (row.unit?.id ?? 'none') === filter.unit) &&
      answer(filter.piloted, row.piloted) &&
      answer(filter.stayed, row.stayedInUse) &&
      hasGap(row, filter.gap) &&
      (text === '' || row.name.toLowerCase().includes(text)),
  )
  return sorted(shown, filter.sort, locale)
}

function hasGap({ gaps: own }: RegisterRow, wanted: RegisterFilter['gap']): boolean {
  if (wanted === '') return true
  if (wanted === 'any' || wanted === 'none') return own.length > 0 === (wanted === 'any')
  return own.includes(wanted)
}

function sorted(rows: RegisterRow[], sort: RegisterSort, locale: FormatLocale): RegisterRow[] {
  const order = collator(locale)
  if (sort === 'name') return rows.toSorted((a, b) => order.compare(a.name, b.name))
  if (sort === 'unit') return rows.toSorted((a, b) => order.compare(a.unit?.title ?? '', b.unit?.title ?? ''))
  return sort === 'gaps' ? rows.toSorted((a, b) => b.gaps.length - a.gaps.length) : rows
}

/** How many answer what; unknown is counted as unknown and never as "no". */
export type AnswerCounts = Record<Answer, number>

export type Funnel = {
  all: number
  described: AnswerCounts
  piloted: AnswerCounts
  taken: AnswerCounts
  stayed: AnswerCounts
}

/** From described through piloted and taken into use to stayed in use. */
export function registerFunnel(rows: readonly ToimintamalliRow[]): Funnel {
  const described = (row: ToimintamalliRow): UseState | null => {
    const told = isDescribed(row)
    return told === null ? null : told ? 'yes' : 'no'
  }
  return {
    all: rows.length,
    described: countAnswers(rows.map(described)),
    piloted: countAnswers(rows.map((row) => row.piloted)),
    taken: countAnswers(rows.map(takenInto)),
    stayed: countAnswers(rows.map((row) => row.stayedInUse)),
  }
}

function countAnswers(given: readonly (UseState | null)[]): AnswerCounts {
  const counts: AnswerCounts = { yes: 0, partly: 0, no: 0, unknown: 0 }
  for (const one of given) counts[one ?? 'unknown'] += 1
  return counts
}
