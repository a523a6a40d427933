// Shapes of the parts of syli.json that the demo data uses. null means unknown, never zero.
import type { FactValue } from '@/lib/final-report/check/file/values/model'

export type SyliIndicatorFact = {
  id: string
  name: string
  workpackage_or_section: string
  unit: string
  target: { value: number | string | null; direction: string; text: string } | null
  baseline: {
    value: number | { min: number; max: number } | { gt: number } | null
    period: string
    text?: string
  } | null
  measurements: {
    period: string
    normalised_period: { start: string | null; end: string | null }
    value: FactValue
    n: number | null
    note: string | null
    area?: string
  }[]
  disaggregation: string[] | null
  source: string | null
  table_label: string | null
  figure_label: string | null
  target_met: string | null
  line: string
  note: string | null
}

export type SyliToimintamalliFact = {
  name: string
  investments: string[]
  workpackage: string | null
  innokyla_url: string | null
  innokyla_url_in_table_4_2: string | null
  innokyla_url_in_section: string | null
  described_in_innokyla: boolean | null
  in_table_4_2: boolean
  table_line: string | null
  piloted: string | null
  stayed_in_use: string | null
  status_text: string | null
  goals_stated: string[]
  goal_met: 'yes' | 'partly' | 'no' | 'unknown'
  goal_met_basis: string
  line_range: string
  section_id: string
  section_title: string | null
  key_results: string[]
  note: string | null
}

export type SyliDecisionFact = {
  meeting: string
  document_type: string
  date: string | null
  date_as_written?: string | null
  time?: string | null
  place?: string | null
  participants?: { role_title: string; organisation: string; present: boolean; note: string | null }[]
  agenda_item: string
  background?: string | null
  discussion_topics?: string[]
  proposal: string | null
  decision: string | null
  related_to: string | null
}

export type Syli = {
  project: {
    name: string
    name_variants_in_text: string[]
    organisation: string
    programme: string
    pillar: string
    investments_reported: string[]
    investments_mentioned_but_not_reported: string[]
    predecessor: string
    report_type: string
    period: { as_found: string[]; explicit_start_date: null; explicit_end_date: null; note: string }
    identifiers: Record<string, string>
    page_count_of_report: number
    pages_in_text: string
    total_budget: null
    funding_facts: {
      fact: string
      line: string | null
      section?: string
      amount_eur?: number
      approx?: boolean
      vat?: string
    }[]
    vulnerable_groups_named: string[]
    summary_facts: { text: string; line: string; kind?: string }[]
  }
  structure: { id: string; title_or_question: string; investment: string | null; kind: string }[]
  toimintamallit: SyliToimintamalliFact[]
  workpackages: {
    code: string
    title: string
    investment: string
    under_question: string
    line: string
    rows_in_table_4_2: number
    report_sections: number
    note?: string
  }[]
  indicators: SyliIndicatorFact[]
  decisions: SyliDecisionFact[]
  decisions_in_narrative: { decision: string; when: string | null; section: string }[]
}
