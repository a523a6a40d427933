import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { type PasteGround, sourceWords } from '@/lib/finance/pastes/model'
import { canKeepFinance, visibleTo } from '@/lib/finance/permissions'
import { listPlaces } from '@/lib/finance/places/queries'
import { locales } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { formatQuarter, formatQuarterText } from '@/lib/values/format'
import { quarterParts } from '@/lib/values/time'

/** A pasted table that is looked at or was taken in. Moments are ISO text. */
export type Paste = {
  id: string
  text: string
  mark: string
  periodId: string | null
  createdAt: string
  takenAt: string | null
  rowCount: number | null
  /** When the same table was taken in before */
  takenBefore: string | null
}

/** For those who keep the finances; null when there is no such paste for the viewer. */
export function findPaste(viewer: Viewer, projectId: string, id: string): Promise<Paste | null> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepFinance(viewer, projectId)) return null
    const paste = await tx.actualPaste.findFirst({
      where: { id, projectId, ...visibleTo(viewer) },
      select: { id: true, text: true, mark: true, periodId: true, createdAt: true, takenAt: true, rowCount: true },
    })
    if (!paste) return null
    const before = await tx.actualPaste.findFirst({
      where: { projectId, mark: paste.mark, takenAt: { not: null }, id: { not: id } },
      orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
      select: { takenAt: true },
    })
    return {
      ...paste,
      createdAt: paste.createdAt.toISOString(),
      takenAt: paste.takenAt?.toISOString() ?? null,
      takenBefore: before?.takenAt?.toISOString() ?? null,
    }
  })
}

/** What pasted cells are held against: the project's structure, its periods, and the words for sources of money. */
export async function readGround(viewer: Viewer, projectId: string, periodId: string | null): Promise<PasteGround> {
  const periods = await asViewer(viewer, (tx) =>
    tx.reportingPeriod.findMany({ where: { projectId, ...visibleTo(viewer) }, select: { id: true, key: true } }),
  )
  return {
    ...(await listPlaces(viewer, projectId)),
    periods: periods.map(({ id, key }) => ({
      id,
      names: quarterParts(key) ? [key, formatQuarter(key), formatQuarterText(key)] : [key],
    })),
    periodId,
    sources: sourceWords((source) => locales.map((locale) => words(locale)(fundingSourceLabels[source]))),
  }
}
