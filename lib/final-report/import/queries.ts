import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ImportRow, KeptContent, OpenImport } from '@/lib/final-report/import/rows/model'
import { canEditReport, visibleTo } from '@/lib/final-report/permissions'

const fields = {
  id: true,
  createdAt: true,
  takenAt: true,
  createdBy: { select: { name: true } },
  file: { select: { name: true } },
} as const

type Stored = {
  id: string
  createdAt: Date
  takenAt: Date | null
  createdBy: { name: string } | null
  file: { name: string }
}

const toRow = ({ id, createdAt, takenAt, createdBy, file }: Stored): ImportRow => ({
  id,
  name: file.name,
  by: createdBy?.name ?? null,
  at: createdAt.toISOString(),
  takenAt: takenAt?.toISOString() ?? null,
})

/** The files read for the report of a project, the newest first; none for who may not write it. */
export function listImports(viewer: Viewer, projectId: string): Promise<ImportRow[]> {
  return asViewer(viewer, async (tx) => {
    if (!canEditReport(viewer, projectId)) return []
    const rows = await tx.reportImport.findMany({
      where: { report: { projectId, ...visibleTo(viewer) } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: fields,
    })
    return rows.map(toRow)
  })
}

/** A read file with what stands in it; null when there is none for the viewer, or what is kept of it cannot be read any more. */
export function findImport(viewer: Viewer, projectId: string, id: string): Promise<OpenImport | null> {
  return asViewer(viewer, async (tx) => {
    if (!canEditReport(viewer, projectId)) return null
    const row = await tx.reportImport.findFirst({
      where: { id, report: { projectId, ...visibleTo(viewer) } },
      select: { ...fields, content: true, reportId: true, file: { select: { id: true, name: true, sha256: true } } },
    })
    const content = row?.content as KeptContent | null | undefined
    if (!row || content?.written?.format !== 1) return null
    const { written, taken } = content
    const { id: fileId, sha256 } = row.file
    const same = await tx.reportImport.findFirst({
      where: { reportId: row.reportId, id: { not: id }, file: { sha256 }, createdAt: { lte: row.createdAt } },
      orderBy: [{ takenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
      select: fields,
    })
    return { ...toRow(row), written, taken, fileId, sha256, sameAs: same && toRow(same) }
  })
}
