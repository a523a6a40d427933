import { systemViewer } from '@/lib/access/viewer'
import { type ImportedReport, importReport } from '@/lib/status-reports/import/commands'
import { stateOf } from './actions.ts'
import type { Kkk2, Kkk2Narrative, ReportFact, WorkPackageFact } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import { kkk2Periods } from './periods.ts'

/** The quarter of the review itself; the statuses of actions are told in it. */
const reviewed: string = kkk2Periods.q3.key

/** Noon in Helsinki of the days after a quarter's end on which its reports came in and were approved. */
const arrivals: Record<string, { written: Date; approved: Date }> = {
  '2025-Q2': { written: new Date('2025-07-08T09:00:00Z'), approved: new Date('2025-07-14T09:00:00Z') },
  '2025-Q3': { written: new Date('2025-10-08T09:00:00Z'), approved: new Date('2025-10-14T09:00:00Z') },
}

/** The reports of the narrative as approved reports. The facts name no writers, so the events have none. */
export function importedReports(
  facts: Kkk2,
  narrative: Kkk2Narrative,
  { ids }: Place,
): (ImportedReport & { unit: string })[] {
  const units = new Map(facts.workpackages.map((unit) => [unit.id, unit]))
  return narrative.reports.map((report) => {
    const unit = units.get(report.workpackage_id)
    const arrival = arrivals[report.period]
    if (!unit || !arrival) throw new Error(`report of ${report.workpackage_id} for ${report.period} has no place`)
    return {
      unit: unit.id,
      unitId: ids('workPackage', unit.id),
      periodId: ids('period', report.period),
      scope: report.scope,
      entries: entriesOf(report, unit, ids),
      derivedFigures: report.derived_figures ?? [],
      note: report.note ?? null,
      events: [
        { type: 'opened', at: arrival.written },
        { type: 'saved', at: arrival.written },
        { type: 'submitted', at: arrival.written },
        { type: 'approved', at: arrival.approved },
      ],
    }
  })
}

function entriesOf(report: ReportFact, unit: WorkPackageFact, ids: Place['ids']) {
  const fields: [string, string | null | undefined][] = [
    ['overall/light', report.overall_status],
    ['overall/reason', report.status_reason],
    ...report.what_is_going_on.map(({ action_no: no, text }): [string, string] => [actionPath(no, unit, ids), text]),
    ...(report.period === reviewed ? stateFields(unit, ids) : []),
    ['results/text', report.results],
    ['nextSteps/text', report.next_steps],
    ['deviations/text', report.deviations],
  ]
  return fields.flatMap(([path, text]) => (text === null || text === undefined ? [] : [{ path, text }]))
}

/** A text about an action that the unit does not list keeps the number it gives. */
function actionPath(no: number | null, unit: WorkPackageFact, ids: Place['ids']): string {
  if (no === null) return 'actions/general/text'
  const action = unit.actions.find((one) => one.no === no)
  return action ? `actions/${ids('action', action.id)}/text` : `actions/no-${no}/text`
}

function stateFields(unit: WorkPackageFact, ids: Place['ids']): [string, string][] {
  return unit.actions.map((action) => [`actions/${ids('action', action.id)}/state`, stateOf(action.status)])
}

/** Takes the reports in and says which report of the reviewed quarter is whose. */
export async function importReports(
  reports: (ImportedReport & { unit: string })[],
  place: Place,
): Promise<Map<string, string>> {
  const viewer = systemViewer('demo-data')
  const reviewedId = place.ids('period', reviewed)
  const made = new Map<string, string>()
  for (const { unit, ...report } of reports) {
    const taken = await importReport(viewer, report)
    if (!taken.ok) throw new Error(`report of ${unit}: ${taken.reason}`)
    if (report.periodId === reviewedId) made.set(unit, taken.value.reportId)
  }
  return made
}
