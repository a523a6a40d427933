import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { listIndicators } from '@/lib/indicators/queries'
import { now } from '@/lib/platform/clock'
import type { ProjectHeader } from '@/lib/projects/model'
import { indicatorsAtCut } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { listReportsTold } from '@/lib/rounds/snapshot/reports/queries'
import type { KnownIndicators } from '@/lib/steering/indicators/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { dateInHelsinki } from '@/lib/values/calendar'

/**
 * The indicators of a project as the viewer may know them; none for those who may not see the project. Those who know them as
 * they are may ask for what was published of a period instead; a period without a publication gives them as they are.
 */
export async function findIndicators(
  viewer: Viewer,
  project: ProjectHeader,
  publishedOf: string | null = null,
): Promise<KnownIndicators> {
  const nothing = { rows: [], publication: null, cards: new Set<string>(), live: false }
  if (!can(viewer, 'project.read', project.id)) return nothing
  const readsReports = can(viewer, 'report.read', project.id)
  const all = await listPublished(viewer, project.key)
  const asked = readsReports ? all.find(({ periodKey }) => periodKey === publishedOf) : undefined
  const shown = asked ?? all.at(-1)
  const body = shown ? await findSnapshot(viewer, shown.snapshotId) : null
  const published = {
    publication: shown && body ? { code: shown.code, periodKey: shown.periodKey } : null,
    cards: cardsOf(body),
  }
  if (!readsReports || asked) return { ...published, rows: body?.indicators ?? [], live: false }
  const [indicators, { origins, periods: reportPeriods }] = await Promise.all([
    listIndicators(viewer, project.id),
    listReportsTold(viewer, project.id),
  ])
  const today = dateInHelsinki(now())
  const periods = new Map(project.periods.map(({ id, key, to }) => [id, { key, to }]))
  const cut = { periodId: '', lastDay: today, periods, first: null }
  return { ...published, rows: indicatorsAtCut(indicators, cut, reportPeriods, origins), live: true }
}

function cardsOf(body: SnapshotBody | null): Set<string> {
  const rows = body?.indicators ?? []
  return new Set(rows.flatMap(({ targets, measurements }) => [...targets, ...measurements].map(({ id }) => id)))
}
