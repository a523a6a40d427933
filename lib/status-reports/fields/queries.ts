import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'

/** Columns that make a `FieldEntry`. */
export const entryFields = {
  path: true,
  text: true,
  version: true,
  origin: true,
  confirmed: true,
  sort: true,
} as const

/** Every field of a report as it stands: path → text. Kept with a return, to compare with later. */
export async function fieldTexts(_viewer: Viewer, tx: Tx, reportId: string): Promise<Record<string, string>> {
  const entries = await tx.statusReportEntry.findMany({
    where: { reportId },
    orderBy: { path: 'asc' },
    select: { path: true, text: true },
  })
  return Object.fromEntries(entries.map(({ path, text }) => [path, text]))
}
