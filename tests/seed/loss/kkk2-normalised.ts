// Leaves of kkk2.json and kkk2-narrative.json that are no column of their own, each with its reason.
import type { Normalised } from './check'
import type { NamedLists } from './leaves'

const counted: Normalised = { reason: 'a count, counted again from the rows', rebuilt: true }
const computed: Normalised = { reason: 'a sum or comparison, computed again by our own calculation', rebuilt: true }
const listed: Normalised = { reason: 'a list of values in use, gathered again from the rows', rebuilt: true }
const repeated: Normalised = { reason: 'told a second time; kept once and shown where it is needed', rebuilt: true }
const inverse: Normalised = { reason: 'the other end of a reference', rebuilt: true }

export const kkk2Normalised: Record<string, Normalised> = {
  '_meta.counts.*': counted,
  '_meta.status_values[]': listed,
  '_meta.action_status_values[]': listed,
  '_meta.metric_kinds[]': listed,
  '_meta.directions[]': listed,
  '_meta.metric_source_values[]': listed,
  'budget_table.computed.sub_area_checks[].note': {
    reason: 'says in words what the line\'s "not in the project" says',
    rebuilt: false,
  },
  'budget_table.computed.*': computed,
  'budget_table.mismatches[].line_eur': computed,
  'budget_table.mismatches[].workpackages_eur': computed,
  'budget_table.mismatches[].difference_eur': computed,
  'tables[].totals_computed.*': computed,
  'procurements.sums_by_investment.*': computed,
  'procurements.total_eur': computed,
  'procurements.lines_total': counted,
  'workpackages[].procurement_total_eur': computed,
  'risks[].points_computed': computed,
  'risks[].points_match': computed,
  'plan_changes_summary.distinct_changes': counted,
  'plan_changes_summary.decision_dates': counted,
  'procurements.flagged[].*': repeated,
  'investments[].sub_areas[].budget': repeated,
  'investments[].sub_areas[].budget_as_written': repeated,
  'project.pillars[]': repeated,
  'workpackages[].children[]': inverse,
  'workpackages[].reported_in[]': inverse,
  'workpackages[].procurement_ids[]': inverse,
}

/** Lists whose order tells nothing; everything else must stand in the source's order. */
export const kkk2Named: NamedLists = {
  ended_workpackages: (item) => String(item.workpackage_id),
  '_meta.status_values': String,
  '_meta.action_status_values': String,
  '_meta.metric_kinds': String,
  '_meta.directions': String,
  '_meta.metric_source_values': String,
}

export const narrativeNormalised: Record<string, Normalised> = { '_meta.counts.*': counted }

export const narrativeNamed: NamedLists = { reports: (item) => `${item.workpackage_id} ${item.period}` }
