import 'server-only'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type FigureRow, figureRows, outcomeOf } from '@/lib/status-reports/sheets/model'
import type { OpenSheet, SheetRow } from '@/lib/status-reports/sheets/reading/model'
import { readFormSchema } from '@/lib/status-reports/sheets/schema'
import { listReports } from '@/lib/status-reports/views/round/queries'

export type SheetPlace = { projectId: string; periodKey: string }

/** The rows that the viewer can fill in now; empty when nothing is open, null when there is no such period for the viewer. */
export async function findFigureRows(viewer: Viewer, place: SheetPlace): Promise<FigureRow[] | null> {
  const reports = await listReports(viewer, place)
  return reports && figureRows(reports)
}

/** The viewer's own forms of a period, the newest first; nobody sees another's. */
export function listSheets(viewer: Viewer, { projectId, periodKey }: SheetPlace): Promise<SheetRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.figureSheet.findMany({
      where: { projectId, period: { key: periodKey }, createdById: viewer.userId ?? undefined },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: fields,
    })
    return viewer.userId === null ? [] : rows.map(toRow)
  })
}

/** One of the viewer's own forms with what it would change as things stand. */
export function findSheet(viewer: Viewer, place: SheetPlace, id: string): Promise<OpenSheet | null> {
  return asViewer(viewer, async (tx) => {
    if (viewer.userId === null || !z.uuid().safeParse(id).success) return null
    const row = await tx.figureSheet.findFirst({
      where: { id, projectId: place.projectId, period: { key: place.periodKey }, createdById: viewer.userId },
      select: { ...fields, content: true },
    })
    if (!row) return null
    const read = readFormSchema.parse(row.content)
    const rows = read.ok && row.takenAt === null ? await findFigureRows(viewer, place) : null
    return { ...toRow(row), read, outcome: read.ok && rows ? outcomeOf(read.rows, rows) : null }
  })
}

const fields = {
  id: true,
  createdAt: true,
  takenAt: true,
  fieldCount: true,
  content: true,
  file: { select: { name: true } },
} as const

type Stored = {
  id: string
  createdAt: Date
  takenAt: Date | null
  fieldCount: number | null
  content: unknown
  file: { name: string }
}

function toRow({ id, createdAt, takenAt, fieldCount, content, file }: Stored): SheetRow {
  const read = readFormSchema.parse(content)
  const taken = takenAt && { at: takenAt.toISOString(), count: fieldCount ?? 0 }
  return { id, name: file.name, at: createdAt.toISOString(), isRefused: !read.ok, taken }
}
