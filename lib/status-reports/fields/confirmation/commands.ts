import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type SavedFields, type SaveReason, saveFields } from '@/lib/status-reports/fields/commands'
import { type ReportSection, readPath } from '@/lib/status-reports/fields/model'
import { visibleTo } from '@/lib/status-reports/permissions'
import type { Result } from '@/lib/values/result'

type Confirmed = Promise<Result<SavedFields, SaveReason>>

/** Says that one field carried over from the previous period still holds as it is. Reasons as in `saveFields`. */
export function confirmField(viewer: Viewer, input: { reportId: string; path: string }): Confirmed {
  return confirmWhere(viewer, input.reportId, (path) => path === input.path)
}

/** The same for every unconfirmed field of a section; without a section, of the whole report. Reasons as in `saveFields`. */
export function confirmSection(viewer: Viewer, input: { reportId: string; section: ReportSection | null }): Confirmed {
  return confirmWhere(
    viewer,
    input.reportId,
    (path) => input.section === null || readPath(path)?.section === input.section,
  )
}

function confirmWhere(viewer: Viewer, reportId: string, wanted: (path: string) => boolean): Confirmed {
  return asViewer(viewer, async (tx) => {
    const entries = await tx.statusReportEntry.findMany({
      where: { reportId, confirmed: false, report: visibleTo(viewer) },
      select: { path: true, text: true, version: true },
    })
    const fields = entries.filter((entry) => wanted(entry.path)).map((entry) => ({ ...entry, confirm: true }))
    return saveFields(viewer, { reportId, fields })
  })
}
