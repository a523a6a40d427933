import { type RiskKind, type RiskRow, riskKinds } from '@/lib/risks/model'

/** What the register shows; lives in the address of the page. */
export type RiskFilter = {
  state: 'open' | 'closed' | 'all'
  kind: RiskKind | ''
  /** Key of the period at whose end one looks; empty is now */
  period: string
  /** A role that owns the risk or one of its mitigations */
  owner: string
}

export type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; what is not on offer is left at its plain state. */
export function readRiskFilter(given: Given): RiskFilter {
  const one = (name: string) => [given[name] ?? []].flat()[0]?.trim().slice(0, 200) ?? ''
  const state = one('state')
  return {
    state: state === 'closed' || state === 'all' ? state : 'open',
    kind: riskKinds.find((kind) => kind === one('kind')) ?? '',
    period: /^[\w-]{1,20}$/.test(one('period')) ? one('period') : '',
    owner: one('owner'),
  }
}

/** The query part of the address of a filter, empty for the plain one. Round trip with `readRiskFilter`. */
export function riskQuery(filter: RiskFilter): string {
  const given = Object.entries(filter).filter(
    ([name, value]) => value !== '' && !(name === 'state' && value === 'open'),
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Risks that the filter lets through. What was closed after the day one looks at was open then. */
export function filterRisks<T extends RiskRow>(risks: readonly T[], filter: RiskFilter, lastDay: string | null): T[] {
  const closed = ({ closedOn }: T) => closedOn !== null && (lastDay === null || closedOn <= lastDay)
  return risks.filter(
    (risk) =>
      (filter.state === 'all' || closed(risk) === (filter.state === 'closed')) &&
      (filter.kind === '' || risk.kind === filter.kind) &&
      (filter.owner === '' || ownersOf(risk).includes(filter.owner)),
  )
}

/** Roles that own the risk or one of its mitigations. */
export function ownersOf({ ownerRoles, mitigations }: Pick<RiskRow, 'ownerRoles' | 'mitigations'>): string[] {
  return [...new Set([...ownerRoles, ...mitigations.flatMap(({ ownerRole }) => ownerRole ?? [])])]
}
