import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { EditionBody, EditionRow } from '@/lib/final-report/editions/model'
import { visibleTo } from '@/lib/final-report/permissions'

/** The frozen editions of a project's report, the newest first. */
export function listEditions(viewer: Viewer, projectId: string): Promise<EditionRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.finalReportEdition.findMany({
      where: { report: { projectId, ...visibleTo(viewer) } },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        reason: true,
        frozenAt: true,
        sha256: true,
        frozenBy: { select: { name: true } },
      },
    })
    return rows.map(({ frozenAt, frozenBy, ...row }) => ({
      ...row,
      frozenAt: frozenAt.toISOString(),
      frozenBy: frozenBy?.name ?? null,
    }))
  })
}

/**
 * One edition as it was frozen, the newest when no number is given; null when there is none or it is not the viewer's to read.
 * @throws when what is stored is not what was frozen: then nothing may be shown
 */
export function readEdition(
  viewer: Viewer,
  projectId: string,
  number: number | null = null,
): Promise<EditionBody | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReportEdition.findFirst({
      where: { report: { projectId, ...visibleTo(viewer) }, ...(number !== null && { number }) },
      orderBy: { number: 'desc' },
      select: { body: true, sha256: true },
    })
    return row && readBody(viewer, row)
  })
}

/** What a stored edition holds. @throws when it is not what was stored: then nothing may be shown */
export function readBody(_viewer: Viewer, { body, sha256 }: { body: string; sha256: string }): EditionBody {
  if (createHash('sha256').update(body).digest('hex') !== sha256) {
    throw new Error('the frozen report is not what was frozen')
  }
  return JSON.parse(body) as EditionBody
}
