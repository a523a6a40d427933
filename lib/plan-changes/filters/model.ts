import { type PlanChangeRow, type PlanChangeState, planChangeStates } from '@/lib/plan-changes/model'

/** What the list of plan changes shows; lives in the address of the page. Empty values show all. */
export type PlanChangeFilter = { state: PlanChangeState | ''; unit: string; text: string }

export type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; what is not on offer is left out. */
export function readPlanChangeFilter(given: Given): PlanChangeFilter {
  const one = (name: string) => [given[name] ?? []].flat()[0]?.trim().slice(0, 200) ?? ''
  return {
    state: planChangeStates.find((state) => state === one('state')) ?? '',
    unit: one('unit'),
    text: one('text'),
  }
}

/** The query part of the address of a filter, empty for the plain one. Round trip with `readPlanChangeFilter`. */
export function planChangeQuery(filter: PlanChangeFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Changes that the filter lets through, in their order. */
export function filterPlanChanges<T extends PlanChangeRow>(changes: readonly T[], filter: PlanChangeFilter): T[] {
  const text = filter.text.toLowerCase()
  return changes.filter(
    (change) =>
      (filter.state === '' || change.state === filter.state) &&
      (filter.unit === '' || change.workPackageId === filter.unit) &&
      (text === '' ||
        [change.title, change.what, change.why].some((part) => part?.toLowerCase().includes(text) === true)),
  )
}
