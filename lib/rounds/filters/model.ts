import { type Round, type RoundRow, roundLightOf, roundLights, type UnitState } from '@/lib/rounds/model'
import { reportStates } from '@/lib/status-reports/model'

/** What the list of a round shows; an empty value shows all. Lives in the address of the page. */
export type RoundFilter = { state: string; light: string; investment: string; who: string; text: string }

const everything: RoundFilter = { state: '', light: '', investment: '', who: '', text: '' }

export type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; a value that is not on offer is left out. */
export function readFilter(given: Given): RoundFilter {
  const one = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) ?? ''
  }
  const known = (value: string, offered: readonly string[]) => (offered.includes(value) ? value : '')
  return {
    state: known(one('state'), [...reportStates, 'no_report', 'late', 'waiting', 'open']),
    light: known(one('light'), roundLights),
    investment: one('investment'),
    who: one('who'),
    text: one('text'),
  }
}

/** The filter as the round offers it: none by light where the project uses none, whatever its address says. */
export function offeredFilter({ usesLights }: Pick<Round, 'usesLights'>, filter: RoundFilter): RoundFilter {
  return usesLights ? filter : { ...filter, light: '' }
}

/** The query part of the address of a filter: "" or "?state=draft&light=red". */
export function filterQuery(filter: Partial<RoundFilter>): string {
  const given = Object.entries({ ...everything, ...filter }).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

const unfinished: readonly UnitState[] = ['no_report', 'not_started', 'draft', 'returned']

/** Rows that the filter lets through, in their order. */
export function filterRows(rows: readonly RoundRow[], filter: RoundFilter): RoundRow[] {
  const text = filter.text.toLowerCase()
  return rows.filter(
    (row) =>
      isInState(row, filter.state) &&
      (filter.light === '' || roundLightOf(row) === filter.light) &&
      (filter.investment === '' || row.investment?.id === filter.investment) &&
      (filter.who === '' || row.coordinators.includes(filter.who)) &&
      (text === '' || `${row.code ?? ''} ${row.title}`.toLowerCase().includes(text)),
  )
}

function isInState(row: RoundRow, wanted: string): boolean {
  if (wanted === '') return true
  if (wanted === 'late') return row.late
  if (wanted === 'waiting') return row.state === 'submitted' || row.state === 'in_review'
  if (wanted === 'open') return unfinished.includes(row.state)
  return row.state === wanted
}
