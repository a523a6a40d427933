import { planChangesAddress } from '@/lib/projects/addresses'

export const planChangeAddress = (projectKey: string, changeId: string): string =>
  `${planChangesAddress(projectKey)}/${changeId}`

export const editPlanChangeAddress = (projectKey: string, changeId: string): string =>
  `${planChangeAddress(projectKey, changeId)}/edit`

/** Where a change is proposed; with a report, from what the report says. */
export function proposalAddress(projectKey: string, reportId: string | null = null): string {
  const page = `${planChangesAddress(projectKey)}/new`
  return reportId === null ? page : `${page}?report=${encodeURIComponent(reportId)}`
}

/** The report that an address of a proposal names; null when it names none. */
export function proposingReport(query: { report?: string | string[] }): string | null {
  return typeof query.report === 'string' && query.report !== '' ? query.report : null
}

/** Where one effect on the budget is written; `new` begins another one. */
export function effectAddress(projectKey: string, changeId: string, effectId: string | 'new'): string {
  return `${planChangeAddress(projectKey, changeId)}/effects/${effectId}`
}
