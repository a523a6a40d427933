import { reportedActions } from '@/lib/status-reports/views/model'
import type { ReportShapes, Shapes } from '../loss/shapes'
import { topic } from './kkk2-project'

type Report = ReportShapes[number]

export function rebuildNarrative(shapes: Shapes, reports: ReportShapes) {
  return {
    _meta: {
      language: shapes.details.language,
      ...topic(shapes, 'report_notes'),
      scope_values: topic(shapes, 'report_scopes'),
      counts: {
        reports: reports.length,
        by_period: tally(reports, (report) => report.period.key),
        by_period_status: {
          '2025-Q3': lightsOf(reports, '2025-Q3'),
          '2025-Q2': lightsOf(reports, '2025-Q2'),
        },
      },
    },
    reports: reports.map(rebuildReport),
  }
}

function lightsOf(reports: ReportShapes, periodKey: string) {
  return tally(
    reports.filter((report) => report.period.key === periodKey),
    (report) => report.fields['overall/light']?.text ?? 'None',
  )
}

function tally(reports: ReportShapes, keyOf: (report: Report) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const report of reports) counts[keyOf(report)] = (counts[keyOf(report)] ?? 0) + 1
  return counts
}

function rebuildReport(report: Report) {
  const text = (path: string) => report.fields[path]?.text
  return {
    workpackage_id: report.unit.sourceId,
    period: report.period.key,
    scope: report.scope,
    // A report without the field says nothing of it, which the source writes as null.
    overall_status: text('overall/light') ?? null,
    status_reason: text('overall/reason'),
    what_is_going_on: goingOn(report),
    results: text('results/text'),
    next_steps: text('nextSteps/text') ?? null,
    deviations: text('deviations/text'),
    derived_figures: report.derivedFigures,
    note: report.note,
  }
}

/** Texts by action in the order of the actions; a text about the unit in general has no number. */
function goingOn({ actions, fields }: Report) {
  const general = fields['actions/general/text']?.text
  return [
    ...(general === undefined ? [] : [{ action_no: null, text: general }]),
    ...reportedActions(actions).flatMap((action) => {
      const text = fields[`actions/${action.id}/text`]?.text
      return text === undefined ? [] : [{ action_no: action.no, text }]
    }),
  ]
}
