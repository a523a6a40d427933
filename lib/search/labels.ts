import type { SearchKind, SearchState } from '@/lib/search/model'

/** Heading of each group of what was found. */
export const searchKindLabels: Record<SearchKind, string> = {
  page: 'search.kind.page',
  project: 'search.kind.project',
  work_package: 'search.kind.workPackage',
  indicator: 'search.kind.indicator',
  toimintamalli: 'search.kind.toimintamalli',
  risk: 'search.kind.risk',
  decision: 'search.kind.decision',
  meeting: 'search.kind.meeting',
  purchase: 'search.kind.purchase',
  plan_change: 'search.kind.planChange',
  section: 'search.kind.section',
}

/** What is said where nothing is shown. */
export const searchStateLabels: Record<Exclude<SearchState, 'found'>, string> = {
  empty: 'search.state.empty',
  short: 'search.state.short',
  none: 'search.state.none',
  busy: 'search.state.busy',
}
