import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { numberedTitle } from '@/lib/actions/model'
import { visibleTo as visibleActions } from '@/lib/actions/permissions'
import type { IndicatorRow } from '@/lib/indicators/model'
import { listIndicatorsOf } from '@/lib/indicators/queries'
import { askedOf, readSampleSize, readValue } from '@/lib/indicators/readings/model'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import {
  type Comparison,
  chooseOther,
  compareReports,
  type ReportTold,
  type Subjects,
  statesKnown,
} from '@/lib/status-reports/differences/model'
import type { ToldValue } from '@/lib/status-reports/differences/values/model'
import { isFinal, isLight, type ReportState } from '@/lib/status-reports/model'
import { visibleTo } from '@/lib/status-reports/permissions'
import { ownValues } from '@/lib/status-reports/views/model'
import { titleOf } from '@/lib/work-packages/model'

type Place = { projectId: string; unitId: string; periodKey: string; with: string | null }

/**
 * Two reports of one unit, compared: that of the period and the one asked for, else the one before. Null when there is no
 * such report for the viewer. Drafts are compared, too, for those who may read them.
 */
export function findComparison(viewer: Viewer, place: Place): Promise<Comparison | null> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [{ unitId: place.unitId, unit: { projectId: place.projectId } }, visibleTo(viewer)] },
      orderBy: { period: { to: 'asc' } },
      select: reportFields,
    })
    const reports = rows.map(({ period, ...row }) => ({ ...row, periodKey: period.key }))
    const shown = reports.find(({ periodKey }) => periodKey === place.periodKey)
    if (!shown) return null
    const other = chooseOther(reports, shown.periodKey, place.with)
    const { unit } = shown
    return {
      unit: { id: unit.id, code: unit.code, title: titleOf(unit) },
      shown: told(shown),
      others: reports
        .filter((one) => one !== shown)
        .reverse()
        .map(told),
      chosen: other?.periodKey ?? null,
      notFound: place.with !== null && other?.periodKey !== place.with ? place.with : null,
      compared: other && (await compare(viewer, tx, reports, [shown, other])),
    }
  })
}

const reportFields = {
  id: true,
  state: true,
  period: { select: { key: true } },
  unit: { select: { id: true, code: true, titlePlan: true, titleReview: true, sourceId: true } },
} as const satisfies Prisma.StatusReportSelect

type Row = { id: string; state: ReportState; periodKey: string; unit: { id: string } }

const told = ({ periodKey, state }: Row) => ({ periodKey, state })

/** `all` from the oldest to the newest; the earlier of the two is compared to the later one, whichever was asked for. */
async function compare(
  viewer: Viewer,
  tx: Tx,
  all: readonly Row[],
  two: readonly Row[],
): Promise<Comparison['compared']> {
  const [before, after] = all.filter((one) => two.includes(one))
  if (!before || !after) return null
  const entries = await tx.statusReportEntry.findMany({
    where: {
      OR: [
        { reportId: { in: [before.id, after.id] } },
        { field: 'state', actionId: { not: null }, reportId: { in: all.map(({ id }) => id) } },
      ],
    },
    select: { reportId: true, path: true, text: true, field: true, actionId: true },
  })
  const indicators = await listIndicatorsOf(viewer, before.unit.id)
  const saysOf = (report: Row) => toTold(report, { all, entries, indicators })
  const sections = compareReports(
    saysOf(before),
    saysOf(after),
    await subjectsOf(viewer, tx, before.unit.id, indicators),
  )
  return { before: told(before), after: told(after), sections }
}

type Entry = { reportId: string; path: string; text: string; field: string; actionId: string | null }
type Known = { all: readonly Row[]; entries: readonly Entry[]; indicators: readonly IndicatorRow[] }

function toTold(report: Row, { all, entries, indicators }: Known): ReportTold {
  const own = entries.filter(({ reportId }) => reportId === report.id)
  const words = own.filter(({ field }) => field !== 'light' && field !== 'state' && field !== 'value' && field !== 'n')
  const light = own.find(({ path }) => path === 'overall/light')?.text
  return {
    light: isLight(light) ? light : null,
    texts: Object.fromEntries(words.map(({ path, text }) => [path, text])),
    states: statesKnown(statesTold(report, all, entries)),
    values: Object.fromEntries(indicators.map((indicator) => [indicator.id, valuesTold(report, own, indicator)])),
  }
}

/** What accepted reports before this one told of actions, then what it tells itself. */
function statesTold(report: Row, all: readonly Row[], entries: readonly Entry[]) {
  const until = all.slice(0, all.indexOf(report) + 1).filter((one) => one === report || isFinal(one.state))
  return until.flatMap(({ id }) =>
    entries.flatMap(({ reportId, actionId, field, text }) =>
      reportId === id && field === 'state' && actionId !== null ? [{ actionId, text }] : [],
    ),
  )
}

/**
 * Once accepted, a report's values are the measurements it made, corrections included; until then what is typed. A report
 * made elsewhere has nothing but measurements.
 */
function valuesTold(report: Row, own: readonly Entry[], indicator: IndicatorRow): ToldValue[] {
  const made = ownValues(indicator, report.id)
    .filter(({ role }) => role === 'actual')
    .map(({ value }) => ({ value, text: '' }))
  const textAt = (field: string) =>
    own.find(({ path }) => path === `indicators/${indicator.id}/${field}`)?.text.trim() ?? ''
  const text = textAt('value')
  if (text === '' || (isFinal(report.state) && made.length > 0)) return made
  const read = readValue(text, askedOf(indicator.current))
  const n = readSampleSize(textAt('n'))
  return [{ text, value: read.ok ? { ...read.value, n: n.ok ? n.value : read.value.n } : null }]
}

async function subjectsOf(
  viewer: Viewer,
  tx: Tx,
  unitId: string,
  indicators: readonly IndicatorRow[],
): Promise<Subjects> {
  const actions = await tx.action.findMany({
    where: { workPackageId: unitId, ...visibleActions(viewer) },
    orderBy: bySort,
    select: { id: true, title: true, no: true, noAsWritten: true },
  })
  const toimintamallit = await tx.toimintamalli.findMany({
    where: { workPackageId: unitId },
    orderBy: bySort,
    select: { id: true, name: true },
  })
  return {
    actions: actions.map((action) => ({ id: action.id, title: numberedTitle(action) })),
    indicators: indicators.map(({ id, current, sourceId }) => ({ id, title: current?.name ?? sourceId })),
    toimintamallit: toimintamallit.map(({ id, name }) => ({ id, title: name })),
  }
}
