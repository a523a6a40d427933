/** What every page of a project needs to know of it. */
export type ProjectHeader = {
  id: string
  key: string
  name: string
  organisationId: string
  organisationName: string
  programme: { name: string; shortName: string; funder: string; statement: { fi: string; sv: string; en: string } }
  periods: PeriodHeader[]
  /** Highest score of a risk's probability and impact */
  riskScale: number
}

export type PeriodHeader = {
  id: string
  key: string
  from: string
  to: string
  dueOn: string | null
  closesOn: string | null
  state: 'planned' | 'open' | 'published'
}
