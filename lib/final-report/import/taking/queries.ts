import 'server-only'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import type { ImportPlan } from '@/lib/final-report/import/plan/model'
import { planImport } from '@/lib/final-report/import/planning/model'
import { findImport } from '@/lib/final-report/import/queries'
import type { OpenImport } from '@/lib/final-report/import/rows/model'
import type { FinalReport } from '@/lib/final-report/model'
import { words } from '@/lib/platform/words'

/** A read file with what it would come to now, where nothing is chosen; no plan once it is taken in. Null: none for the viewer. */
export function planStoredImport(
  viewer: Viewer,
  projectId: string,
  report: FinalReport,
  { id, newId }: { id: string; newId(): string },
): Promise<{ open: OpenImport; plan: ImportPlan | null } | null> {
  return asViewer(viewer, async () => {
    const open = z.uuid().safeParse(id).success ? await findImport(viewer, projectId, id) : null
    if (!open) return null
    if (open.takenAt !== null) return { open, plan: null }
    const data = await loadBoundData(viewer, projectId)
    const nothing = { places: {}, standings: {} }
    return { open, plan: planImport(open.written, nothing, { report, data, t: words(report.language), newId }) }
  })
}
