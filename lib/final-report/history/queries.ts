import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { readSectionText } from '@/lib/final-report/editor/model'
import { copyChanges, type SectionVersion, type VersionContent } from '@/lib/final-report/history/model'
import { documentsOf } from '@/lib/final-report/permissions'

const rowFields = { id: true, version: true, at: true, change: true, actor: { select: { name: true } } } as const

type Row = { id: string; version: number; at: Date; change: string; actor: { name: string } | null }

const toVersion = ({ at, change, actor, id, version }: Row): SectionVersion => ({
  id,
  version,
  at: at.toISOString(),
  by: actor?.name ?? null,
  change: copyChanges.find((one) => one === change) ?? 'written',
})

/** The versions of a section, the newest first; none for who does not make the document. */
export function listVersions(viewer: Viewer, sectionId: string): Promise<SectionVersion[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.sectionCopy.findMany({
      where: { sectionId, section: { report: documentsOf(viewer, 'discuss') } },
      orderBy: { version: 'desc' },
      select: rowFields,
    })
    return rows.map(toVersion)
  })
}

/** A version with its content, and what stood before it; null when there is no such version for the viewer. */
export function findVersion(
  viewer: Viewer,
  { sectionId, version }: { sectionId: string; version: number },
): Promise<{ chosen: VersionContent; before: WrittenBlock[] } | null> {
  return asViewer(viewer, async (tx) => {
    const [chosen, before] = await tx.sectionCopy.findMany({
      where: { sectionId, version: { lte: version }, section: { report: documentsOf(viewer, 'discuss') } },
      orderBy: { version: 'desc' },
      take: 2,
      select: { ...rowFields, content: true },
    })
    if (chosen?.version !== version) return null
    return {
      chosen: { ...toVersion(chosen), blocks: blocksIn(chosen.content) },
      before: blocksIn(before?.content ?? []),
    }
  })
}

/** What is stored is checked like any input: a copy that cannot be read shows nothing. */
function blocksIn(content: unknown): WrittenBlock[] {
  return readSectionText(JSON.stringify(content)) ?? []
}
