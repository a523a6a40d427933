import { numberedTitle } from '@/lib/actions/model'
import { type Asked, readValue } from '@/lib/indicators/readings/model'
import { toldLight } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody, SnapshotReport, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import {
  type Comparison,
  compareReports,
  type ReportTold,
  type SectionDifference,
  type Subject,
  type Subjects,
} from '@/lib/status-reports/differences/model'
import type { ToldValue } from '@/lib/status-reports/differences/values/model'

export type PublishedComparison = Comparison & { projectName: string }

/**
 * What changed in one unit between two published periods, from their frozen contents alone. Null when the unit has no
 * approved report in one of them: that is not the same as a report that says nothing.
 */
export function comparePublished(
  before: SnapshotBody,
  after: SnapshotBody,
  unitId: string,
): SectionDifference[] | null {
  const [earlier, later] = [toldIn(before, unitId), toldIn(after, unitId)]
  return earlier && later && compareReports(earlier, later, subjectsOf(before, after, unitId))
}

function toldIn(body: SnapshotBody, unitId: string): ReportTold | null {
  const unit = body.units.find(({ id }) => id === unitId)
  if (!unit?.report) return null
  return {
    light: toldLight(body.project, unit).light,
    texts: textsOf(unit.report),
    states: Object.fromEntries(unit.actions.flatMap(({ id, state }) => (state === null ? [] : [[id, state]]))),
    values: valuesOf(body, unit, unit.report),
  }
}

function textsOf(report: SnapshotReport): Record<string, string> {
  const { reason, results, nextSteps, deviations, planChange, risks } = report
  const alone = {
    'overall/reason': reason,
    'results/text': results,
    'nextSteps/text': nextSteps,
    'deviations/text': deviations,
    'deviations/planChange': planChange,
    'risks/text': risks,
  }
  const texts: [string, string | undefined][] = [
    ...Object.entries(alone).map(([path, told]): [string, string | undefined] => [path, told?.text]),
    ...report.actions.map(({ actionId, actionNo, text }): [string, string | undefined] => [
      `actions/${actionId ?? (actionNo === null ? 'general' : `no-${actionNo}`)}/text`,
      text?.text,
    ]),
    ...report.toimintamallit.map((told): [string, string] => [
      `toimintamallit/${told.toimintamalliId}/change`,
      told.text,
    ]),
    ...report.indicators.map((told): [string, string] => [`indicators/${told.indicatorId}/${told.field}`, told.text]),
  ]
  return Object.fromEntries(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])))
}

/** The measurements that the report made; what was typed where it made none. */
function valuesOf(body: SnapshotBody, { id }: SnapshotUnit, report: SnapshotReport): ReportTold['values'] {
  const own = body.indicators.filter(({ workPackageId }) => workPackageId === id)
  return Object.fromEntries(
    own.map((indicator) => {
      const made = indicator.measurements.filter(({ reportId, role }) => reportId === report.id && role === 'actual')
      const typed = report.indicators.find(
        ({ indicatorId, field }) => indicatorId === indicator.id && field === 'value',
      )
      const values: ToldValue[] = made.map(({ value }) => ({ value, text: '' }))
      return [indicator.id, values.length > 0 || !typed ? values : [readTyped(typed.text, indicator)]]
    }),
  )
}

function readTyped(text: string, asked: Asked): ToldValue {
  const read = readValue(text, asked)
  return { text, value: read.ok ? read.value : null }
}

/** Everything that either of the two tells of, in the order of the later one. */
function subjectsOf(before: SnapshotBody, after: SnapshotBody, unitId: string): Subjects {
  const both = (subjects: (body: SnapshotBody) => Subject[]): Subject[] => {
    const later = subjects(after)
    return [...later, ...subjects(before).filter(({ id }) => later.every((one) => one.id !== id))]
  }
  const ofUnit = ({ workPackageId }: { workPackageId: string | null }) => workPackageId === unitId
  return {
    actions: both(({ units }) =>
      (units.find(({ id }) => id === unitId)?.actions ?? []).map((action) => ({
        id: action.id,
        title: numberedTitle(action),
      })),
    ),
    indicators: both(({ indicators }) => indicators.filter(ofUnit).map(({ id, name }) => ({ id, title: name }))),
    toimintamallit: both(({ toimintamallit }) =>
      toimintamallit.filter(ofUnit).map(({ id, name }) => ({ id, title: name })),
    ),
  }
}
