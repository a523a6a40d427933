// Shapes of kkk2.json and kkk2-narrative.json. null means unknown, never zero; a missing key: the source says nothing.

export type Written = { value: number | null; as_written?: string; note?: string; basis?: string }

export type TargetFact = {
  value?: number | string | null
  text?: string
  period?: string | null
  period_as_written?: string
  operator?: string
  source?: string
  as_written?: string
  definition?: string
  unit?: string
}

export type CellFact = { label: string; value: number | null }

export type BaselineFact = {
  period: string | null
  period_as_written?: string
  value: number | null
  as_written?: string
  n?: number
  note?: string
  breakdown?: CellFact[]
  comparison?: { label: string; value: number }
}

export type MeasurementFact = {
  period_as_written: string | null
  period: string | null
  value: number | boolean | null
  value_text?: string
  n: number | null
  note?: string
  scope?: string
  period_basis?: string
  breakdown?: CellFact[]
}

export type MetricFact = {
  id: string
  name: string
  unit: string | null
  kind: string
  direction: string | null
  source: string
  target: TargetFact | null
  baseline: BaselineFact | null
  measurements: MeasurementFact[]
  action_no?: number
  see_metric_of?: string
  horizon?: string
  flag?: string
  note?: string
}

export type NationalActualFact = {
  period: string
  period_as_written: string
  value: number | string
  as_written?: string
  who: string
  source: string
  meets_final_target: boolean | null
  flag?: string
  change?: { value: number; unit_as_written: string; base_period: string; ambiguous: string }
}

export type NationalIndicatorFact = {
  name: string
  unit: string | null
  kind: string
  direction?: string
  interim_targets: TargetFact[]
  final_target: TargetFact
  superseded_targets?: TargetFact[]
  alternative_final_targets?: TargetFact[]
  baseline?: { period: string; value: number }
  actuals: NationalActualFact[]
  clarifications: string[]
}

export type InvestmentFact = {
  pillar: string
  code: string
  code_as_written: string | null
  is_pseudo?: boolean
  note?: string
  official_title: string
  title_variants?: string[]
  sub_areas: {
    code: string
    code_as_written: string
    official_title: string
    budget: number | null
    budget_as_written: string
    note?: string
  }[]
  national_indicators: NationalIndicatorFact[]
}

export type LinkFact = { label: string; url: string; note?: string }

export type ActionFactRow = {
  id: string
  no: number
  no_as_written: string
  title: string
  status: string
  status_as_written?: string
  planned: string | null
  started: string | null
  done: string | null
  section?: string
  flag?: string
  facts: string[]
}

export type WorkPackageFact = {
  id: string
  level: 'plan' | 'stream'
  parent_id: string | null
  code_as_in_plan: string | null
  title_plan: string | null
  title_deck: string | null
  pillar: string
  investment: string
  sub_area: string
  service_area: { areas: string[]; units: string[]; basis: string; note?: string }
  responsible_role: string
  schedule: { text: string; start: string; end: string; note?: string }
  cost_estimate: Written
  status: string
  status_as_written: string | null
  objective_facts: string[]
  plan_actions: { no_as_written: string | null; title: string }[]
  actions: ActionFactRow[]
  outputs: string[]
  metrics: MetricFact[]
  next_steps: string[]
  deviations: { type: string; text: string }[]
  toimintamallit: { name: string; url: string | null; note?: string }[]
  links: LinkFact[]
  covers: string[]
  reported_in: string[]
  deck_slides: number[]
  children: string[]
  procurement_ids: string[]
  procurement_total_eur: number
}

export type TableCellFact = string | number | null | Record<string, number | null>

export type TableFact = {
  id: string
  workpackage_id: string
  slide: number | string
  kind: string
  title: string
  columns: { key: string; title: string; unit?: string; period?: string }[]
  rows: Record<string, TableCellFact>[]
  notes: string[]
}

export type PurchaseFact = {
  id: string
  investment: string
  table: number
  title: string
  cost_eur: number | null
  cost_as_written: string
  workpackage_id: string | null
  workpackage_basis: string | null
  note?: string
  flag?: string
}

export type CommunicationFact = {
  no: number
  topic: string
  what: string[]
  done: string[]
  planned: string[]
  status: string
  channels: string[]
  date?: string
  date_as_written?: string
}

export type Kkk2 = {
  _meta: {
    sources: { key: string; title: string; note: string }[]
    language: string
    personal_names: string
    id_note: string
    normalisation: Record<string, string>
    date_note: string
  }
  project: {
    name: string
    organisation: string
    programme: string
    programme_note: string
    period: { text: string; start: string; end: string; basis: string }
    predecessor: string
    total_cost: { value: number; currency: string; as_written: string }
    goals: { no: number; pillar: string; text: string }[]
    target_groups: { pillar: string; no: number; text: string; age_min?: number; age_max?: number }[]
    staffing: Record<string, string | number>
    steering_group: string
    communication_main_message: string
    newsletter_per_year: number
    effects: { goal: string; outcome: string; impact: string }[]
    reporting_round: Record<string, string>
  }
  pillars: { code: string; official_title: string; investments: string[] }[]
  investments: InvestmentFact[]
  budget_table: {
    source: string
    rows: {
      no: number
      pillar: string
      investment: string | null
      sub_area: string
      sub_area_code: string
      cost_eur: number | null
      as_written: string
    }[]
    stated_total_eur: number
    stated_total_as_written: string
    mismatches: { level: string; code?: string; explanation: string }[]
    observations: { text: string; workpackage_id: string | null }[]
  }
  workpackages: WorkPackageFact[]
  plan_changes: {
    no: number
    investment: string
    workpackage: string
    workpackage_id: string
    title: string
    decided: { as_written: string; normalised: string }[]
  }[]
  plan_changes_summary: { in_preparation_as_written: string }
  procurements: {
    lines: PurchaseFact[]
    reservations: { investment: string; amount_eur: number; as_written: string; note: string }[]
    comments: { investment: string; text: string }[]
    notes: string[]
  }
  risks: {
    no: number
    description: string
    probability: number
    impact: number
    points_as_written: number
    mitigation: string
    owner_roles: string[]
  }[]
  communications: { responsible_role: string; rows: CommunicationFact[] }
  ended_workpackages: {
    workpackage_id: string
    title: string
    ended: string
    ended_as_written: string
    outputs: string[]
    links: LinkFact[]
    links_without_url: number
    summary: string
  }[]
  also_marked_done: { workpackage_id: string; status_as_written: string; source: string; scope?: string }[]
  tables: TableFact[]
  organisation: {
    units: { service_area: string; units: string[] }[]
    tiles: {
      slide: number
      service_area: string
      unit: string | null
      text: string
      status_as_written: string | null
      workpackage_ids: string[]
      note?: string
    }[]
  }
  deck_slides: { no: number; title: string; type: string }[]
}

export type ReportFact = {
  workpackage_id: string
  period: string
  scope: 'full' | 'rollup' | 'ended' | 'not_reported' | 'earlier_facts'
  overall_status: 'green' | 'yellow' | 'red' | null
  status_reason: string
  what_is_going_on: { action_no: number | null; text: string }[]
  results: string
  next_steps: string | null
  deviations?: string
  derived_figures?: string[]
  note?: string
}

export type Kkk2Narrative = {
  _meta: {
    language: string
    written: string
    status_rule: string
    rollup_rule: string
    scope_values: Record<string, string>
  }
  reports: ReportFact[]
}
