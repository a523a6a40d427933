import type { Finding } from '@/lib/rounds/publishing/prechecks/model'
import type { SnapshotBody, SnapshotIndicator, SnapshotReport } from '@/lib/rounds/snapshot/model'

type Period = { from: string; to: string }

/**
 * Indicators from which the period says nothing: those of units whose approved report is a full one, and the national ones.
 * Left out are measures that point to another unit's, long-term ones that have no value within the project, and those of
 * units whose report is about something else than the period's work (ended, roll-up, earlier facts, nothing to report).
 */
export function indicatorsWithoutValue({ period, units, indicators }: SnapshotBody): Finding[] {
  return indicators.flatMap((indicator): Finding[] => {
    if (indicator.seeIndicatorOf !== null || indicator.horizon === 'long_term') return []
    const none = { state: null, count: null, sums: null }
    if (indicator.scope === 'national') {
      if (isMeasured(indicator, null, period)) return []
      return [{ ...none, rule: 'no_national_value', title: indicator.name, part: null, place: 'targets' }]
    }
    const unit = units.find(({ id }) => id === indicator.workPackageId)
    if (unit?.report?.scope !== 'full' || isMeasured(indicator, unit.report, period)) return []
    const place = { unitId: unit.id, path: 'indicators' }
    return [{ ...none, rule: 'no_value', title: unit.title, part: indicator.name, place }]
  })
}

/** A measured value of the period, or one that the unit's report for it tells; that something is unknown is told, too. */
function isMeasured(indicator: SnapshotIndicator, report: SnapshotReport | null, period: Period): boolean {
  const told = report?.indicators.some(
    ({ indicatorId, field, text }) => indicatorId === indicator.id && field === 'value' && text.trim() !== '',
  )
  return (
    told === true ||
    indicator.measurements.some(
      ({ role, reportId, time }) =>
        role === 'actual' && ((report !== null && reportId === report.id) || touches(time, period)),
    )
  )
}

/** Whether a time shares a day with the period; a time of which no day is known does not. */
export function touches(time: { from: string | null; to: string | null }, { from, to }: Period): boolean {
  const first = time.from ?? time.to
  const last = time.to ?? time.from
  return first !== null && last !== null && first <= to && from <= last
}
