import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import { eventLabels } from '@/lib/status-reports/labels'
import { findReport } from '@/lib/status-reports/views/queries'
import { formatDate } from '@/lib/values/format'
import type { Result } from '@/lib/values/result'
import { reportOf } from '../../support/builders/round'

/** Throws when a step of the story was refused: the story is then not what was told. */
export async function must<T>(what: string, result: Promise<Result<T, string>>): Promise<T> {
  const done = await result
  if (!done.ok) throw new Error(`${what}: ${done.reason} ${JSON.stringify(done.fields ?? {})}`)
  return done.value
}

/** Confirms what was carried over and writes texts over it, as its writer. */
export async function write(writer: Viewer, reportId: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await must('confirming', confirmSection(writer, { reportId, section: null }))
  const entries = await asViewer(writer, (tx) =>
    tx.statusReportEntry.findMany({ where: { reportId }, select: { path: true, version: true } }),
  )
  const versions = new Map(entries.map(({ path, version }) => [path, version]))
  const fields = Object.entries(texts).map(([path, text]) => ({ path, text, version: versions.get(path) ?? 0 }))
  const saved = await must('saving', saveFields(writer, { reportId, fields }))
  const refused = saved.fields.filter((field) => !field.ok)
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}

/** The report as somebody sees it who is about to take a step. */
export async function seen(unitId: string, periodId: string): Promise<{ reportId: string; version: number }> {
  const { id, version } = await reportOf(unitId, periodId)
  return { reportId: id, version }
}

/** The timeline as a Finnish reader reads it, oldest first: day, who, what, why. */
export async function timelineOf(
  viewer: Viewer,
  place: { projectId: string; periodKey: string; unitId: string },
): Promise<string[]> {
  const t = words('fi')
  const report = await findReport(viewer, place)
  if (!report) throw new Error('no report')
  return report.events.map(({ at, by, type, reason }) =>
    [formatDate(new Date(at), 'fi'), by ?? '–', t(eventLabels[type]), reason].filter(Boolean).join(' · '),
  )
}

/** Kind → how many people were told of it, and nobody of their own acts. */
export function toldOf(projectId: string, periodId: string): Promise<Record<string, number>> {
  return asViewer(systemViewer('operator'), async (tx) => {
    const rows = await tx.notification.groupBy({ by: ['kind'], where: { projectId, periodId }, _count: true })
    return Object.fromEntries(rows.map(({ kind, _count }) => [kind, _count]))
  })
}
