import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { listIndicators } from '@/lib/indicators/queries'
import { now } from '@/lib/platform/clock'
import type { ProjectHeader } from '@/lib/projects/model'
import { indicatorAtCut } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { listReportsTold } from '@/lib/rounds/snapshot/reports/queries'
import type { KnownIndicators } from '@/lib/steering/indicators/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { dateInHelsinki } from '@/lib/values/calendar'

/** The indicators of a project as the viewer may know them; none for those who may not see the project. */
export async function findIndicators(viewer: Viewer, project: ProjectHeader): Promise<KnownIndicators> {
  const nothing = { rows: [], publication: null, cards: new Set<string>(), live: false }
  if (!can(viewer, 'project.read', project.id)) return nothing
  const newest = (await listPublished(viewer, project.key)).at(-1)
  const body = newest ? await findSnapshot(viewer, newest.snapshotId) : null
  const published = {
    publication: newest && body ? { code: newest.code, periodKey: newest.periodKey } : null,
    cards: cardsOf(body),
  }
  if (!can(viewer, 'report.read', project.id)) return { ...published, rows: body?.indicators ?? [], live: false }
  const indicators = await listIndicators(viewer, project.id)
  const { origins, periods: reportPeriods } = await listReportsTold(viewer, project.id)
  const today = dateInHelsinki(now())
  const periods = new Map(project.periods.map(({ id, key, to }) => [id, { key, to }]))
  const cut = { periodId: '', lastDay: today, periods, first: null }
  return { ...published, rows: indicators.map((row) => indicatorAtCut(row, cut, reportPeriods, origins)), live: true }
}

function cardsOf(body: SnapshotBody | null): Set<string> {
  const rows = body?.indicators ?? []
  return new Set(rows.flatMap(({ targets, measurements }) => [...targets, ...measurements].map(({ id }) => id)))
}
