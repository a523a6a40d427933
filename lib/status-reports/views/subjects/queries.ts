import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import type { KnownValue, ReportAction, ReportIndicator, ReportToimintamalli } from '@/lib/status-reports/views/model'
import { latestValues, type MeasurementRow, measurementFields } from '@/lib/status-reports/views/subjects/values/queries'

export type Subjects = {
  actions: ReportAction[]
  indicators: ReportIndicator[]
  toimintamallit: ReportToimintamalli[]
}

/** What a unit reports about: its actions, its indicators with their latest values, its toimintamallit. */
export async function subjectsOfUnit(
  _viewer: Viewer,
  tx: Tx,
  { unitId, reportId }: { unitId: string; reportId: string },
): Promise<Subjects> {
  const actions = await tx.action.findMany({
    where: { workPackageId: unitId },
    orderBy: { sort: 'asc' },
    select: { id: true, origin: true, no: true, noAsWritten: true, title: true, section: true, state: true },
  })
  const indicators = await tx.indicator.findMany({
    where: { workPackageId: unitId },
    orderBy: { sort: 'asc' },
    select: {
      id: true,
      seeIndicatorOf: true,
      versions: { where: { supersededOn: null }, select: { name: true, kind: true, unit: true, definition: true } },
      targets: {
        where: { supersededOn: null },
        orderBy: { sort: 'asc' },
        select: { asWritten: true, text: true, number: true, unit: true, operator: true, timeAsWritten: true, timeCode: true },
      },
      measurements: { orderBy: { sort: 'asc' }, select: measurementFields },
    },
  })
  const toimintamallit = await tx.toimintamalli.findMany({
    where: { workPackageId: unitId },
    orderBy: { sort: 'asc' },
    select: { id: true, name: true, innokylaUrl: true, piloted: true, stayedInUse: true, statusText: true },
  })
  return {
    actions: reportedActions(actions),
    indicators: indicators.map(({ versions: [version], ...indicator }) => ({
      id: indicator.id,
      name: version?.name ?? '',
      asked: { kind: version?.kind ?? null, unit: version?.unit ?? null },
      definition: version?.definition ?? null,
      seeIndicatorOf: indicator.seeIndicatorOf,
      targets: indicator.targets.map(({ number, ...target }) => ({ ...target, number: number === null ? null : String(number) })),
      latest: latestOf(indicator.measurements, reportId),
    })),
    toimintamallit: toimintamallit.map(({ innokylaUrl: url, ...model }) => ({ ...model, url })),
  }
}

type ActionRow = ReportAction & { origin: 'plan' | 'report'; no: number | null; noAsWritten: string | null }

/** Actions as reviews report them; a unit that has none of these reports the plan's. */
function reportedActions(rows: readonly (Omit<ActionRow, 'number'>)[]): ReportAction[] {
  const reported = rows.filter((row) => row.origin === 'report')
  return (reported.length > 0 ? reported : rows).map(({ id, no, noAsWritten, title, section, state }) => ({
    id,
    number: noAsWritten ?? (no === null ? null : String(no)),
    title,
    section,
    state,
  }))
}

/** Values that this report did not make itself. */
function latestOf(rows: readonly MeasurementRow[], reportId: string): KnownValue[] {
  return latestValues(rows.filter((row) => row.reportId !== reportId))
}
